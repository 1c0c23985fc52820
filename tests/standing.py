"""What must be true of every letter in every story, whatever the story is about.

The checks look at bytes as they left, not at how they were made. Not here: what one story expects
(story.py).
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime
from email.header import decode_header, make_header

from stages import Came

from cocmail.core.commands import SHAPES
from cocmail.core.grammar import Asked
from cocmail.core.keywords import read
from cocmail.mail.parse import Mail, parse

ALLOWED = {
    "from", "to", "reply-to", "subject", "date", "message-id", "in-reply-to", "references",
    "auto-submitted", "x-auto-response-suppress", "x-loop", "x-cocmail", "mime-version",
    "content-type",
}  # fmt: skip
# One sentence by which each letter to a party is known; they carry no X-Cocmail (product.md 7).
PARTY_LETTERS = {
    "receipt": "Your message has arrived. This answer is automatic",
    "arrived-too": "arrived. Thank you. It|arrived too. Thank you. It",
    "first-contact": "We treat what you wrote as confidential.",
    "question": "we would like to ask you something",
    "right-of-reply": "we are looking into something that concerns you",
    "status-reporter": "we are still working on what you wrote to us",
    "outcome-reporter": "We have come to a decision and want you to know it",
    "no-violation": "we did not find a violation of the code of conduct",
    "outcome-reported": "has come to a decision that concerns you",
    "proposed-resolution": "before anything is done we ask those concerned",
    "kept-on-file": "We have recorded it. Nothing more follows from it now",
    "accidental-disclosure": "we made a mistake that concerns you, and we are sorry",
    "not-conduct": "something that this committee does not handle",
    "apology-request": "asks you for an apology.",
    "apology-relay": "you would want an apology to reach you",
    "severe-reporter": "The account that it is about has been cut off",
    "severe-originator": "Your right to a review",
    "survey": "what should we do differently for the next person",
    "mediator-question": "would you be free to mediate",
    "mediation-invitation": "A mediator talks with everybody concerned",
    "mediator-brief": "everybody has agreed that you mediate|of the time for the mediation",
    "mediation-talk": "passes it on, and neither reads nor keeps it",
    "mediation-asked": "nothing of it was kept|Nothing of it was kept",
    "address-check": "from an address that we do not know",
}
# To moderators and administrators, who have no X-Cocmail either.
KEEPER_LETTERS = {
    "retention-notice": "was erased: the time it is kept is over",
    "recommendation": "recommends a response to you, who look after this space",
    "enact": "put this measure in force|a measure in a space that you look after is over",
    "recommendation-reminder": "we still need your answer to our recommendation",
    "disconnect": "cut this account off at once|this account gets its access back",
    "transcript": "is waiting now",
    "refused": "Nothing was done.",
    "help": "What you can do now",
    "import-receipt": "The report you brought in has arrived",
}
REPORTED = {"outcome-reported", "right-of-reply", "apology-request", "severe-originator"}
TO_SEVERAL = {"arrived-too", "mediation-invitation", "mediation-talk", "mediation-asked",
              "mediator-question", "mediator-brief", "address-check"}  # fmt: skip
ANSWERS = {"receipt", "arrived-too", "transcript", "refused", "help", "delete-please",
           "mediation-asked"}  # fmt: skip
BY_PEOPLE = {
    "talk", "question", "right-of-reply", "outcome-reporter", "no-violation",
    "outcome-reported", "recommendation", "board-notice", "proposed-resolution",
    "council-report", "statement", "apology-request", "apology-relay", "severe-originator",
    "accidental-disclosure",
    "mediator-question", "mediation-invitation", "mediation-talk",
}  # fmt: skip
# Views of the whole house answer without a case; everything else with brackets belongs to one.
OF_THE_HOUSE = {
    "sheet", "chair-status", "quarantine", "bans", "onboarding-names", "rule-change",
    "periodic-summary", "key-ends", "probe-news",
}  # fmt: skip
# The sheet's vague row shows a code name also to somebody outside the group (product.md 2, 4).
SHOWS_CODES = {"sheet", "chair-status", "board-notice", "council-report", "handover"}
OFFERED = re.compile(r"^  -> (.+?)   \(", re.M)
CODE = re.compile(r"^\[([a-z]+ [a-z]+)\] ")


@dataclass(frozen=True)
class Got:
    """One letter in somebody's mailbox, taken apart."""

    at: datetime
    to: str
    template: str
    subject: str
    text: str
    reply_to: str
    raw: bytes
    mail: Mail
    came: Came

    @property
    def code(self) -> str:
        """The code name in the subject, "" if there is none yet."""
        found = CODE.match(self.subject)
        return found[1] if found and found[1] != "new question" else ""

    @property
    def head(self) -> str:
        """The header block, encoded words decoded."""
        block = re.split(rb"\r?\n\r?\n", self.raw, maxsplit=1)[0].decode("utf-8", "replace")
        return str(make_header(decode_header(block.replace("\r\n ", " "))))

    def words(self) -> str:
        """Everything a reader or their mail program can see, attachments of text included."""
        files = [part.content.decode("utf-8", "replace") for part in self.mail.attachments]
        return "\n".join((self.head, self.text, self.mail.html, *files))


def got(came: Came) -> Got:
    """Take a letter apart. Fails when it is a letter to a party that nobody knows."""
    mail = parse(came.raw)
    template = mail.header("X-Cocmail")
    if not template:
        known = [
            name
            for name, words in (PARTY_LETTERS | KEEPER_LETTERS).items()
            if any(one in mail.text for one in words.split("|"))
        ]
        assert len(known) == 1, f"an unknown letter to a party: {known} {mail.text[:400]}"
        template = known[0]
    reply_to = mail.sender_reply_to[0].addr
    return Got(
        came.at, came.recipients[0], template, mail.subject, mail.text, reply_to, came.raw, mail,
        came,
    )  # fmt: skip


@dataclass
class Standing:
    """What the checks need to know of one story."""

    alias: str
    committee: str
    people: dict[str, set[str]]  # id -> every address of a configured person, the first receives
    outsiders: set[str] = field(default_factory=set)  # every outside address that wrote or is named
    never: dict[str, list[str]] = field(default_factory=dict)  # address -> words not to be in it
    silent: set[str] = field(default_factory=set)  # addresses that must get nothing any more
    group: dict[str, set[str]] = field(default_factory=dict)  # code name -> addresses that were in
    wrote: dict[str, str] = field(default_factory=dict)  # address -> everything they wrote
    ids: set[str] = field(default_factory=set)
    keepers: set[str] = field(default_factory=set)  # moderators and administrators

    def check(self, letters: Iterable[Got]) -> None:
        """Every standing promise, for letters as they come."""
        for letter in letters:
            said = f"{letter.template} to {letter.to} at {letter.at:%a %H:%M}"
            members = {a for addresses in self.people.values() for a in addresses}
            assert letter.to not in self.silent, f"{said}: they must get nothing any more"
            self._envelope(letter, said)
            self._headers(letter, said, members)
            if letter.mail.header("X-Cocmail"):
                self._to_member(letter, said, members)
            elif letter.to in self.keepers:
                self._to_keeper(letter, said, members)
            else:
                self._to_party(letter, said, members)
            for word in self.never.get(letter.to, ()):
                found = re.search(rf"(?<!\w){re.escape(word)}(?!\w)", letter.words(), re.I)
                assert not found, f"{said} says {word!r}"
            self._offers(letter, said)
            if letter.template == "report" and letter.code:
                self.group.setdefault(letter.code, set()).add(letter.to)

    def at_the_end(self, letters: Iterable[Got]) -> None:
        """Nobody ever saw the code name of a case whose group they never were in."""
        for letter in letters:
            if letter.template in SHOWS_CODES:
                continue
            for code, group in self.group.items():
                if letter.to in group or code in self.wrote.get(letter.to, "").casefold():
                    continue
                assert code not in letter.words().casefold(), (
                    f"{letter.template} to {letter.to} shows the code name {code}"
                )

    def _offers(self, letter: Got, said: str) -> None:
        """Each offered line, sent back as it stands, is read as that command and nothing else."""
        asked: Asked = {
            "ballot": "ballot",
            "confirm": "confirmation",
            "was-it-you": "confirmation",
            "conflict-question": "question",
        }.get(letter.template, "")  # type: ignore[assignment]
        for line in OFFERED.findall(letter.text):
            verb = max((v for v in SHAPES if f"{line} ".startswith(f"{v} ")), key=len, default="")
            reading = read(line, SHAPES, question=asked == "question", asked=asked)
            ran = [one.verb for one in reading.lines]
            assert ran == [verb], f"{said} offers {line!r}, read as {ran} {reading.near}"

    # -- one letter ------------------------------------------------------------------------------

    def _envelope(self, letter: Got, said: str) -> None:
        local = self.alias.partition("@")[0]
        assert len(letter.came.recipients) == 1, f"{said}: one recipient"
        assert letter.came.sender.startswith(f"{local}+b-"), f"{said}: return path"
        assert [a.addr for a in letter.mail.to] == [letter.to], f"{said}: To"
        assert not letter.mail.cc, f"{said}: Cc"

    def _headers(self, letter: Got, said: str, members: set[str]) -> None:
        names = re.findall(r"^([A-Za-z-]+):", letter.raw.split(b"\r\n\r\n")[0].decode(), re.M)
        extra = {name.lower() for name in names} - ALLOWED
        assert not extra, f"{said}: headers {extra}"
        assert len(names) == len({n.lower() for n in names}), f"{said}: a header twice"
        assert [a.addr for a in letter.mail.senders] == [self.alias], f"{said}: From"
        assert letter.mail.message_id not in self.ids, f"{said}: Message-ID seen before"
        self.ids.add(letter.mail.message_id)
        strange = (self.outsiders | members) - {letter.to}
        head = letter.head.casefold()
        if not letter.mail.header("X-Cocmail"):
            # The thread of a party is their own mails': a Message-ID ends in their own domain.
            head = re.sub(r"^(in-reply-to|references):.*$", "", head, flags=re.M)
        found = [a for a in strange if re.search(rf"(?<![\w.+-]){re.escape(a)}", head)]
        assert not found, f"{said}: an address of somebody else in a header: {found}"
        self._automatic(letter, said)

    def _automatic(self, letter: Got, said: str) -> None:
        """RFC 3834: what nobody wrote says so; a person's own words do not."""
        value = letter.mail.header("Auto-Submitted")
        by_a_person = letter.template in BY_PEOPLE
        if letter.template == "status-reporter":
            by_a_person = "This news is automatic." not in letter.text
        if letter.template == "mediator-brief":  # the brief was approved, the reminder was not
            by_a_person = "everybody has agreed" in letter.text
        if by_a_person:
            assert value == "", f"{said}: Auto-Submitted {value!r} on a person's words"
        else:
            expected = "auto-replied" if letter.template in ANSWERS else "auto-generated"
            assert value == expected, f"{said}: Auto-Submitted {value!r}"

    def _to_member(self, letter: Got, said: str, members: set[str]) -> None:
        local, _, domain = self.alias.partition("@")
        assert letter.to in members, f"{said}: X-Cocmail outside the roster"
        out = letter.template == "refused" and letter.subject == "You are out of this"
        bracketed = letter.subject.startswith("[")
        # A line of the quarantine shown on its own has the number of its case already.
        shown = letter.template == "quarantine" and bracketed
        if (letter.template in OF_THE_HOUSE and not shown) or out or not bracketed:
            if letter.template not in ("confirm", "was-it-you"):
                assert letter.reply_to == self.alias, f"{said}: Reply-To {letter.reply_to}"
            return
        # Members have c-tags, people of the council o-tags (product.md 3).
        pattern = rf"{local}\+[co]-[a-z2-7]+@{domain}"
        assert re.fullmatch(pattern, letter.reply_to), f"{said}: Reply-To {letter.reply_to}"
        if letter.template not in ("confirm", "was-it-you"):
            name = letter.mail.sender_reply_to[0].name
            assert name == (letter.code or "new question"), f"{said}: Reply-To name {name!r}"

    def _to_keeper(self, letter: Got, said: str, members: set[str]) -> None:
        local, _, domain = self.alias.partition("@")
        pattern = rf"{local}\+o-[a-z2-7]+@{domain}"
        outside = letter.template in ("refused", "help") and not letter.subject.startswith("[")
        pattern = re.escape(self.alias) if outside else pattern  # an answer without a case
        assert re.fullmatch(pattern, letter.reply_to), f"{said}: Reply-To {letter.reply_to}"
        words = letter.words().casefold()
        for address in (members | self.outsiders | self.keepers) - {letter.to}:
            assert address not in words, f"{said}: an address of somebody else"

    def _to_party(self, letter: Got, said: str, members: set[str]) -> None:
        local, _, domain = self.alias.partition("@")
        # Several kinds of party get these: the subject follows the handle.
        mediator = letter.reply_to.startswith(f"{local}+o-")
        reported = letter.template in REPORTED or (
            letter.template in TO_SEVERAL
            and (mediator or letter.reply_to.startswith(f"{local}+p-"))
        )
        subject = ("A message from " if reported else "Your message to ") + self.committee
        assert letter.subject == subject, f"{said}: subject {letter.subject!r}"
        kind = "o" if mediator else ("p" if reported else "r")
        pattern = rf"{local}\+{kind}-[a-z2-7]+@{domain}"
        assert re.fullmatch(pattern, letter.reply_to), f"{said}: Reply-To {letter.reply_to}"
        words = letter.words().casefold()
        for address in (members | self.outsiders) - {letter.to}:
            shown = letter.template == "address-check" and address not in members  # that one asks
            assert shown or address not in words, f"{said}: an address of somebody else"
        for code in self.group:
            assert code not in words, f"{said}: a code name"
