"""The player: a story's steps on a stage, each letter checked, each expectation met.

One player for both stages (stages.py). What a story may say is in README.md beside this file; what
holds in every story is standing.py's.
"""

import io
import json
import logging
import re
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from email import message_from_bytes
from email.message import EmailMessage
from email.utils import format_datetime
from pathlib import Path

from overheard import overheard
from rest import raw, tells
from script import DAYS, Expected, Script, Step, quoted
from stages import InProcess, Ruling, Stage
from standing import Got, Standing, got
from talk import ALIAS, OFFICES, PEOPLE, toml

from cocmail import journal

COMMITTEE = "Example Project Code of Conduct Committee"
CONTACT = "Kim"  # the council's contact of talk.toml
# What a record may say, also where a mail happens to use the same word.
VOCABULARY = {part for verb in journal.VERBS for part in verb.split("-")} | {
    "case", "errand", "code", "bytes", "verb", "note", "cocmail", "left", "none", "loops",
}  # fmt: skip
_ID = re.compile(r"\b(?:OK|HOLD|VOTE yes|AGREE|YES|proposal|ballot|draft) ([A-Z2-9]{4})\b")

MakeStage = Callable[[Path, str], Stage]


def play(script: Script, folder: Path, make: MakeStage) -> None:
    """Play one story; an AssertionError names file, line and what came instead."""
    folder.mkdir(parents=True, exist_ok=True)
    with overheard() as records, _journal() as lines:
        stage = make(folder, _configuration(script))
        player = Player(script, stage)
        try:
            player.play()
            if isinstance(stage, InProcess):
                _rests_in_silence(script, stage)
        finally:
            stage.close()
    _journal_is_mute(script, lines.getvalue())
    _no_record_tells(script, records, player.standing.wrote.values())


def _configuration(script: Script) -> str:
    limits = "\n".join(("[limits]", *script.limits)) if script.limits else ""
    return toml(
        script.procedure,
        " ".join(n.lower() for n in script.members),
        advisers=" ".join(n.lower() for n in script.advisers),
        alternates=" ".join(n.lower() for n in script.alternates),
        chair=script.chair.lower(),
        rota=" ".join(n.lower() for n in script.screeners),
        extra="\n".join((limits, *_spaces(script))),
        overrides="\n".join(script.rules),
        known_as={who.lower(): handles for who, handles in script.known.items()},
        council=" ".join(n.lower() for n in script.council or [CONTACT]),
    )


def _spaces(script: Script) -> Iterator[str]:
    for space, offices in script.spaces.items():
        yield f'[[spaces]]\nid = "{space}"\nname = "#{space}"'
        for office in ("moderators", "administrators"):
            keepers = ", ".join(
                f'{{ id = "{n.lower()}", name = "{OFFICES[n.lower()]}", '
                f'address = "{n.lower()}@mods.test" }}'
                for n in offices[office]
            )
            yield f"{office} = [{keepers}]"
        for n in offices["delegates"]:
            yield f'[[delegates]]\nid = "{n.lower()}"\nname = "{OFFICES[n.lower()]}"'
            yield f'address = "{n.lower()}@mods.test"\nspace = "{space}"'


@dataclass
class Player:
    """One story on one stage."""

    script: Script
    stage: Stage
    boxes: list[Got] = field(default_factory=list)
    seen: int = 0  # letters that an earlier step has looked at
    count: int = 0
    codes: dict[str, str] = field(default_factory=dict)  # called "first" -> the code name
    last_raw: dict[str, tuple[bytes, str, str]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        outsiders = {a for _, addresses in self.script.outside.values() for a in addresses}
        people = {
            name: {f"{name.lower()}@members.test", f"{name.lower()}@work.test"}
            for name in self._committee()
        }
        self.offices = {
            n: f"{n.lower()}@council.test"
            for n in self.script.council or [CONTACT]
            if n not in self._committee()
        }
        people |= {name: {address} for name, address in self.offices.items()}
        keepers = {
            n: f"{n.lower()}@mods.test"
            for offices in self.script.spaces.values()
            for people_of in offices.values()
            for n in people_of
        }
        self.offices |= keepers
        self.standing = Standing(ALIAS, COMMITTEE, people, outsiders, keepers=set(keepers.values()))

    def play(self) -> None:
        """Every step in turn."""
        for step in self.script.steps:
            try:
                self._play(step)
            except AssertionError as wrong:
                place = f"{self.script.file.name}:{step.line}: {step.text}"
                raise AssertionError(f"{place}\n{wrong}\n{self._came()}") from None
        self.standing.at_the_end(self.boxes)

    def _play(self, step: Step) -> None:
        if step.clock:
            self.stage.until(self._moment(step))
        match step.kind:
            case "says":
                self._says(step)
            case "hop":
                for name in step.who:
                    for address in self._addresses(name):
                        self.stage.rule(address, _ruling(step.ruling))
            case "down":
                self.stage.down(step.span)
            case "never":
                for address in self._all(step.who):
                    self.standing.never.setdefault(address, []).extend(quoted(step.words))
            case "silent":
                self.standing.silent.update(self._all(step.who))
            case "passes":
                pass
        fresh = [got(came) for came in self.stage.letters[len(self.boxes) :]]
        self.boxes += fresh
        self.standing.check(fresh)
        window = self.boxes[self.seen :]
        if step.expected:
            explained: list[Got] = []
            for expected in step.expected:
                self._meet(expected, window, explained)
            self.seen = len(self.boxes)

    def _committee(self) -> tuple[str, ...]:
        script = self.script
        return (*script.members, *script.advisers, *script.alternates, *script.later)

    # -- time and people -------------------------------------------------------------------------

    def _moment(self, step: Step) -> datetime:
        """The next such moment: a weekday and hour, with the day of the month where it is far."""
        hour, minute = map(int, step.clock.split(":"))
        now = self.stage.now
        moment = now.replace(hour=hour, minute=minute, second=0, microsecond=0)
        for _ in range(400):
            fits = DAYS[moment.weekday()] == step.day and step.date in (0, moment.day)
            if fits and moment >= now:
                return moment
            moment += timedelta(days=1)
        raise AssertionError(f"there is no {step.day} {step.date}")

    def _addresses(self, name: str) -> tuple[str, ...]:
        if name in self.script.outside:
            return self.script.outside[name][1]
        if name in self.offices:
            return (self.offices[name],)
        assert name in self._committee(), f"nobody is called {name}"
        return (f"{name.lower()}@members.test",)

    def _all(self, names: tuple[str, ...]) -> set[str]:
        return {address for name in names for address in self._addresses(name)}

    def _full_name(self, name: str) -> str:
        if name in self.script.outside:
            return self.script.outside[name][0]
        return {**PEOPLE, **OFFICES}.get(name.lower(), name)

    # -- somebody writes -------------------------------------------------------------------------

    def _says(self, step: Step) -> None:
        who = step.who[0]
        strange = next((h[5:] for h in step.how if h.startswith("from ")), "")
        sender = strange or self._addresses(who)[0]
        if all(sender not in known for known in self.standing.people.values()):
            self.standing.outsiders.add(sender)
        match step.verb:
            case "sends the same again":
                raw, sender, to = self.last_raw[who]
                if "new id" in step.how:
                    self.count += 1
                    raw = re.sub(rb"(?m)^Message-ID: <", b"Message-ID: <n%d." % self.count, raw)
                self.stage.give(raw, sender, to)
            case "bounces":
                letter = self._letter(who, step)
                self.stage.give(_bounce(letter), "", letter.came.sender)
            case "answers":
                letter = self._letter(who, step)
                self._give(step, who, sender, step.to or _written_for(step, letter), letter)
            case _:
                self._give(step, who, sender, step.to or ALIAS, None)

    def _letter(self, who: str, step: Step) -> Got:
        mine = [g for g in self.boxes if g.to in self._addresses(who)]
        code = self.codes.get(step.case, "")
        fits = [g for g in mine if g.template == step.template and code in ("", g.code)]
        assert fits, f"{who} has no {step.template}: {[g.template for g in mine]}"
        return fits[-1]

    def _give(self, step: Step, who: str, sender: str, to: str, letter: Got | None) -> None:
        words = [self._filled(x, who, letter) for x in step.words.split(" / ") if x]
        below = [self._filled(x, who, letter) for x in step.body]
        subject = f"Re: {letter.subject}" if letter else "hello"
        if letter is None and below:
            subject, words = (words or [subject])[0], []
        text = "\n".join((*words, *below))
        self.standing.wrote[sender] = f"{self.standing.wrote.get(sender, '')}\n{text}"
        if letter is not None:
            quote = "\n".join(f"> {line}" for line in letter.text.split("\n"))
            text = f"{text}\n\nOn Monday, {COMMITTEE} wrote:\n{quote}\n"
        self.count += 1
        message = self._message(step, who, sender, to, subject, letter)
        message.set_content(text)
        for filename, kind, content in step.files:
            if kind == "message/rfc822":  # the newest mail of that person, as it was
                message.add_attachment(message_from_bytes(self.last_raw[filename][0]))
                continue
            main, _, sub = kind.partition("/")
            message.add_attachment(content, maintype=main, subtype=sub, filename=filename)
        raw = _proof(step, sender) + _crlf(message)
        envelope = "" if "automatic" in step.how else sender
        self.last_raw[who] = (raw, envelope, to)
        self.stage.give(raw, envelope, to)

    def _message(
        self, step: Step, who: str, sender: str, to: str, subject: str, letter: Got | None
    ) -> EmailMessage:
        message = EmailMessage()
        via = " via Team" if "munging list" in step.how else ""
        message["From"] = f"{self._full_name(who)}{via} <{sender}>"
        if {"list", "munging list"} & set(step.how):
            message["List-Id"] = "<team.lists.test>"
            message["Precedence"] = "list"
        message["To"] = to
        for how in step.how:
            if how.startswith("cc "):
                message["Cc"] = how[3:]
        message["Subject"] = subject
        message["Date"] = format_datetime(self.stage.now + timedelta(seconds=self.count % 50))
        message["Message-ID"] = f"<m{self.count}@{sender.rpartition('@')[2]}>"
        if letter is not None:
            message["In-Reply-To"] = f"<{letter.mail.message_id}>"
        if "automatic" in step.how:
            message["Auto-Submitted"] = "auto-replied"
        if "spam" in step.how:
            message["X-Spam-Flag"] = "YES"
        return message

    def _filled(self, line: str, who: str, letter: Got | None) -> str:
        """`<id>` and `<code>` as the letter answered prints them, `<first>` as it was called."""
        for name, code in self.codes.items():
            line = line.replace(f"<{name}>", code)
        own = self._addresses(who) if who else ()
        mine = [g for g in reversed(self.boxes) if g.to in own]
        looked_at = ([letter] if letter else []) + mine + list(reversed(self.boxes))
        if "<id>" in line:
            found = next(f[1] for g in looked_at if (f := _ID.search(f"{g.subject}\n{g.text}")))
            line = line.replace("<id>", found)
        if "<code>" in line:
            line = line.replace("<code>", next(g.code for g in looked_at if g.code))
        return line

    # -- what must follow ------------------------------------------------------------------------

    def _meet(self, expected: Expected, window: list[Got], explained: list[Got]) -> None:
        place = f"line {expected.line}: => {expected.text}"
        if expected.what == "else":
            left = [g for g in window if g not in explained]
            assert not left, f"{place}: but {_listed(left)}"
            return
        if expected.who == ("nobody",):
            found = [g for g in window if expected.what in ("anything", g.template)]
            assert not found, f"{place}: but {_listed(found)}"
            return
        for name in expected.who:
            mine = [g for g in window if g.to in self._addresses(name)]
            if expected.what in ("nothing", "anything"):
                assert bool(mine) == (expected.what == "anything"), f"{place}: but {_listed(mine)}"
                explained += mine
                continue
            fits = [g for g in mine if g.template == expected.what]
            assert fits, f"{place}: {name} has {_listed(mine) or 'nothing'}"
            assert expected.times in (0, len(fits)), f"{place}: {len(fits)} times"
            self._look(expected, fits, place)
            explained += fits

    def _look(self, expected: Expected, fits: list[Got], place: str) -> None:
        newest = fits[-1]
        if expected.called:
            self.codes[expected.called] = newest.code
        said = _plain(f"{newest.subject}\n{newest.text}")
        for words in expected.having:
            wanted = _plain(self._filled(words, "", None) if "<" in words else words)
            assert wanted in said, f"{place}: it says\n{newest.subject}\n{newest.text}"
        for words in expected.lacking:
            for one in fits:
                pattern = rf"(?<!\w){re.escape(_plain(words))}(?!\w)"
                found = re.search(pattern, _plain(f"{one.subject}\n{one.text}"))
                assert not found, f"{place}: it says\n{one.text}"
        for words in expected.subject:
            wanted = self._filled(words, "", None)
            assert wanted in newest.subject, f"{place}: the subject is {newest.subject}"

    def _came(self) -> str:
        return "Since the last step that was looked at:\n" + _listed(self.boxes[self.seen :])


def _listed(letters: list[Got]) -> str:
    return "\n".join(f"  {g.at:%a %H:%M} {g.template} to {g.to}: {g.subject}" for g in letters)


def _plain(text: str) -> str:
    return " ".join(text.split()).casefold()


def _written_for(step: Step, letter: Got) -> str:
    """Where an answer goes: to the letter's Reply-To, or to the address it prints for somebody."""
    whom = next((h[4:] for h in step.how if h.startswith("for ")), "")
    if not whom:
        return letter.reply_to
    found = re.search(rf"{re.escape(whom)}: (\S+@\S+)", letter.text)
    assert found, f"no address for {whom} in it"
    return found[1]


def _ruling(word: str) -> Ruling:
    assert word in ("takes", "defers", "refuses")
    return word  # type: ignore[return-value]


def _crlf(message: EmailMessage) -> bytes:
    return message.as_bytes().replace(b"\r\n", b"\n").replace(b"\n", b"\r\n")


def _proof(step: Step, sender: str) -> bytes:
    """What our own relay says about the From."""
    if "unproven" in step.how:
        return b""
    verdict = "fail" if "failing" in step.how else "pass"
    domain = sender.rpartition("@")[2]
    said = f"Authentication-Results: mx.example.test; dmarc={verdict} header.from={domain}\r\n"
    return said.encode()


def _bounce(letter: Got) -> bytes:
    """A delivery report of the next hop's next hop (RFC 3464)."""
    lines = (
        "From: Mail Delivery System <mailer-daemon@relay.test>", f"To: {letter.came.sender}",
        "Subject: Undelivered Mail Returned to Sender", "MIME-Version: 1.0",
        'Content-Type: multipart/report; report-type=delivery-status; boundary="b"', "",
        "--b", "Content-Type: text/plain", "", "I am sorry.", "--b",
        "Content-Type: message/delivery-status", "", "Reporting-MTA: dns; relay.test", "",
        f"Final-Recipient: rfc822; {letter.to}", "Action: failed", "Status: 5.1.1", "", "--b--", "",
    )  # fmt: skip
    return "\r\n".join(lines).encode()


# -- the journal ----------------------------------------------------------------------------------


@contextmanager
def _journal() -> Iterator[io.StringIO]:
    """Everything the operator's log would hold, and the loggers as they were afterwards."""
    loggers = [logging.getLogger("cocmail"), logging.getLogger()]
    before = [(one, list(one.handlers), one.propagate, one.level) for one in loggers]
    lines = io.StringIO()
    journal.set_up("INFO", lines)
    try:
        yield lines
    finally:
        for one, handlers, propagate, level in before:
            one.handlers[:], one.propagate = handlers, propagate
            one.setLevel(level)


def _journal_is_mute(script: Script, text: str) -> None:
    """Promise 9: no address, name, subject or code name in an operational log."""
    assert "kept" in text or "quarantined" in text or "sent" in text, "the journal was not heard"
    assert "@" not in text
    names = [n for full, _ in script.outside.values() for n in full.split() if len(n) > 3]
    for line in text.splitlines():
        words = set(re.findall(r"[a-z]+", json.dumps(list(json.loads(line).values())).lower()))
        said = words & {n.lower() for n in (*names, *PEOPLE)}
        assert not said, f"the journal says {said}: {line}"
        assert json.loads(line)["verb"] not in ("trouble", "stuck"), line


def _rests_in_silence(script: Script, stage: InProcess) -> None:
    """Promise 9: nothing in clear on disk, and nothing of an erased case with every key left."""
    people = {a for full, addresses in script.outside.values() for a in (full, *addresses)}
    found = tells(raw(stage.folder), people)
    assert not found, f"{script.file.name}: in clear on disk: {found}"
    # The words of a rule change are the house's own (PS-76).
    steps = [s for s in script.steps if not any(x.startswith("CHANGE") for x in (s.words, *s.body))]
    lines = {x.strip() for s in steps for x in s.body if len(x) > 24}
    left = stage.left_when_erased({*people, *lines})
    assert not left, f"{script.file.name}: what is left of erased cases opens: {left}"


def _no_record_tells(script: Script, records: list[str], wrote: Iterable[str]) -> None:
    """Promise 9, with every logger at DEBUG: no address, name, subject or word of a mail."""
    assert records, "no logger was heard"
    names = (*PEOPLE.values(), *OFFICES.values(), *(full for full, _ in script.outside.values()))
    subjects = [step.words for step in script.steps if step.body]
    said = (*wrote, *names, *subjects)
    secret = {w for one in said for w in re.findall(r"[a-z]{4,}", one.casefold())}
    secret -= VOCABULARY
    for record in records:
        assert not re.search(r"[\w.+-]@[\w-]", record), f"a record with an address: {record}"
        told = secret & set(re.findall(r"[a-z]{4,}", record.casefold()))
        assert not told, f"a record says {told}: {record}"
