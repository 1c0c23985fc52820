"""A reporter who shares a name with the recipient, and what PUBLIC lines let pass (promise 5)."""

from pathlib import Path

import pytest
from talk import ALIAS, Delivered, Table, id_in, proposal, table

REPORT = (
    "{rep} shouts at me in every call of the project, and all the others hear it each time. I said "
    "so in public at https://lists.test/a/17 and nobody answered.\n\n{given}\n"
)


def decided(folder: Path, reporter: str, reported: str) -> tuple[Table, Delivered]:
    """A case with a decision, in which the reported person may be written to."""
    at = table(folder, procedure="jupyter", members="ana bo chi")
    words = REPORT.format(rep=reported, given=reporter.split()[0])
    at.write("r@home.test", ALIAS, words, subject="Calls", name=reporter)
    report = at.last("bo", "report")
    at.answer(report, f"TAKE\nPARTY REPORTED {reported} p@x.test\nSAFETY no\nSEVERE no")
    at.answer(report, proposal("jupyter"))
    for who in ("ana", "bo", "chi"):
        at.answer(at.last(who, "ballot"), "AGREE")
    at.answer(report, "DRAFT CONSULT")
    at.answer(at.last("chi", "preview"), "OK")
    at.wait(minutes=15)
    at.answer(at.box("r@home.test")[-1], "That is fine.")
    at.wait(days=1)
    return at, report


@pytest.mark.parametrize(
    ("reporter", "reported", "words"),
    [
        ("Sam Holt", "Sam Reed", "Dear Sam,\n\nSam Reed was heard shouting."),
        ("Kim Reed", "Sam Reed", "Dear Sam Reed, people heard shouting."),
        ("Kim Holt", "Sam Reed", "People heard shouting. Ask Kim Sato about the rules."),
    ],
)
def test_their_own_name_does_not_keep_a_letter_from_them(
    tmp_path: Path, reporter: str, reported: str, words: str
) -> None:
    at, report = decided(tmp_path, reporter, reported)
    at.answer(report, f"DRAFT REPORTED\nBEHAVIOUR: {words}\nIMPACT: Others stay away.")
    assert at.last("bo").template == "transcript"
    at.answer(at.last("ana", "preview"), "OK")
    at.wait(minutes=15)
    assert "Others stay away." in at.last("p@x.test").text


@pytest.mark.parametrize(
    ("reporter", "reported", "words", "named"),
    [
        ("Sam Holt", "Sam Reed", "Sam told us that you shout.", "Sam"),
        ("Sam Holt", "Sam Reed", "Dear Sam Holt, you shout.", "Sam Holt"),
        ("Sam Holt", "Sam Reed", "We heard it from Holt.", "Holt"),
        ("Kim Reed", "Sam Reed", "You shouted at Kim.", "Kim"),
        ("Kim Reed", "Sam Reed", "You shouted at Ms Reed.", "Reed"),
        ("Kim Holt", "Sam Reed", "You shouted at Kim.", "Kim"),
    ],
)
def test_the_reporters_name_does(
    tmp_path: Path, reporter: str, reported: str, words: str, named: str
) -> None:
    at, report = decided(tmp_path, reporter, reported)
    at.answer(report, f"DRAFT REPORTED\nBEHAVIOUR: {words}\nIMPACT: Others stay away.")
    assert at.last("bo").template == "refused"
    assert f"“{named}”" in at.last("bo").text
    assert at.count_of("ana", "preview") == 1  # of the consultation


def test_public_lines_let_pass_what_they_list_and_the_preview_marks_it(tmp_path: Path) -> None:
    at, report = decided(tmp_path, "Rita Holt", "Sam Reed")
    said = "BEHAVIOUR: You said that all the others hear it each time, see https://lists.test/a/17"
    letter = f"DRAFT REPORTED\n{said}\nIMPACT: Others stay away.\nPUBLIC: "
    at.answer(report, f"{letter}https://lists.test/a/17")
    assert "six words: “all the others hear it each time”" in at.last("bo", "refused").text
    at.answer(report, f"{letter}all the others hear it each time")
    assert "link: “https://lists.test/a/17”" in at.last("bo", "refused").text.replace(
        "link: “lists", "link: “https://lists"
    )
    public = "https://lists.test/a/17\nall the others hear it each time"
    at.answer(report, f"{letter}{public}")
    assert at.last("bo").template == "transcript"
    shown = at.last("ana", "preview").text
    assert all(line in shown for line in public.split("\n"))
    assert "PUBLIC" in shown or "public" in shown
    at.answer(at.last("ana", "preview"), f"OK {id_in(at.last('ana', 'preview'))}")
    at.wait(minutes=15)
    assert "https://lists.test/a/17" in at.last("p@x.test").text
    at.answer(report, f"{letter}{public}\nRita Holt".replace("You said", "Rita Holt said"))
    assert "name: “Rita Holt”" in at.last("bo", "refused").text
