"""How a member's mail is read: in the light of the letter of ours that it answers.

One reading for the mail that runs and for the question that states what would run. Whether it may
run is speakers.py's, what its lines do core/member.py's.
"""

import re
from dataclasses import replace

from cocmail.core import entries as e
from cocmail.core import rulechange
from cocmail.core.case import Case
from cocmail.core.commands import SHAPES
from cocmail.core.keywords import Asked, Reading, read
from cocmail.core.newcomers import as_names
from cocmail.core.people import Roster, fold_name
from cocmail.handles import Handles
from cocmail.mail.parse import Mail
from cocmail.mail.replies import begins_below, split
from cocmail.mail.wrapped import unwrapped


def heard(handles: Handles, roster: Roster, case: Case, person: str, mail: Mail) -> Reading:
    """The mail's own words, read by the grammar; "Yes" means what was asked."""
    answers = answered(handles, case, person, mail)
    template = answers.template if answers else ""
    question = template == "conflict-question" or (
        person not in case.group and any(person in q.sent for q in case.questions.values())
    )
    asked: Asked = ""
    if template == "ballot" or in_thread(answers) == "ballot":
        asked = "ballot"
    elif template in ("confirm", "was-it-you"):
        asked = "confirmation"
    elif question:
        asked = "question"
    own = unwrapped(split(mail.text).own, mail.html)
    own = own if case.no else as_names(own)
    known = names(roster)
    reading = read(own, SHAPES, names=known, question=question, asked=asked)
    if not own.strip():
        title = _ANSWER.sub("", mail.subject)
        return in_the_subject(read(title, SHAPES, names=known, question=question, asked=asked))
    return below_a_quote(reading) if begins_below(mail.text) else reading


def below_a_quote(reading: Reading) -> Reading:
    """Below a quote no command runs, only a recusal does (product.md 5 and 6)."""
    if reading.recuse:
        return reading
    said = (*(line.echo for line in reading.lines), *(line for line, _ in reading.near))
    return replace(reading, lines=(), near=(), later=(*said, *reading.later))


def in_the_subject(reading: Reading) -> Reading:
    """Of a mail without words: a command in its subject is told, a recusal asked about."""
    if reading.recuse:
        return replace(reading, lines=(), talk="", recuse="with-words")
    said = tuple(line.echo for line in reading.lines)
    return replace(reading, lines=(), talk="", near=(), later=said, greeting=False)


_ANSWER = re.compile(
    r"^(?:(?:re|aw|sv|antw|r|rif|ref|res|odp|vs|fw|fwd|wg)\s?:\s*){1,5}", re.IGNORECASE
)

# Verbs that answer one question; any other verb is a question of its own.
_TOPICS = {
    "VOTE": "ballot", "AGREE": "ballot", "OBJECT": "ballot", "PROPOSE": "ballot",
    "OK": "letter", "HOLD": "letter", "CLEAR": "conflict", "RECUSE": "conflict",
    "TAKE": "lead", "HANDOFF": "lead", "CLOSE": "state", "REOPEN": "state",
    "SPAM": "state", "RELEASE": "state", "AWAY": "away", "BACK": "away",
}  # fmt: skip


def topics(reading: Reading) -> tuple[str, ...]:
    """What the lines of a mail are about: a later mail on the same must not be overtaken."""
    return tuple(dict.fromkeys(_TOPICS.get(line.verb, line.verb) for line in reading.lines))


def answered(handles: Handles, case: Case, person: str, mail: Mail) -> e.Sent | None:
    """The letter of ours that this mail replies to."""
    for text in (*mail.in_reply_to, *reversed(mail.references)):
        handle = handles.read_message_id(text)
        if handle and handle.case == case.no and handle.number:
            letter = case.letter(handle.number)
            if letter is not None and letter.reader == f"member:{person}":
                return letter
    return None


def in_thread(answers: e.Sent | None) -> str:
    """Which letter of a rule change this mail answers: its words belong to that thread (PS-76)."""
    thread = answers is not None and answers.template == rulechange.LETTER
    return dict(answers.about)["what"] if thread and answers else ""


def names(roster: Roster) -> frozenset[str]:
    """Every name and part of a name on the roster, folded: such a line is no near miss."""
    folded = (fold_name(p.name) for p in roster.people.values())
    return frozenset(word for name in folded for word in (name, *name.split()))
