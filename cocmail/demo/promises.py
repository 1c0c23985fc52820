"""What `cocmail demo` says at its end: which promises were looked at, and whether they held.

Each check reads the mails and letters of the play as they passed, and the log and files it left.
Pure. Not here: promises that one case cannot show, such as a crash in the middle.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import timedelta
from functools import lru_cache

from cocmail.demo import cast
from cocmail.demo.cast import ANA, BO, CHI, DEE, ELI, FAY, MEMBERS, RITA, SAM
from cocmail.demo.stage import Delivered, Written
from cocmail.demo.story import Marks
from cocmail.mail.html import to_text

AT_ONCE = 5.0  # real seconds until the receipt has left, on any machine
FIRST_ANSWER = timedelta(hours=24)  # NF-02
UNDO = timedelta(minutes=10)
RUN = 6  # words; so many in a row are no accident (PS-42)


@dataclass(frozen=True, slots=True)
class Record:
    """Everything that is looked at. `sent` are letters sent according to the log, `waiting`
    errands in the outbox, `stuck` mails kept as stuck, `at_rest` the bytes of the databases."""

    mails: tuple[Written, ...]
    letters: tuple[Delivered, ...]
    marks: Marks
    sent: int
    waiting: int
    stuck: int
    journal: str
    at_rest: bytes

    def to(self, address: str) -> list[Delivered]:
        """The letters in one mailbox, oldest first."""
        return [letter for letter in self.letters if letter.to == address]


@dataclass(frozen=True, slots=True)
class Verdict:
    """One promise, what was looked at, and whether it held."""

    promise: str
    seen: str
    holds: bool


def verdicts(record: Record) -> list[Verdict]:
    """Every promise of the list, checked."""
    found = [check(record) for check in CHECKS]
    return [Verdict(said, seen, holds) for said, (seen, holds) in zip(SAID, found, strict=True)]


Check = Callable[[Record], tuple[str, bool]]


def said(letter: Delivered) -> str:
    """All words of a letter: headers, text, the HTML twin, and text attachments."""
    mail = letter.mail
    headers = "\n".join(f"{name}: {value}" for name, value in mail.headers)
    enclosed = "\n".join(part.content.decode("utf-8", "replace") for part in mail.attachments)
    return "\n".join((headers, mail.text, to_text(mail.html), enclosed))


def has(letter: Delivered, words: str) -> bool:
    """Whether these words stand in a letter, however it is broken into lines."""
    return _flat(words) in _all_words(letter)


@lru_cache(maxsize=1000)
def _all_words(letter: Delivered) -> str:
    return _flat(said(letter))


def _flat(text: str) -> str:
    return " ".join(re.findall(r"[^\W_]+", text.casefold()))


def _runs(text: str) -> Iterator[str]:
    words = _flat(text).split()
    return (" ".join(words[n : n + RUN]) for n in range(len(words) - RUN + 1))


def _code(record: Record) -> str:
    opened = (re.match(r"\[([a-z]+ [a-z]+)\] a report", m.mail.subject) for m in record.letters)
    return next((found[1] for found in opened if found and found[1] != "new question"), "")


# -- the checks -----------------------------------------------------------------------------------


def _nothing_lost(record: Record) -> tuple[str, bool]:
    kept = all(mail.reply == 250 for mail in record.mails)
    once = len({letter.mail.message_id for letter in record.letters}) == len(record.letters)
    whole = record.sent == len(record.letters) and not record.waiting and not record.stuck
    seen = (
        f"{len(record.mails)} mails in, each answered 250; {len(record.letters)} letters out, "
        "each once and each in the log; none waits."
    )
    return seen, bool(record.mails) and kept and once and whole


def _log_is_case(record: Record) -> tuple[str, bool]:
    marks = record.marks
    seen = "Read again from the file after the daemon stopped: the same, fact for fact."
    return seen, bool(marks.at_end) and marks.at_end == marks.reread


def _receipt(record: Record) -> tuple[str, bool]:
    elapsed = record.mails[0].elapsed
    receipt = record.to(RITA.address)[:1]
    spoken = bool(receipt) and not any(has(receipt[0], run) for run in _runs(cast.REPORT))
    seen = f"The receipt had left {max(elapsed, 0.01):.2f} seconds later, quoting nothing."
    return seen, spoken and elapsed < AT_ONCE


def _a_person(record: Record) -> tuple[str, bool]:
    began = record.mails[0].at
    person = [m for m in record.to(RITA.address)[1:] if has(m, f"My name is {ANA.name}")]
    closing = [m.at for m in record.mails if m.words.startswith("CLOSE") and m.proof == "pass"]
    told = [m for m in record.to(RITA.address) if has(m, "We have come to a decision")]
    took = (person[0].at - began) if person else FIRST_ANSWER
    hours, rest = divmod(int(took.total_seconds()) // 60, 60)
    seen = f"A person wrote after {hours} h {rest:02} min; the outcome came before the close."
    in_order = bool(told) and bool(closing) and told[0].at < closing[0]
    return seen, took < FIRST_ANSWER and in_order


def _one_recipient(record: Record) -> tuple[str, bool]:
    def alone(letter: Delivered) -> bool:
        named = [one.addr for one in letter.mail.to]
        return len(letter.recipients) == 1 and named == [letter.to] and not (
            letter.mail.cc or letter.mail.all("bcc")
        )  # fmt: skip

    seen = f"{len(record.letters)} letters, one recipient each, nobody in Cc."
    return seen, all(alone(letter) for letter in record.letters)


def _left_out(record: Record) -> tuple[str, bool]:
    seen = f"{ELI.name}, whom the report names: no mail at all."
    return seen, not record.to(ELI.address)


def _stepped_out(record: Record) -> tuple[str, bool]:
    place = record.marks.places.get("recused", 0)
    later = [m for m in record.letters[place:] if m.to == BO.address]
    code = _code(record)
    secret = [RITA.name, code, *_runs(cast.REPORT)]
    learnt = any(has(m, words) for m in record.to(BO.address) for words in secret)
    destroyed = not any(has(m, cast.REASON) for m in record.letters)
    seen = f"{BO.name}: nothing after the last mail; no code name, no word of the report."
    return seen, bool(place and code) and not later and not learnt and destroyed


def _unknown_reporter(record: Record) -> tuple[str, bool]:
    secret = [*RITA.name.split(), RITA.address, _code(record), *_runs(cast.REPORT)]
    letters = record.to(SAM.address)
    leaked = any(has(letter, words) for letter in letters for words in secret)
    seen = "Sam's letter: not her name or address, not six words in a row of hers."
    return seen, len(letters) == 1 and not leaked


def _slip_caught(record: Record) -> tuple[str, bool]:
    place = record.marks.places.get("slip", len(record.letters))
    answer = record.letters[place : place + 1]
    stopped = bool(answer) and answer[0].template == "refused" and has(answer[0], RITA.name)
    passed = any(has(m, f"{RITA.name} asked you") for m in record.letters if m.to != ANA.address)
    seen = "The draft with her name was refused, and nobody else saw it."
    return seen, stopped and not passed


def _second_reader(record: Record) -> tuple[str, bool]:
    letters = record.to(SAM.address)
    agreed = record.marks.approved
    drafted = [m.by for m in record.mails if m.words.startswith("DRAFT REPORTED") and m.at < agreed]
    readers = [m.by for m in record.mails if m.words == "OK" and m.at >= agreed]
    others = bool(drafted) and bool(readers) and drafted[-1] != readers[0]
    seen = "Sam's letter left ten minutes after another member's OK, not sooner."
    return seen, others and len(letters) == 1 and letters[0].at >= agreed + UNDO


def _no_addresses(record: Record) -> tuple[str, bool]:
    members = {member.address for member in MEMBERS}
    outside = [a for a in record.letters if a.to not in members]

    def headers(letter: Delivered) -> str:
        return "\n".join(value for _, value in letter.mail.headers).casefold()

    shown = any(a in headers(m) for m in record.letters if m.to in members for a in cast.OUTSIDE)
    told = any(a in said(m).casefold() for m in outside for a in members)
    seen = "No outsider's address in a member's header, no member's anywhere outside."
    return seen, bool(outside) and not shown and not told


def _talk_inside(record: Record) -> tuple[str, bool]:
    got = {letter.to for letter in record.letters if has(letter, cast.TALK)}
    seen = "Fay's reply reached Ana, Chi and Dee, and nobody else."
    return seen, got == {ANA.address, CHI.address, DEE.address}


def _forged(record: Record) -> tuple[str, bool]:
    before, after = record.marks.before_forgery, record.marks.after_forgery
    read = any(has(letter, cast.FORGED_TALK) for letter in record.letters)
    asked = any(letter.template == "confirm" for letter in record.to(FAY.address))
    seen = "The case before and after is the same; its words reached nobody; Fay was asked."
    answered = bool(record.to(cast.FORGER_ENVELOPE))
    return seen, bool(before) and before == after and asked and not read and not answered


def _mute_journal(record: Record) -> tuple[str, bool]:
    lines = record.journal.splitlines()
    names = [word for player in (*MEMBERS, RITA, SAM) for word in player.name.split()]
    words = set(_flat(record.journal).split())
    told = "@" in record.journal or any(name.casefold() in words for name in names)
    return f"{len(lines)} journal lines: no address, no name.", bool(lines) and not told


def _sealed(record: Record) -> tuple[str, bool]:
    open_words = [
        RITA.address, SAM.address, RITA.name, SAM.name, "help channel", cast.REASON,
        cast.FORGED_TALK, cast.TALK[:30], "belittling",
    ]  # fmt: skip
    told = any(words.encode() in record.at_rest for words in open_words)
    size = len(record.at_rest) // 1000
    seen = f"{size} kB of database: no name, no address, no word in clear."
    return seen, bool(record.at_rest) and not told


_LIST: tuple[tuple[str, Check], ...] = (
    ("Nothing is lost", _nothing_lost),
    ("The log is the case", _log_is_case),
    ("The reporter hears back at once", _receipt),
    ("A person answers, and tells the outcome", _a_person),
    ("Every letter has one recipient", _one_recipient),
    ("Who is named in a report does not read it", _left_out),
    ("Who steps out gets nothing more", _stepped_out),
    ("The reporter stays unknown", _unknown_reporter),
    ("A slip is caught", _slip_caught),
    ("Two people stand behind a letter", _second_reader),
    ("Nobody learns an address", _no_addresses),
    ("Plain replies stay inside", _talk_inside),
    ("A forged command changes nothing", _forged),
    ("The journal is mute", _mute_journal),
    ("Texts are sealed at rest", _sealed),
)
SAID = tuple(words for words, _ in _LIST)
CHECKS = tuple(check for _, check in _LIST)
