"""What a decision may ask about words, names and addresses (core.sitting.Counsel), answered.

The core knows no address and reads no text; it asks here and gets values back. One counsel serves
one event.
"""

import re
from collections.abc import Callable, Container, Sequence
from dataclasses import replace

from cocmail import leakcheck, roster, traces, wordcheck
from cocmail.config import Config
from cocmail.core import checking, codenames, conflicts, quarantine
from cocmail.core.case import Case
from cocmail.core.conflicts import Frame
from cocmail.core.people import fold, is_example
from cocmail.core.sitting import Worded
from cocmail.gate import Gate
from cocmail.mail.parse import Address
from cocmail.mail.replies import own_words, without_signature
from cocmail.records import Records
from cocmail.roster import Addresses
from cocmail.sight.secrets import allowed, secrets
from cocmail.sight.whole import quarantined

# What a text holds of a case, without the words themselves.
KINDS: dict[traces.Kind, str] = {
    "name": "a name", "given-name": "a given name", "address": "an address", "handle": "a handle",
    "link": "a link", "message-id": "a message id", "file-name": "a file's name",
    "time": "a time", "six-words": "six words in a row",
    "telling-word": "a word that tells who was there",
}  # fmt: skip


class UsedCodes(Container[str]):
    """Every code name ever drawn, looked up in the keyed index (PS-61: never reused)."""

    def __init__(self, records: Records) -> None:
        self._records = records

    def __contains__(self, code: object) -> bool:
        erased = self._records.house.past.erased.values()
        found = self._records.store.find("code", str(code))
        return bool(found) or any(stone.code == code for stone in erased)


class Counsellor:
    """Answers for one event."""

    def __init__(
        self,
        config: Config,
        records: Records,
        gate: Gate,
        addresses: Addresses,
        words: Sequence[str],
        frame: Frame,
    ) -> None:
        self._config = config
        self._records = records
        self._gate = gate
        self._addresses = addresses
        self._code_words = words
        self._words = wordcheck.known_words(config.site, config.committee.language)
        self._frame = frame

    def code_name(self, roll: Callable[[int], int]) -> str:
        """An unused code name."""
        return codenames.draw(self._code_words, UsedCodes(self._records), roll)

    def leaks(
        self, case: Case, text: str, marks: tuple[str, ...], ref: str, files: int = 0
    ) -> tuple[str, ...]:
        """What in this text and these files would give something away to them (promise 5)."""
        found = self._gate.leaks(case, text, marks, ref, files)
        return tuple(checking.said(kind, words) for kind, words in found)

    def about_problem(self, case: Case, name: str) -> str:
        """Why this may not be the name of a conflict question, or "" (PS-13)."""
        if is_example(name):
            return f"Put their own name in the place of {name}."
        forbidden = [p.name for p in case.parties.values() if p.role != "reported"]
        addresses = (self._records.address(case.no, p.address) for p in case.reporters())
        forbidden += [address for address in addresses if address]
        for kept, _ in case.mails:
            if kept.source.startswith("R"):
                senders = self._records.mail(case.no, kept.text).senders
                forbidden += [s.name for s in senders if s.name]
        problem = roster.about_problem(name, self._frame.roster, forbidden)
        return problem[:1].upper() + problem[1:] + "." if problem else ""

    def meant(self, words: str) -> tuple[str, ...]:
        """Everyone configured whom a name can mean: "Dr Dee Novak" is not on the roster as such."""
        known = self._frame.roster
        exact = known.named(words)
        if exact:
            return tuple(p.id for p in exact)
        said = roster.Wording("", "", "", f"about {words}")
        return tuple(hit.person for hit in roster.matched(known, self._addresses, said))

    def sheet_problem(self, case: Case, text: str) -> str:
        """Why this may not stand in the sheet, or "" (PS-59)."""
        told = secrets(self._records, self._config, case, "")
        problem = leakcheck.sheet_entry_problem(text, told, self._words)
        return problem[:1].upper() + problem[1:] + "." if problem else ""

    def cautions(self, text: str) -> tuple[str, ...]:
        """Words worth a second look (JU-17, PS-60)."""
        return wordcheck.warnings(text, self._words)

    def gendered(self, text: str) -> tuple[str, ...]:
        """The gendered words of a text (PS-60)."""
        return wordcheck.gendered(text, self._words)

    def urgent(self, text: str) -> bool:
        """Whether these words may not wait for a bundle."""
        return wordcheck.urgent(text, self._words)

    def words_of(self, case: Case, n: int) -> str:
        """What the sender of a mail wrote, without quote and signature."""
        kept = case.mail(n)
        if kept is None:
            return ""
        return without_signature(own_words(self._records.mail(case.no, kept.text).text)).strip()

    def reported_before(self, name: str) -> tuple[Case, ...]:
        """Cases by the keyed index of persons: nobody searches other cases' words (PS-30)."""
        return self._records.reported(name)

    def worded(
        self, case: Case, template: str, ref: str, parts: dict[str, object], files: int = 0
    ) -> Worded:
        """The letter as that party would get it, with these sealed files."""
        words = self._gate.worded(case, self._frame, template, ref, parts)
        digest = self._gate.digest_of(case, ref, template, words.subject, words.text, files)
        return Worded(words.subject, words.text, digest)

    def digest(self, case: Case, draft_id: str) -> str:
        """The digest of a draft as it would leave now."""
        return self._gate.digest(case, draft_id)

    def keep_address(self, case: Case, address: str) -> int:
        """Seal an address under the case's key."""
        return self._records.store.keep_text(case.no, address.encode("utf-8", "surrogateescape"))

    def same_address(self, case: Case, number: int, address: str) -> bool:
        """Whether a sealed address is this one."""
        known = self._records.address(case.no, number)
        return bool(known) and self._addresses.same(known, address)

    def copy_address(self, source: Case, number: int, target: Case) -> int:
        """Seal an address of one case under another one's key."""
        address = self._records.address(source.no, number)
        return self.keep_address(target, address) if address else 0

    def copy_text(self, source: Case, number: int, target: Case) -> int:
        """Seal a text of one case under another one's key."""
        return self._records.store.keep_text(target.no, self._records.text(source.no, number))

    def address_problem(self, case: Case, address: str, person: str, ref: str) -> str:
        """Another party's address, the alias, a list, or a roster address not that person's own."""
        if is_example(address):
            return f"Put their own address in the place of {address}, or leave it out."
        if self._records.handles.is_ours(address):
            return "That is an address of this committee."
        if roster.looks_like_a_list(address):
            return "That looks like a mailing list: a letter goes to one person's own address."
        owners = self._addresses.whose(address)
        if owners and person not in owners:
            return "That address belongs to somebody else on record."
        for party in case.parties.values():
            own = party.ref == ref or (person and party.person == person)
            if not own and self.same_address(case, party.address, address):
                return f"That is the address of another party, {party.ref}."
        return ""

    def lists_among(self, people: tuple[str, ...]) -> tuple[str, ...]:
        """Those of these people whose address looks like a mailing list (GC-11, PS-02)."""
        first = {p: self._addresses.every(p)[:1] for p in people}
        return tuple(p for p, own in first.items() if any(map(roster.looks_like_a_list, own)))

    def case_words(self, person: str, text: str) -> tuple[str, ...]:
        """Asked of what the author may see and of nothing else: who is kept out of a case gets
        the same answer as in a world without it (promise 4)."""
        found: dict[str, None] = {}
        said = f" {' '.join(re.findall(r'[a-z]+', fold(text)))} "
        for case in self._records.cases("open", "closed"):
            if not case.released or person in case.excluded:
                continue
            if f" {case.code} " in said:  # in the reader's sheet, at least as a vague row
                found["a code name"] = None
            if conflicts.standing(case, person) == "in":
                told = secrets(self._records, self._config, case, "")
                own = tuple(a for a in told.addresses if not self._addresses.whose(a))
                told = replace(told, addresses=own, times=())
                public = allowed(self._config, self._gate.renderer, case)
                hits = leakcheck.leaks(text, told, public)
                found.update(dict.fromkeys(KINDS[hit.kind] for hit in hits))
        return tuple(found)

    def presides(self, person: str) -> bool:
        """An acting chair, in the cases that they see (GC-03)."""
        return any(
            conflicts.presiding(case, self._frame) == person
            and conflicts.out(case, self._frame.roster.chair)
            for case in self._records.cases("open", "closed")
            if case.released
        )

    def spaces(self) -> tuple[tuple[str, str], ...]:
        """Every configured space: its id and its name (NF-01)."""
        return tuple((space.id, space.name) for space in self._config.spaces)

    def case_named(self, code: str) -> Case | None:
        """The case of this code name."""
        return self._records.named(code)

    def out_of(self, no: int, person: str) -> bool:
        """Whether they are out of the case of this number."""
        return self._records.keeps_out(no, person)

    def quarantine(self, person: str) -> tuple[int, ...]:
        """The quarantined cases this person may see, in the order they came."""
        return tuple(c.no for c in quarantined(self._records, person))

    def listed(self, person: str) -> str:
        """The cases in the newest list of the quarantine that this person was sent, in short."""
        return quarantine.newest(self._records.case(0), person)

    def case_numbered(self, number: int) -> Case:
        """A case by its number."""
        return self._records.case(number)


def sender(senders: Sequence[Address]) -> Address | None:
    """The one usable sender of a mail."""
    usable = [s for s in senders if s.addr]
    return usable[0] if len(usable) == 1 else None
