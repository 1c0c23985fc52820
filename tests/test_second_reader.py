"""What a second reader agreed to, and nothing else, is what leaves (product.md 7, B-07).

Everything that changes between the OK and the sending is tried here, by mail alone; the gate's own
table is in test_gate.py, files in test_attached.py, decisions anew in edits.story.
"""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from talk import ALIAS, Table, id_in, table

SAM, NEW = "sam@x.test", "sam@new.test"
REPORT = "Sam Reed keeps writing harsh things to newcomers in the channel of the project."
QUESTION = "ASK REPORTED\nHow do you see the talk in the channel?"


@pytest.fixture
def call(tmp_path: Path) -> Iterator[Table]:
    """A question to Sam that Ana wrote, and that nobody has agreed to yet."""
    made = table(tmp_path, procedure="numpy", members="ana bo chi dee")
    made.write("rita@home.test", ALIAS, REPORT, name="Rita Vale")
    made.answer(made.last("chi", "report"), f"TAKE\nPARTY REPORTED Sam Reed {SAM}")
    made.answer(made.last("ana", "report"), QUESTION)
    yield made
    made.close()


def draft(call: Table) -> str:
    return id_in(call.last("bo", "preview"))


def says(who: str, words: str) -> Callable[[Table], object]:
    return lambda call: call.answer(call.last(who, "report"), words)


CHANGES: dict[str, Callable[[Table], object]] = {
    "its author steps out": says("ana", "RECUSE"),
    "its reader steps out": says("bo", "RECUSE"),
    "its author is excluded": says("chi", "EXCLUDE Ana"),
    "its reader is excluded": says("chi", "EXCLUDE Bo"),
    "the address is another": says("dee", f"PARTY REPORTED Sam Reed {NEW}"),
    "HOLD by a third": lambda call: call.answer(call.last("dee", "preview"), "HOLD"),
    "HOLD by its author": lambda call: call.answer(call.last("ana", "preview"), "HOLD"),
    "HOLD by its reader": lambda call: call.answer(call.last("bo", "preview"), "HOLD"),
    "HOLD in the last second": lambda call: (
        call.wait(minutes=9, seconds=59),
        call.answer(call.last("dee", "report"), f"HOLD {draft(call)}"),
    ),
    "its author is locked": lambda call: call.write("chi@members.test", ALIAS, "LOCK Ana Ruiz"),
    "its reader is locked": lambda call: call.write("chi@members.test", ALIAS, "LOCK Bo Lind"),
}


def test_it_leaves_when_nothing_changes(call: Table) -> None:
    call.answer(call.last("bo", "preview"), "OK")
    call.wait(minutes=9, seconds=59)
    assert not call.box(SAM)
    call.wait(seconds=1)
    assert "How do you see" in call.last(SAM).text


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
def test_a_change_within_the_window_stops_it(
    call: Table, change: Callable[[Table], object]
) -> None:
    call.answer(call.last("bo", "preview"), "OK")
    change(call)
    call.restart()
    call.wait(days=2)
    assert not call.box(SAM)
    assert not call.box(NEW)


@pytest.mark.parametrize(
    "change",
    ["its author steps out", "its reader steps out", "its reader is excluded",
     "the address is another"],
)  # fmt: skip
def test_the_group_hears_that_what_was_approved_does_not_leave(call: Table, change: str) -> None:
    """Who read "approved" would take it for sent."""
    call.answer(call.last("bo", "preview"), "OK")
    CHANGES[change](call)
    call.wait(minutes=1)
    told = call.last("chi", "notices").text
    assert f"Draft {draft(call)} no longer holds" in told


OWN: dict[str, Callable[[Table], object]] = {
    "bare": lambda call: call.answer(call.last("ana", "preview"), "OK"),
    "by its id": lambda call: call.answer(call.last("ana", "preview"), f"OK {draft(call)}"),
    "from her other address": lambda call: call.answer(
        call.last("ana", "preview"), f"OK {draft(call)}", sender="ana@work.test"
    ),
    "at another's tag": lambda call: call.write(
        "ana@members.test", call.last("bo", "preview").reply_to, f"OK {draft(call)}"
    ),
    "at another's tag, from a friend": lambda call: call.write(
        "friend@f.test", call.last("bo", "preview").reply_to, f"OK {draft(call)}"
    ),
    "in another's name": lambda call: call.answer(call.last("bo", "preview"), "OK", proof=""),
    "after HOLD": lambda call: (
        call.answer(call.last("bo", "preview"), "HOLD"),
        call.answer(call.last("ana", "preview"), f"OK {draft(call)}"),
    ),
    "by one who stepped out": lambda call: (
        says("dee", "RECUSE")(call),
        call.answer(call.last("dee", "preview"), f"OK {draft(call)}"),
    ),
    "by the council": lambda call: call.write(
        "kim@council.test", call.last("ana", "preview").reply_to, f"OK {draft(call)}"
    ),
}


@pytest.mark.parametrize("way", OWN.values(), ids=OWN)
def test_nobody_approves_their_own_by_any_way(call: Table, way: Callable[[Table], object]) -> None:
    way(call)
    call.wait(days=1)
    assert not call.box(SAM)
    assert call.house.records.case(1).drafts[draft(call)].approved_by == ""


@pytest.mark.parametrize(
    ("words", "counts"),
    [("OK", True), ("ok.", True), ("  OK  ", True), ("OK\n\n-- \nBo Lind", True),
     ("OK\n\nSent from my phone", True), ("OK, but please be kind", False),
     ("OK\n\nbut please be kind", False), ("Okay", False), ("OK ABC2", False), ("OK 3F7", False),
     ("> OK", False), ("I think\nOK", False), ("NOTE it is fine\nOK", False)],
)  # fmt: skip
def test_a_bare_ok_is_a_mail_without_other_words(call: Table, words: str, counts: bool) -> None:
    call.answer(call.last("bo", "preview"), words)
    call.wait(minutes=11)
    assert bool(call.box(SAM)) is counts


def test_a_bare_ok_of_two_is_asked_back(call: Table) -> None:
    call.answer(call.last("ana", "report"), "ASK REPORTER\nWho else was there?")
    call.answer(call.last("bo", "preview"), "OK")
    asked = call.last("bo", "refused").text
    assert all(f"OK {one}" in asked for one in call.house.records.case(1).drafts)


@pytest.mark.parametrize("how", ["bare", "by its id"])
def test_an_ok_to_words_that_were_replaced_is_none_to_the_new_ones(
    tmp_path: Path, how: str
) -> None:
    """The edit and the OK cross: what waits now was never shown to whoever says OK."""
    call = table(tmp_path, procedure="numpy", members="ana bo chi")
    call.write("rita@home.test", ALIAS, REPORT, name="Rita Vale")
    call.answer(call.last("ana", "report"), "TAKE\nDRAFT REPORTER You hear again by 2026-03-16.")
    old = call.last("bo", "preview")
    call.answer(call.last("ana", "report"), "DRAFT REPORTER Not before 2026-06-30, sorry.")
    call.answer(old, "OK" if how == "bare" else f"OK {id_in(old)}")
    new = id_in(call.last("bo", "preview"))
    assert new != id_in(old)
    said = call.last("bo", "refused").text
    assert (f"OK {new}" in said) if how == "bare" else ("no longer holds" in said)
    call.wait(hours=1)
    assert not any("2026-" in d.text for d in call.box("rita@home.test")[1:] if "sorry" in d.text)
    call.answer(call.last("bo", "preview"), "OK")
    call.wait(minutes=11)
    assert "sorry" in call.last("rita@home.test").text
    call.close()


def test_what_leaves_is_what_was_shown_whatever_the_templates_say_now(
    call: Table, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A new wording after a restart is nobody's second reading."""
    preview = call.last("bo", "preview").text
    call.answer(call.last("bo", "preview"), "OK")
    call.close()
    call.open()
    renderer = call.house.gate.renderer

    def other(*_: object, **__: object) -> None:
        raise AssertionError("nothing of an approved letter is worded again")

    words = type(renderer).words
    monkeypatch.setattr(
        type(renderer), "words",
        lambda self, template, **more: (
            other() if template == "right-of-reply" else words(self, template, **more)
        ),
    )  # fmt: skip
    call.wait(minutes=11)
    letter = call.last(SAM).text.strip()
    assert " ".join(letter.split()) in " ".join(preview.split())
