"""Newcomers and the past: the list of names, its answer, and what never shows (PS-73 to PS-75)."""

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from talk import ALIAS, Delivered, Table, table

from cocmail.core import conflicts, newcomers
from cocmail.core import entries as e

KIM = "kim@council.test"
NAMES = ("Sam Reed", "Kit Moss", "Jo Hale")


def confirmed(t: Table, line: str, sender: str = KIM) -> None:
    """A council contact asks for something and says YES."""
    t.write(sender, ALIAS, line)
    t.answer([d for d in t.box(sender) if d.template == "confirm"][-1], "YES")


def joined(t: Table) -> None:
    """Eli joins, and 72 hours later sits on the committee."""
    confirmed(t, "ROSTER ADD Eli Brandt eli@members.test")
    t.wait(hours=73)


def onboarded(t: Table) -> Delivered:
    confirmed(t, "ONBOARD Eli")
    t.wait(hours=73)
    return t.last("eli")


def reported(t: Table, name: str, words: str = "", procedure: str = "numpy") -> str:
    """A released case about somebody; returns its code name."""
    first = name.split()[0]
    said = words or f"{first} laughed at my question again, in front of everybody in the channel."
    lines = f"About: {name}\n\n" if procedure != "numpy" else ""
    t.write(f"rita.{first.lower()}@home.test", ALIAS, lines + said, name="Rita Vale")
    if lines:
        for who in ("ana", "bo"):
            t.answer(t.last(who, "conflict-question"), "CLEAR")
    t.answer(t.last("ana", "report"), f"PARTY REPORTED {name} {first.lower()}@x.test")
    return t.house.records.case(max(c.no for c in t.house.records.cases())).code


def number_of(letter: Delivered, name: str) -> str:
    found = re.search(rf"(\d+)\. {name}", letter.text)
    assert found, letter.text
    return found[1]


@pytest.mark.parametrize("procedure", ["psf", "numpy"])
def test_cleared_names_open_their_cases_and_nothing_else(tmp_path: Path, procedure: str) -> None:
    """E-3, April: CLEAR 1 3, CONFLICT 2, the fourth left open (PS-73, PS-74, PS-75, JU-48, K-3)."""
    t = table(tmp_path, procedure=procedure, members="ana bo chi")
    codes = {n: reported(t, n, procedure=procedure) for n in (*NAMES, "Pim Dahl")}
    joined(t)
    assert not any(d.template == "report" for d in t.box("eli"))
    t.restart()
    letter = onboarded(t)
    assert letter.template == "onboarding-names"
    assert "[new question]" in letter.subject
    # Numbered names and nothing else that a report says: no code name, no date, no count of cases.
    assert not any(code in letter.text for code in codes.values())
    assert not re.search(r"\d{4}-\d\d-\d\d|laughed|Rita", letter.text)
    sam, kit, jo = (number_of(letter, name) for name in NAMES)
    t.restart()
    t.answer(letter, f"CLEAR {sam}, {jo}\nCONFLICT {kit}")
    every = procedure == "numpy"  # JU-48: whatever was not declared in conflict
    result = t.last("eli", "onboarding-result")
    assert f"{3 if every else 2} cases are open to you now" in result.text
    assert "Kit" not in result.text
    t.wait(hours=30)
    opened = {"Sam Reed", "Jo Hale", *(["Pim Dahl"] if every else [])}
    for name, code in codes.items():
        t.write("eli@members.test", ALIAS, f"DOC {code}")
        last = t.box("eli")[-1]
        if name in opened:
            assert last.template == "document"
        else:
            assert "No case of that name is open to you." in last.text
    # Nothing was pushed: what came is what was asked for.
    assert not any(d.template == "report" for d in t.box("eli"))
    t.write("eli@members.test", ALIAS, f"CLEAR {kit}")
    assert "CLEAR and CONFLICT both say" in t.last("eli", "refused").text
    t.close()


def test_a_newcomer_speaks_and_votes_in_what_opened_and_nowhere_else(tmp_path: Path) -> None:
    """PS-75: they joined that case group; another open case does not count them (PS-36)."""
    t = table(tmp_path, procedure="numpy", members="ana bo chi")
    sam, kit = reported(t, "Sam Reed"), reported(t, "Kit Moss")
    joined(t)
    letter = onboarded(t)
    t.answer(letter, f"CLEAR {number_of(letter, 'Sam Reed')} "
                     f"CONFLICT {number_of(letter, 'Kit Moss')}")  # fmt: skip
    t.write("eli@members.test", ALIAS, f"STATUS {sam}")
    status = t.last("eli", "case-status")
    assert "Case group: Ana Ruiz, Bo Lind, Chi Okafor, Eli Brandt" in status.text
    t.answer(status, "NOTE 2026-03-02 read the document")
    assert t.last("eli").template == "transcript"
    frame = t.house.frame(t.now)
    other, mine = t.house.records.named(kit), t.house.records.named(sam)
    assert other is not None
    assert mine is not None
    assert "eli" not in conflicts.eligible(other, frame.roster)
    assert "eli" in conflicts.eligible(mine, frame.roster)
    t.close()


def test_matched_newcomers_and_held_cases_are_left_out(tmp_path: Path) -> None:
    """PS-73: the own name, cases that name them, and those that whoever presides put on HOLD."""
    t = table(tmp_path, procedure="numpy", members="ana bo chi")
    reported(t, "Sam Reed")
    reported(t, "Eli Brandt")
    reported(t, "Pim Dahl", "Pim Dahl and Eli Brandt made fun of me the whole evening, both.")
    held = reported(t, "Jo Hale")
    t.write("bo@members.test", ALIAS, f"HOLD {held}")
    assert "Only whoever presides" in t.last("bo", "refused").text
    t.write("ana@members.test", ALIAS, f"HOLD {held}")
    assert "kept off" in t.last("ana", "transcript").text
    joined(t)
    letter = onboarded(t)
    assert re.findall(r"\d+\. (.+)", letter.text) == ["Sam Reed"]
    t.write("eli@members.test", ALIAS, "SHEET")
    assert "There is no row." in t.last("eli", "sheet").text
    t.answer(letter, "CLEAR 1")
    t.write("eli@members.test", ALIAS, "SHEET")
    # Vague rows of what is not theirs, but never of what names them.
    assert t.last("eli", "sheet").text.count("| Ongoing |") == 2
    for case in t.house.records.cases():
        excluded = "eli" in case.excluded
        assert excluded == any(p.name in ("Eli Brandt", "Pim Dahl") for p in case.reported())
    t.close()


def test_what_was_reported_before_they_came_never_reaches_a_newcomer(tmp_path: Path) -> None:
    """PS-04 in a forward procedure, over later mail, quarantine, presiding and first reading."""
    t = table(tmp_path, procedure="numpy", members="ana bo chi")
    reported(t, "Sam Reed")
    t.write("x@spam.test", ALIAS, "Buy watches now, really cheap.",
            headers={"X-Spam-Flag": "YES"})  # fmt: skip
    joined(t)
    confirmed(t, "ROSTER CHAIR Eli")
    t.wait(hours=73)
    t.answer(t.last("rita.sam@home.test"), "It happened again this morning, twice.")
    t.write("eli@members.test", ALIAS, "SHOW 1")
    t.wait(hours=24 * 9)
    templates = {d.template for d in t.box("eli")}
    assert not templates & {"report", "party-mail", "reminder", "held", "quarantine"}
    assert not any("Ongoing" in d.text for d in t.box("eli"))
    # What comes in from now on is theirs like everybody's.
    t.write("new@home.test", ALIAS, "Uli Storm shouted at me in the meeting, more than once.")
    assert t.last("eli", "report")
    t.close()


def test_the_order_of_names_is_drawn_and_stays(tmp_path: Path) -> None:
    """PS-73: shuffled, by the house's dice: the same after a restart, not always the alphabet's."""
    orders = set()
    for n in range(4):
        t = table(tmp_path / str(n), procedure="numpy", members="ana bo chi")
        for name in NAMES:
            reported(t, name)
        joined(t)
        orders.add(tuple(re.findall(r"\d+\. (.+)", onboarded(t).text)))
        t.close()
    assert len(orders) > 1


# -- the grammar of the answer --------------------------------------------------------------------

NUMBERS = st.lists(st.integers(1, 99), min_size=1, max_size=6, unique=True)


@given(NUMBERS, NUMBERS, st.sampled_from([" ", ", ", ",", " and "]), st.sampled_from(["\n", " "]))
def test_any_way_of_writing_the_numbers(
    clear: list[int], conflict: list[int], between: str, after: str
) -> None:
    words = (
        f"CLEAR {between.join(map(str, clear))}{after}Conflict: {between.join(map(str, conflict))}"
    )
    made = newcomers.as_names(f"{words}\n\nThank you\n")
    first, _, rest = made.partition("\n")
    assert first.startswith("NAMES ")
    assert newcomers.numbers(first[6:]) == (set(clear), set(conflict))
    assert rest.strip() == "Thank you"


@given(
    st.sampled_from(["CLEAR Sam Reed", "CLEAR", "Clear enough", "CONFLICT", "RECUSE", "CLEAR 1a"])
)
def test_other_words_stay_as_they_are(words: str) -> None:
    assert newcomers.as_names(words) == words


@given(st.data())
def test_a_case_opens_only_when_every_name_of_it_is_cleared(data: st.DataObject) -> None:
    """PS-74: unanswered is not cleared; a conflict shuts in either kind of procedure."""
    refs = st.lists(st.sampled_from([f"{n}:P1" for n in range(1, 6)]), min_size=1, max_size=3)
    lists = tuple(tuple(x) for x in data.draw(st.lists(refs, min_size=1, max_size=6)))
    every = range(1, len(lists) + 1)
    clear = set(data.draw(st.lists(st.sampled_from(every))))
    conflict = set(data.draw(st.lists(st.sampled_from(every)))) - clear
    sent = e.NamesSent("eli", lists)
    for unless in (True, False):
        for no in newcomers.opened(sent, clear, conflict, unless_declared=unless):
            named = {
                n for n, refs in enumerate(lists, 1) if any(r.startswith(f"{no}:") for r in refs)
            }
            assert not named & conflict
            assert unless or named <= clear
