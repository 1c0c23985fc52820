"""One line at a time: what is understood, what is prose, what is asked about."""

import pytest
from sample_verbs import heard, said

from cocmail.core.grammar import one_edit

UNDERSTOOD = {
    "CLEAR": ("CLEAR", {}),
    "clear": ("CLEAR", {}),
    "Clear.": ("CLEAR", {}),
    "Clear!": ("CLEAR", {}),
    "no conflict": ("CLEAR", {}),
    "No conflict.": ("CLEAR", {}),
    "*CLEAR*": ("CLEAR", {}),
    "**Clear**.": ("CLEAR", {}),
    "“Clear.”": ("CLEAR", {}),
    "'CLEAR'": ("CLEAR", {}),
    "`CLEAR`": ("CLEAR", {}),
    "\ufeffCLEAR\u200b\r": ("CLEAR", {}),
    "\u00a0 CLEAR \u00a0": ("CLEAR", {}),
    "CLEAR Sam Reed": ("CLEAR", {"name": "Sam Reed"}),
    "clear sam reed": ("CLEAR", {"name": "sam reed"}),
    "Clear bo": ("CLEAR", {"name": "bo"}),
    "CLEAR Sam\u00a0Reed.": ("CLEAR", {"name": "Sam Reed"}),
    "ABOUT Sam Reed": ("ABOUT", {"name": "Sam Reed"}),
    "about Sam Reed": ("ABOUT", {"name": "Sam Reed"}),
    "About: sam": ("ABOUT", {"name": "sam"}),
    "ABOUT J. R. O’Neil": ("ABOUT", {"name": "J. R. O'Neil"}),
    "About UNKNOWN": ("ABOUT", {"name": "UNKNOWN"}),
    "exclude @dee-dev": ("EXCLUDE", {"name": "@dee-dev"}),
    "VOTE yes": ("VOTE", {"choice": "yes"}),
    "Vote: yes": ("VOTE", {"choice": "yes"}),
    "Vote:yes": ("VOTE", {"choice": "yes"}),
    "vote Yes!": ("VOTE", {"choice": "Yes"}),
    "VOTE yes 3f7k": ("VOTE", {"choice": "yes", "id": "3f7k"}),
    "*VOTE* yes": ("VOTE", {"choice": "yes"}),
    "OK 3F7K": ("OK", {"id": "3F7K"}),
    "ok 3f7k.": ("OK", {"id": "3f7k"}),
    "Ok": ("OK", {}),
    "NOTE 2026–03‑03 they’ll wait.": ("NOTE", {"date": "2026-03-03", "text": "they'll wait."}),
    "Note 2026-03-03 spoke": ("NOTE", {"date": "2026-03-03", "text": "spoke"}),
    "Note: I am away": ("NOTE", {"text": "I am away"}),
    "NOTE that I am away": ("NOTE", {"text": "that I am away"}),
    "Object too much": ("OBJECT", {"why": "too much"}),
    "CLOSE home shelf": ("CLOSE", {"code": "home shelf"}),
    "Close home shelf NO—VIOLATION": ("CLOSE", {"code": "home shelf", "result": "NO-VIOLATION"}),
    "merge home shelf INTO amber kettle": ("MERGE", {"one": "home shelf", "other": "amber kettle"}),
    "Party reported Sam Reed sam@x.test": (
        "PARTY", {"role": "reported", "name": "Sam Reed", "address": "sam@x.test"},
    ),
    "AWAY 2026-03-03 2026-04-01": ("AWAY", {"start": "2026-03-03", "end": "2026-04-01"}),
    "READ 2 RAW": ("READ", {"n": "2", "raw": "RAW"}),
    "PROPOSE NONE no rule": ("PROPOSE", {"none": "NONE", "reason": "no rule"}),
}  # fmt: skip


@pytest.mark.parametrize("line", UNDERSTOOD)
def test_a_line_is_understood(line: str) -> None:
    assert said(line) == [UNDERSTOOD[line]]


PROSE = [
    "Clear enough to me, but let us wait.",
    "Clear enough to me",
    "Close the door",
    "Hold on a moment",
    "Yes, I agree",
    "I vote yes",
    "Yes.",
    "No",
    "Note that I am away\nuntil Monday",
    "Next week is bad\nfor me",
    "About time\nwe spoke",
    "Ok with me",
    "OK with me",
    "OK, I will call them.",
    "NO PROBLEM",
    "Take care",
    "Pass the word",
    "Help me understand this",
    "Propose a date and I am in",
    "Propose none of these\nor all",
    "Vote yes if you like it",
    "vote yes?, they asked me",
    "Read it again please",
    "Status of this?",
    "CLEARLY this is bad",
    "Clear-cut case",
    "> VOTE yes",
    ">VOTE yes",
    "*> VOTE yes*",
    '"> VOTE yes"',
    "On Monday Ana wrote: VOTE yes",
    "who is behind this? `NAMES`",
    "OK ABCD is the name",
    "FYI",
    "lol",
    "Thanks!",
    "HELLO",
    "ANA",
    "Claer",
    "AB",
    "https://x.test/CLEAR",
    "PAß",
    "",
    "\n\n",
    "--",
]


@pytest.mark.parametrize("words", PROSE)
def test_prose_is_prose(words: str) -> None:
    found = heard(words)
    assert (found.lines, found.near, found.recuse) == ((), (), "")
    assert found.talk == words.strip()


NEAR = {
    "CLAR": "CLEAR",
    "clera.": "CLEAR",
    "CLEAR?": "CLEAR",
    "СLEAR": "CLEAR",  # a Cyrillic letter
    "Recsue": "RECUSE",
    "RECUES": "RECUSE",
    "CONFLCIT": "RECUSE",
    "AGRE 3F7K": "AGREE 3F7K",
    "agere 3f7k": "AGREE 3f7k",
    "Agreed.": "AGREE",
    "VOTE maybe": "VOTE yes",
    "VOTE": "VOTE yes",
    "VTOE yes": "VOTE yes",
    "VOTE yes, but only once": "VOTE yes",
    "VOTE yes AAAA": "VOTE yes",
    "CLOSE": "CLOSE home shelf RESULT",
    "Close.": "CLOSE home shelf RESULT",
    "OK 3F7": "OK",
    "OK 3F70": "OK",
    "Exclued Sam Reed": "EXCLUDE Sam Reed",
    "HNDOFF bo": "HANDOFF bo",
    "NAMES": "HELP",
    "URGENT!": "HELP",
    "TAKE it": "TAKE",
    "NOTE": "NOTE text",
    "Note that I am away": "NOTE that I am away",
    "Next week I write it up.": "NEXT week I write it up",
    "About sam reed": "ABOUT sam reed",
    "About Sam": "ABOUT Sam",
    "Clear sky tomorrow-ish": "CLEAR sky tomorrow-ish",
    "PROPOSE we meet": "PROPOSE",
}


@pytest.mark.parametrize("line", NEAR)
def test_a_near_miss_is_asked_about(line: str) -> None:
    found = heard(line)
    assert (found.lines, found.near) == ((), ((line, NEAR[line]),))


def test_yes_and_no_mean_what_was_asked() -> None:
    assert said("Yes.", "ballot") == [("VOTE", {"choice": "Yes"})]
    assert said("no 3F7K", "ballot") == [("VOTE", {"choice": "no", "id": "3F7K"})]
    assert said("Yes", "confirmation") == [("YES", {})]
    assert said("no!", "confirmation") == [("NO", {})]
    assert said("NO") == [("NO", {})]
    assert said("Yes, I agree", "ballot") == []
    for answer in ("Yes", "NO", "No, never met", "yes."):
        found = heard(answer, "question")
        assert (found.lines, found.near) == ((), ((answer, "CLEAR or RECUSE"),))
    assert said("No conflict", "question") == [("CLEAR", {})]
    assert said("Clear sam reed", "question") == [("CLEAR", {"name": "sam reed"})]


def test_one_edit() -> None:
    for word in ("CLEAR", "CLAR", "CLLEAR", "CLAER", "CLEAN", "LEAR", "CLEARS", "LCEAR"):
        assert one_edit(word, "CLEAR")
        assert one_edit("CLEAR", word)
    for word in ("CLEANS", "CALER", "", "RAELC", "CLE"):
        assert not one_edit(word, "CLEAR")
