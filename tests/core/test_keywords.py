"""A whole mail: block, talk, text below, recusals, and what never runs."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sample_verbs import SHAPES, heard

from cocmail.core.keywords import Asked, Reading, read, shape


def test_a_near_miss_beside_commands_is_reported_with_them() -> None:
    found = heard("VOTE yes\nCLAR\nOK 3F7K\n\nthank you")
    assert [line.verb for line in found.lines] == ["VOTE", "OK"]
    assert found.near == (("CLAR", "CLEAR"),)
    assert found.talk == "thank you"


def test_what_may_be_talk_stays_talk_and_a_slip_in_capitals_does_not() -> None:
    assert heard("Agreed.").talk == "Agreed."
    assert heard("Note that I am away").talk == "Note that I am away"
    assert heard("CLAR\n\nI know nobody").talk == "I know nobody"
    assert heard("recsue").talk == ""


def test_prose_below_a_command_ends_the_block_and_is_not_asked_about() -> None:
    found = heard("VOTE yes\nNote that I am away")
    assert [line.verb for line in found.lines] == ["VOTE"]
    assert (found.near, found.talk) == ((), "Note that I am away")


def test_the_block_and_what_is_around_it() -> None:
    found = heard(
        "\nHi all,\n\n# from the call\nVOTE yes\n# they are right\nNOTE spoke with them\n"
        "\nI will write.\nOK 3F7K\nvote no\nyes\n> VOTE no\n"
    )
    assert [(line.verb, line.reason) for line in found.lines] == [
        ("VOTE", "from the call\nthey are right"), ("NOTE", ""),
    ]  # fmt: skip
    assert found.greeting
    assert found.talk == "Hi all,\n\nI will write.\nOK 3F7K\nvote no\nyes\n> VOTE no"
    assert found.later == ("OK 3F7K", "vote no")
    assert found.lines[0].echo == "VOTE yes"


@pytest.mark.parametrize("end", ["", "--", "-- ", "—", "I think so.", "> On Monday", "thanks, bo"])
def test_what_ends_the_block(end: str) -> None:
    found = heard(f"VOTE yes\n{end}\nOK 3F7K")
    assert [line.verb for line in found.lines] == ["VOTE"]
    assert found.later == ("OK 3F7K",)


@pytest.mark.parametrize(
    "hello", ["Hi", "Dear all,", "Good morning Ana!", "Hallo zusammen -", "hey"]
)
def test_one_greeting_is_dropped_when_nothing_else_is_said(hello: str) -> None:
    found = heard(f"{hello}\nCLEAR")
    assert ([line.verb for line in found.lines], found.talk) == (["CLEAR"], "")
    assert heard(f"{hello}\n{hello}\nCLEAR").lines == ()


@pytest.mark.parametrize("words", ["Hi, I disagree with this plan", "Good point", "Thanks Ana"])
def test_other_first_lines_are_no_greeting(words: str) -> None:
    found = heard(f"{words}\nVOTE yes")
    assert (found.lines, found.later) == ((), ("VOTE yes",))


# --- text below ---------------------------------------------------------------------------------


def test_a_plan_with_labels() -> None:
    found = heard(
        "NOTE done\nPROPOSE PLAN no private messages\nfor a month\nConsequence: a warning\n"
        "IF–REFUSED removal, “30 d”\n\nWHO knows\nplan for less\nVOTE yes"
    )
    line = found.lines[1]
    assert line.labels == {
        "PLAN": "no private messages\nfor a month",
        "CONSEQUENCE": "a warning",
        "IF-REFUSED": "removal, “30 d”\n\nWHO knows\nplan for less\nVOTE yes",
    }
    assert (line.text, found.talk, found.later) == ("", "", ("VOTE yes",))


@pytest.mark.parametrize(
    "label",
    ["IF-REFUSED:", "IF REFUSED:", "If refused:", "IF‑REFUSED", "*IF-REFUSED:*", "if-refused :"],
)
def test_a_label_is_understood(label: str) -> None:
    found = heard(f"PROPOSE\nno messages\n\n{label} removal")
    assert found.lines[0].labels == {"PLAN": "no messages", "IF-REFUSED": "removal"}


@pytest.mark.parametrize(
    "line", ["plan no more", "PLANNING is done", "> PLAN: x", "PLAN_B", "My plan: x"]
)
def test_a_line_that_is_no_label(line: str) -> None:
    found = heard(f"PROPOSE\nCONSEQUENCE: warning\n{line}")
    assert found.lines[0].labels == {"CONSEQUENCE": f"warning\n{line}"}


def test_text_on_the_line_of_the_verb() -> None:
    assert heard("PROPOSE no private messages").lines[0].labels == {"PLAN": "no private messages"}
    assert heard("Propose plan: wait").lines[0].labels == {"PLAN": "wait"}
    assert heard("PROPOSE NONE\nnothing broken").lines[0].labels == {"PLAN": "nothing broken"}
    asked = heard("ASK REPORTER 2 when was this?").lines[0]
    assert (asked.arguments, asked.text) == ({"role": "REPORTER", "n": "2"}, "when was this?")


def test_a_draft_takes_free_and_labelled_text() -> None:
    free = heard("DRAFT REPORTER\n\nDear Rita,\n\n# 1\nwe look at it.").lines[0]
    assert (free.labels, free.text) == ({}, "Dear Rita,\n\n# 1\nwe look at it.")
    parts = heard("Draft reported\nBEHAVIOR: shouting\nImpact: fear\nPUBLIC\n'one two'").lines[0]
    assert parts.labels == {"BEHAVIOUR": "shouting", "IMPACT": "fear", "PUBLIC": "'one two'"}


# --- recusal ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "mail",
    [
        "RECUSE", "recuse.", "Conflict", "*RECLUSE*", "Hi all,\n\nRECUSE\n\nhe is my boss",
        "VOTE yes\nRECUSE\nwords", "VOTE maybe\nFOO\nrecuse", "# my boss\nRECUSE\n# really",
        "he is my boss\nRECUSE", "RECUSE because of him\nRECUSE", "PROPOSE\nPLAN: x\nRECUSE",
    ],
)  # fmt: skip
def test_a_recusal_does_that_and_nothing_else(mail: str) -> None:
    found = heard(mail)
    assert (found.recuse, found.talk, found.near, found.later) == ("alone", "", (), ())
    (line,) = found.lines
    assert (line.verb, line.echo, line.reason, dict(line.arguments)) == ("RECUSE", "RECUSE", "", {})


@pytest.mark.parametrize(
    "mail",
    [
        "Conflict: he is my boss", "RECUSE because we dated", "Hi,\nrecuse, sorry", "RECUSE # boss",
        "# why\nConflict of interest here", "VOTE yes\nRECUSE he is my boss",
        "I know them well.\n\nRECUSE", "VOTE yes\n\nwords\n\nCONFLICT",
    ],
)  # fmt: skip
def test_a_recusal_with_words_is_neither_run_kept_nor_relayed(mail: str) -> None:
    assert heard(mail) == Reading((), "", (), (), "with-words", False)
    assert "boss" not in repr(heard(mail))


@pytest.mark.parametrize(
    "mail", ["CONFLICT because we dated", "Recuse me please", "I know them.\n\nRECUSE"]
)
def test_the_first_word_of_an_answer_is_enough(mail: str) -> None:
    assert heard(mail, question=True).recuse == "alone"


@pytest.mark.parametrize(
    "mail",
    [
        "> RECUSE",
        "no conflict",
        "Conflict-free here",
        "Conflicts happen",
        "a\n\nrecuse",
        "I recuse",
    ],
)
def test_what_is_no_recusal(mail: str) -> None:
    assert heard(mail).recuse == ""


def test_conflict_stay_is_its_own_verb_where_it_exists() -> None:
    more = {**SHAPES, "CONFLICT STAY": shape("CONFLICT STAY")}
    assert [line.verb for line in read("Conflict stay.", more).lines] == ["CONFLICT STAY"]
    assert read("CONFLICT STAY", more, question=True).recuse == ""
    assert heard("CONFLICT STAY").recuse == "with-words"


def test_without_recuse_in_the_registry_nobody_recuses() -> None:
    assert read("RECUSE", {"HELP": SHAPES["HELP"]}).recuse == ""


# --- always, never ------------------------------------------------------------------------------

pieces = st.sampled_from(
    ["VOTE yes", "CLEAR", "RECUSE", "Hi,", "", "> ", "# why", "--", "PROPOSE", "PLAN: x", "NOTE ",
     "CLAER", "*", '"', "“", "ok 3f7k", "\n", "\r", "\u2028", "\x85", "\x0c", "text, more", ":"]
)  # fmt: skip
mails = st.one_of(st.text(max_size=80), st.lists(pieces, max_size=12).map("\n".join),
                  st.lists(pieces, max_size=12).map("".join))  # fmt: skip
modes = st.sampled_from(["", "ballot", "confirmation", "question"])


@given(mail=mails, asked=modes)
def test_no_text_raises_and_nothing_runs_twice(mail: str, asked: Asked) -> None:
    found = heard(mail, asked)
    assert len(found.lines) + len(found.later) <= mail.count("\n") + 1
    assert all(not line.echo.startswith(">") for line in found.lines)


@given(mail=mails, asked=modes, mark=st.sampled_from([">", "> ", " > ", ">> ", "\u200b> "]))
def test_quoted_text_never_runs(mail: str, asked: Asked, mark: str) -> None:
    found = heard("\n".join(mark + line for line in mail.split("\n")), asked)
    assert (found.lines, found.near, found.later, found.recuse) == ((), (), (), "")


@given(mail=mails, asked=modes, index=st.integers(0, 12))
def test_quoting_a_line_never_adds_a_command(mail: str, asked: Asked, index: int) -> None:
    lines = mail.replace("\r\n", "\n").split("\n")
    index %= len(lines)
    marked = heard("\n".join([*lines[:index], "> " + lines[index], *lines[index + 1 :]]), asked)
    before = {line.echo for line in heard(mail, asked).lines}
    possible = {line.strip(" \t\r\n\f\v\u00a0\u200b\ufeff") for line in lines} | {"RECUSE"}
    assert {line.echo for line in marked.lines} <= before | (possible - {lines[index].strip()})
    assert len(marked.lines) <= len([line for line in lines if line.strip()])


OPENINGS = ["Clear", "Close", "Take", "Hold", "Note", "Next", "About", "Vote", "Yes", "No", "Help",
            "Pass", "Show", "Read", "Agree", "Admit", "Exclude", "Party", "Ask", "Draft", "I",
            "We", "Status", "Propose", "Merge", "Release", "Repeat", "Safety", "Back"]  # fmt: skip
sentences = st.builds(
    lambda first, some, end: f"{first} {' '.join(some)}{end}",
    st.sampled_from(OPENINGS),
    st.lists(
        st.sampled_from("the a to me that we it is with for my and of in this they".split()),  # noqa: SIM905
        min_size=2,
        max_size=12,
    ),
    st.sampled_from([".", "!", "?", "", ", I think."]),
)


@given(st.lists(sentences, min_size=2, max_size=5))
def test_prose_never_runs(mail: list[str]) -> None:
    found = heard("\n".join(mail))
    assert (found.lines, found.near) == ((), ())
    assert found.talk == "\n".join(mail).strip()


@pytest.mark.parametrize(
    "mail",
    ["*" * 60_000, "NOTE " + "a " * 30_000, "CLAR\n" * 12_000, "# x\n" * 15_000 + "CLEAR",
     "CLEAR\n" + "# x\n" * 15_000, "PROPOSE\n" + "PLAN: x\n" * 7_000, "a.-'" * 15_000,
     "CLEAR " + "a" * 60_000 + " " + "b. " * 9_000, '"' * 60_000],
    ids=["bold", "words", "near", "above", "below", "labels", "name", "names", "quotes"],
)  # fmt: skip
@pytest.mark.timeout(20)
def test_long_mails_take_linear_time(mail: str) -> None:
    assert len(heard(mail).near) <= 20
