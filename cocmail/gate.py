"""The gate: who may read what. Every outbound mail is made here, and only here.

`readers` is the one place where a role becomes people, `may` the one place that says whether a
person may get a letter now, `see` the one place where a case becomes text. They stand side by
side so that they can be read together.

A letter is made at the moment of sending, for exactly one reader, from what that reader may see
then (promise 3): what waits is an errand, "template X, about case Y, for reader Z". A recusal at
10:05 so stops a retry at 10:06. What this room guards against:

* somebody excluded, matched or recused getting anything of a case: `may` asks the case as it is;
* a case that an excluded person could notice: their letters are a function of what they may see;
* an outsider's address in a member's header, or a member's in a party's: `_head` knows handles;
* a letter to a party that nobody approved, or whose words, role or address changed since: the
  digest is made again and compared;
* a letter to an address that nobody confirmed, beyond the receipt and the neutral status;
* two recipients: a Letter has one.

Not here: whether a letter is wanted (core/), its words (templates/), its bytes (mail/build.py).
"""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from typing import assert_never

from cocmail.config import Config
from cocmail.core import checking, conflicts, fetching, mediating, requests, soloacts
from cocmail.core.audience import Audience, CaseGroup, One, PartyTo, Presiding, Readers
from cocmail.core.case import Case
from cocmail.core.conflicts import Frame
from cocmail.core.links import MOVED
from cocmail.core.offers import offers
from cocmail.delivery import notice, way
from cocmail.doors import (
    DOORS,
    OUTSIDE_UNAPPROVED,
    TO_EITHER,
    UNAPPROVED,
    UNCONFIRMED_MAY_GET,
    automatic,
)
from cocmail.keyring import Keyring
from cocmail.mail.build import Button, Head, letter_bytes
from cocmail.mail.letter import Letter
from cocmail.records import Records
from cocmail.render import Renderer, Words
from cocmail.roster import Addresses
from cocmail.sight import attached, parties, probing
from cocmail.sight.every import SEEN
from cocmail.sight.scene import Scene, Seen
from cocmail.sight.secrets import given_away
from cocmail.sight.tongue import tongue


@dataclass(frozen=True, slots=True)
class Errand:
    """Template X, about case Y, for reader Z; no text and no address."""

    id: int
    case: int
    template: str
    reader: str
    about: tuple[tuple[str, str], ...]
    transit: int = 0


@dataclass(frozen=True, slots=True)
class Withheld:
    """The letter is not made, by this rule, and never will be."""

    rule: str


@dataclass(frozen=True, slots=True)
class Parked:
    """The letter is not made now; it waits until something in the case changes."""

    rule: str


class Gate:
    """Makes letters from errands. Holds no state of its own."""

    def __init__(
        self, config: Config, records: Records, renderer: Renderer, addresses: Addresses
    ) -> None:
        self._config = config
        self._records = records
        self.renderer = renderer
        self._addresses = addresses
        self._sets = renderer.languages()
        self.keyring = Keyring.of(config)

    # -- who -------------------------------------------------------------------------------------

    def readers(self, audience: Audience, case: Case, frame: Frame) -> list[str]:
        """The readers of a role, as things stand now: "member:ana", "party:R1"."""
        match audience:
            case One():
                return [f"member:{audience.person}"] if audience.person else []
            case PartyTo():
                return [f"party:{audience.ref}"]
            case CaseGroup():
                return [f"member:{p}" for p in case.group if p not in audience.but]
            case Presiding():
                return self.readers(One(conflicts.presiding(case, frame)), case, frame)
            case Readers():
                if case.state == "held":
                    who = case.screener or conflicts.presiding(case, frame)
                    return [f"member:{who}"] if who and who not in audience.but else []
                return self.readers(CaseGroup(audience.but), case, frame)
            case _:
                assert_never(audience)

    def may(self, errand: Errand, case: Case, frame: Frame) -> Withheld | Parked | None:
        """Whether this reader may get this letter now; None means yes."""
        kind, who = errand.reader.split(":", 1)
        if kind == "party":
            own = self.recipient(case, who)[1] if who in case.parties else ""
            shut = frame.house.locks.among(self._addresses.whose(own))
            return self._party_may(errand, case, who) or (Parked("suspended") if shut else None)
        seats = frame.house.seats
        if errand.template == "offboarding" and not case.no and who in seats.known:
            return None  # the farewell, and nothing else, to one who left (PS-56)
        if who not in frame.roster.people:
            return Withheld("off-roster")
        if who in seats.suspended() or who in frame.house.locks:  # LOCK, A20
            return Parked("suspended")
        asleep = fetching.asleep(case, who, dict(errand.about)) and Parked("to-be-fetched")
        return self._member_may(errand, case, who, frame) or asleep or None

    def _member_may(
        self, errand: Errand, case: Case, who: str, frame: Frame
    ) -> Withheld | Parked | None:
        door, about = DOORS[errand.template], dict(errand.about)
        if who in case.excluded:
            return Withheld("excluded")
        if who in case.recused:
            last_words = door == "left" or bool(about.get("out"))
            return None if last_words else Withheld("recused")
        if case.state == "spam" and door not in ("own", "house") and errand.template != "notices":
            return Withheld("spam")  # only the news of it, so that another member can undo it
        standing = conflicts.standing(case, who)
        match door:
            case "own" | "house" | "left":
                return None
            case "presiding":
                right = conflicts.presiding(case, frame) == who
                return None if right or not case.no else Withheld("not-presiding")
            case "screener":
                fits = case.state == "held" and case.screener == who
                return None if fits else Withheld("not-the-screener")
            case "asked":
                return self._may_be_asked(case, who, about)
            case "outside":
                return self._outside_may(errand, case)
            case "readers" if case.state == "held":
                return self._held_may(errand, case, who, frame)
            case "group" | "readers":
                if errand.template == "case-status" and about.get("listing"):
                    return None
                if errand.template == "document" and requests.given(case, who, about):
                    return None
                if standing == "paused":
                    return Parked("paused")
                if standing != "in":
                    return Withheld("not-in-the-group")
                return self._may_read_mail(case, who, about)
            case _:
                assert_never(door)

    def _held_may(self, errand: Errand, case: Case, who: str, frame: Frame) -> Withheld | None:
        """Before release the screener alone; where there is none, whoever presides is reminded."""
        act = case.urgency.acts.get(int(dict(errand.about).get("act", "0")))
        if act and who in (act.by, soloacts.told(case, frame, act)):
            return None  # who acted, and the chair; nothing of the report
        if case.screener:
            return None if case.screener == who else Withheld("not-the-screener")
        wordless = errand.template in ("reminder", "cannot-acknowledge")
        reminded = wordless and conflicts.presiding(case, frame) == who
        return None if reminded else Withheld("not-the-screener")

    def _may_be_asked(self, case: Case, who: str, about: dict[str, str]) -> Withheld | None:
        question = case.questions.get(int(about.get("q", "0")))
        if question is None or who in question.cleared or who in question.shut:
            return Withheld("answered")
        asking = case.state in ("held", "open") or (question.council and case.state == "closed")
        return None if asking else Withheld("not-open")

    def _may_read_mail(self, case: Case, who: str, about: dict[str, str]) -> Withheld | None:
        mail = case.mail(int(about["mail"])) if about.get("mail", "all") != "all" else None
        return Withheld("named-in-it") if mail and who in mail.withheld else None

    def _outside_may(self, errand: Errand, case: Case) -> Withheld | None:
        """Moderators, administrators and the council get what two members stand behind."""
        draft_id = dict(errand.about).get("draft", "")
        if not draft_id:
            allowed = errand.template in OUTSIDE_UNAPPROVED
            return None if allowed else Withheld("not-approved")
        return self._draft_may(case, draft_id, ("approved", "sent"))

    def _draft_may(self, case: Case, draft_id: str, states: tuple[str, ...]) -> Withheld | None:
        """Exactly the words, role and address that a second reader saw, and no hit of the check."""
        draft = case.drafts.get(draft_id)
        if draft is None or draft.state not in states:
            return Withheld("not-approved")
        if self.digest(case, draft_id) != draft.digest:
            return Withheld("changed-since")
        hits = self.leaks(case, draft.text, draft.marks, draft.ref, draft.files)
        stop = checking.withstood(case.checking, draft_id, hits, conflicts.active(case))
        return Withheld("check-hit") if stop else None

    def _party_may(self, errand: Errand, case: Case, ref: str) -> Withheld | Parked | None:
        party = case.parties.get(ref)
        if party is None or not party.address or not party.answerable:
            return Withheld("no-address")
        if party.role == MOVED:
            return Withheld("moved")  # to another case, whose letters they get
        if case.state in ("spam", "merged") and errand.template != "receipt":
            return Withheld(case.state)
        about = dict(errand.about)
        over = mediating.denied(case, errand.template, ref, about)
        if over:
            return Withheld(over)
        draft_id = about.get("draft", "")
        if draft_id:
            denied = self._draft_may(case, draft_id, ("approved",))
            if denied is not None:
                return denied
        elif errand.template not in UNAPPROVED | TO_EITHER:
            return Withheld("not-approved")
        if errand.template == "first-contact" and case.lead != about.get("contact"):
            return Withheld("lead-changed")
        # Neutral status only: a drafted one is a member's words (product.md 4).
        neutral = errand.template in UNCONFIRMED_MAY_GET and not draft_id
        if not party.confirmed and not neutral:
            return Parked("unconfirmed")
        return None

    # -- what ------------------------------------------------------------------------------------

    def see(self, errand: Errand, case: Case, frame: Frame) -> Seen:
        """What this reader may see of this case in this letter."""
        scene = self._scene(errand, case, frame)
        seen = SEEN[errand.template](scene)
        return Seen({**scene.common(), **seen.context}, seen.enclosures, seen.note)

    def letter(self, errand: Errand, case: Case, frame: Frame) -> Letter | Withheld | Parked:
        """The letter of one errand, as of now, for its one reader."""
        if errand.template == probing.TEMPLATE:
            made = probing.made(self._scene(errand, case, frame), self.renderer, errand.id)
            return Letter(errand.id, *made) if made else Withheld("nothing-new")
        denied = self.may(errand, case, frame)
        if denied is not None:
            return denied
        draft = case.drafts.get(dict(errand.about).get("draft", ""))
        party = errand.reader.startswith("party:")
        outside = DOORS.get(errand.template) == "outside"
        how = way(errand, self._records.roster, self.keyring, frame.now)
        if (party or outside) and draft is not None:
            files = attached.enclosures(self._records, case, draft.files)
            words, seen = Words(draft.subject, draft.text), Seen({}, files)
        else:
            seen = self.see(errand, case, frame)
            if seen.note == "nothing-new":
                return Withheld("nothing-new")
            if how == "notice":
                return self._notice(errand, case, frame)
            words = self._words(errand.template, case, frame, seen, self._tongue(errand, case))
        buttons = () if party or outside else self._buttons(errand, case, frame)
        head = self._head(errand, case, frame, words.subject)
        content = letter_bytes(head, words.text, buttons=buttons, enclosures=seen.enclosures)
        if how == "sealed":
            closed = self.keyring.sealed(content, errand.reader.partition(":")[2], frame.now)
            if closed is None:  # never plain text instead
                return self._notice(errand, case, frame)
            content = closed
        sender = self._records.bounce_handle(case.no, errand.reader, errand.id)
        return Letter(errand.id, sender, head.to_addr, content)

    def _notice(self, errand: Errand, case: Case, frame: Frame) -> Letter:
        """Nothing of the case, only that there is something to fetch (never plain text)."""
        scene = self._scene(errand, case, frame)
        line, buttons = notice(self._records.roster.people[scene.who])
        context = {**scene.common(), "asks": False, "lines": [line]}
        words = self._words("notices", case, frame, Seen(context), self._config.committee.language)
        head = self._head(errand, case, frame, words.subject)
        content = letter_bytes(head, words.text, buttons=buttons)
        sender = self._records.bounce_handle(case.no, errand.reader, errand.id)
        return Letter(errand.id, sender, head.to_addr, content, notice=True)

    def _words(self, template: str, case: Case, frame: Frame, seen: Seen, language: str) -> Words:
        return self.renderer.words(template, procedure=case.procedure or frame.rules.id,
                                   language=language, context=seen.context)  # fmt: skip

    def _tongue(self, errand: Errand, case: Case) -> str:
        """A party's own language where there is a set of it, else the committee's."""
        kind, who = errand.reader.split(":", 1)
        who = who if kind == "party" else ""
        return tongue(self._config, self._records, case, who, self._sets)

    def _scene(self, errand: Errand, case: Case, frame: Frame) -> Scene:
        return Scene(
            self._config, self._records, frame, case, errand.template, errand.reader,
            dict(errand.about), errand.transit, self.keyring.offered(frame.now),
        )  # fmt: skip

    def _buttons(self, errand: Errand, case: Case, frame: Frame) -> Sequence[Button]:
        who = errand.reader.split(":", 1)[1]
        made = offers(case, who, frame, errand.template, dict(errand.about))
        return [Button(label, line) for line, label in made]

    # -- to whom ---------------------------------------------------------------------------------

    def _head(self, errand: Errand, case: Case, frame: Frame, subject: str) -> Head:
        kind, who = errand.reader.split(":", 1)
        records = self._records
        committee = self._config.committee
        reply_name, reply_to = committee.name, committee.alias
        if kind == "party":
            to = records.address(case.no, case.parties[who].address)
            reply_to = records.party_handle(case, who, dict(errand.about).get("with", ""))
            template = ""
        else:
            to = self._addresses.receiving(who)
            known = frame.roster.people.get(who)
            insider = known is None or known.office in ("member", "council")
            template = errand.template if insider else ""
            if errand.template in ("confirm", "was-it-you"):
                n = int(dict(errand.about)["held"])
                reply_name, reply_to = "one question", records.held_handle(case, who, n)
            elif case.no and not dict(errand.about).get("out"):
                code = self._scene(errand, case, frame).code
                outside = DOORS[errand.template] == "outside"  # words for whoever reads no case
                reply_name = "new question" if outside or not code else code
                reply_to = records.member_handle(case, who)
        root = records.message_id(case.no, errand.reader, 0)
        theirs = case.last_mail(who) if kind == "party" else ""
        references = tuple(x for x in (root if case.no else "", theirs) if x)
        drafted = bool(dict(errand.about).get("draft"))
        return Head(
            from_name=committee.name,
            from_addr=committee.alias,
            to_addr=to,
            reply_to_name=reply_name,
            reply_to_addr=reply_to,
            subject=subject,
            message_id=records.message_id(case.no, errand.reader, errand.id),
            date=frame.now,
            references=references,
            in_reply_to=theirs,
            auto_submitted=automatic(errand.template, drafted=drafted),
            template=template,
            loop_mark=records.handles.loop_mark(),
        )

    # -- words to parties ------------------------------------------------------------------------

    def worded(
        self, case: Case, frame: Frame, template: str, ref: str, parts: dict[str, object]
    ) -> Words:
        """A drafted letter in its final words, as that party would get it."""
        errand = Errand(0, case.no, template, f"party:{ref}", ())
        scene = self._scene(errand, case, frame)
        language = self._tongue(errand, case)
        context = {**scene.common(), **parties.drafted(scene, template, parts, language)}
        if ref.startswith("@"):  # an office: the council's subjects are bracketed like members'
            context["tag"] = "new question"
        return self._words(template, case, frame, Seen(context), language)

    def digest(self, case: Case, draft_id: str) -> str:
        """What an approval binds: subject, text, role and address of the one who will get it."""
        draft = case.drafts[draft_id]
        words = (draft.subject, draft.text, draft.files)
        return self.digest_of(case, draft.ref, draft.template, *words)

    def digest_of(
        self, case: Case, ref: str, template: str, subject: str, text: str, files: int = 0
    ) -> str:
        """The digest of words and files that are still to become a draft."""
        role, address = self.recipient(case, ref)
        files_digest = attached.digest(self._records, case, files)
        parts = (template, files_digest, ref, role, address, subject, text)
        return hashlib.sha256("\0".join(parts).encode("utf-8", "surrogatepass")).hexdigest()

    def recipient(self, case: Case, ref: str) -> tuple[str, str]:
        """Role and full address of the one, or the ones, who will get a draft (product.md 7)."""
        if ref.startswith("@"):
            people = conflicts.outside(case, self._records.roster, ref)
            return ref, ", ".join(self._addresses.receiving(p.id) for p in people)
        party = case.parties[ref]
        return party.role, self._records.address(case.no, party.address)

    def leaks(
        self, case: Case, text: str, marks: tuple[str, ...], ref: str, files: int
    ) -> tuple[tuple[str, str], ...]:
        """What in text and files would give something away to that party: (kind, the words)."""
        return given_away(self._config, self._records, self.renderer, case, text, marks, ref, files)
