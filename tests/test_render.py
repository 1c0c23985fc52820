"""The shipped templates say what they must, and the renderer is strict about site ones."""

import re
from datetime import UTC, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jinja2 import meta

from cocmail.render import Renderer, TemplateProblem, Words
from cocmail.samples import COMMON, SAMPLES

SHIPPED = Path(__file__).resolve().parent.parent / "templates"
RENDERER = Renderer([SHIPPED])

TO_REPORTED = {"severe-originator", "outcome-reported", "apology-request"}
TO_REPORTED |= {"mediator-question", "mediator-brief"}  # a mediator is told as little
PARTY = {
    *("receipt", "first-contact", "arrived-too", "status-reporter", "severe-reporter"),
    *("question", "outcome-reporter", "no-violation"),
    "proposed-resolution",
    *("address-check", "mediation-invitation", "mediation-talk", "mediation-asked"),
    *("not-conduct", "kept-on-file", "apology-relay", "survey"),
    *TO_REPORTED,
}
ALL = [(name, number) for name, samples in SAMPLES.items() for number in range(len(samples))]
VERBS = (
    *("SHOW", "PASS", "ABOUT", "CLEAR", "RECUSE", "TAKE", "OK", "HOLD", "VOTE", "AGREE", "OBJECT"),
    *("YES", "NO", "RELEASE", "CLOSE", "SPAM", "HELP", "SHEET", "STATUS", "DOC", "READ", "NOTE"),
    *("NEXT", "DRAFT", "PROPOSE", "ADMIT", "EXCLUDE", "SAFETY", "BACK", "AWAY"),
    *("SEVERE", "ACTED", "REVIEW", "DONE", "WAIT", "SPACE", "SEND"),
)


def words(name: str, number: int = 0, **changes: object) -> Words:
    context = {**SAMPLES[name][number], **changes}
    return RENDERER.words(name, procedure="numfocus", language="en", context=context)


def variables(name: str) -> set[str]:
    source = (SHIPPED / "en" / f"{name}.txt").read_text(encoding="utf-8")
    return meta.find_undeclared_variables(RENDERER._environment.parse(source))


def site(folder: Path, name: str, source: str) -> Path:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(source, encoding="utf-8")
    return folder


# --- the shipped letters -------------------------------------------------------------------------


def test_every_shipped_letter_is_rehearsed_without_a_problem() -> None:
    assert RENDERER.rehearse(SAMPLES) == ()
    assert set(RENDERER.names()) == set(SAMPLES)
    assert RENDERER.languages() == ("en",)


@pytest.mark.parametrize(("name", "number"), ALL)
def test_subject_rules(name: str, number: int) -> None:
    subject = words(name, number).subject
    context = SAMPLES[name][number]
    if name in PARTY:
        to_reported = name in TO_REPORTED or context.get("reported")
        start = "A message from" if to_reported else "Your message to"
        assert subject == f"{start} {COMMON['committee']}"
    elif context["tag"] and not context.get("out"):
        assert subject.startswith(f"[{context['tag']}] ")
    else:
        assert "[" not in subject
    people = ["Rita", "Sam", "Ana", "Bo Lind", "Chi", "Dee"]
    assert not any(person in subject for person in people)


@pytest.mark.parametrize(("name", "number"), ALL)
def test_no_line_of_a_letter_is_a_bare_command(name: str, number: int) -> None:
    bare = re.compile(rf"\W*(?:{'|'.join(VERBS)})(?: [A-Za-z0-9]+)*[.!]?")
    text = words(name, number).text
    effects = str(SAMPLES[name][number].get("effect", ""))
    for line in text.split("\n"):
        if line.startswith(">") or (line and line.strip(" -") in effects):
            continue
        assert not bare.fullmatch(line), line


@pytest.mark.parametrize("name", sorted(PARTY))
def test_letters_to_parties_know_no_code_name(name: str) -> None:
    assert not variables(name) & {"code", "tag"}


def test_templates_use_what_their_samples_hold_and_the_readme_lists() -> None:
    readme = (SHIPPED / "README.md").read_text(encoding="utf-8")
    rows = re.findall(r"^\| `([a-z-]+)` \|[^|]*\|([^|]*)\|([^|]*)\|$", readme, re.MULTILINE)
    listed = {name: set(re.findall(r"`(\w+)`", names)) for name, names, _ in rows}
    assert set(listed) == {path.stem for path in (SHIPPED / "en").glob("*.txt")}
    for name, names in listed.items():
        held = {key for sample in SAMPLES[name] for key in sample} - set(COMMON) - {"errors"}
        held |= {"errors"} if name == "transcript" else set()
        assert names == held, name
        used = variables(name) - set(COMMON) - ({"errors"} if name == "refused" else set())
        assert used <= names, name


@pytest.mark.parametrize("number", range(len(SAMPLES["receipt"])))
@pytest.mark.parametrize("held", [True, False])
@pytest.mark.parametrize("already", [True, False])
@pytest.mark.parametrize("unconfirmed", [True, False])
def test_receipt_is_at_most_110_words_before_its_rule(
    number: int, held: bool, already: bool, unconfirmed: bool
) -> None:
    text = words("receipt", number, held=held, already=already, unconfirmed=unconfirmed).text
    above, rule, below = re.split(r"^(-{10,})$", text, maxsplit=1, flags=re.MULTILINE)
    assert rule
    assert len(above.split()) <= 110
    assert "throw-away address" in below


def test_receipt_says_what_a_receipt_must() -> None:
    above = words("receipt").text.split("----------")[0]
    for needed in (
        *("has arrived", "Thank you", "automatic", "2026-03-03 09:00 UTC", "need not do anything"),
        *("one member first, then those without a conflict", "Left out: Chi Okafor, Dee Novak"),
        *("Exclude: NAME", "add something", "Retaliation", "itself a violation"),
        *("emergency number", "so that we know it reached you", "ombud@elsewhere.test"),
    ):
        assert needed in above
    assert "Already sent to: Ana Ruiz" in words("receipt", 1).text
    assert "9 members" in words("receipt", 2).text


def test_conflict_question_says_the_name_and_nothing_more() -> None:
    text = words("conflict-question").text
    assert "a report involving Sam Reed." in text
    assert '"CLEAR Sam Reed"' in text
    assert '"RECUSE"' in text
    unknown = words("conflict-question", 1).text
    assert "a report involving a person not yet known." in unknown
    assert variables("conflict-question") == {
        *("tag", "name", "unknown", "closes_at", "silence_out", "reminder")
    }


def test_report_begins_neutrally_and_leaves_the_text_unchanged() -> None:
    text = "one\n\n\n\n\n\nsix empty lines above\n  and an indent"
    mail = {**SAMPLES["report"][0]["mails"][0], "text": text}  # type: ignore[index]
    shown = words("report", 0, mails=[mail]).text
    assert shown.startswith("A report is below; it may be hard to read.\n")
    rule = "-" * 40
    assert f"\n{rule}\n{text}\n{rule}\n" in shown


def test_transcript_and_refusal_count_in_the_subject() -> None:
    assert words("transcript").subject == "[home shelf] done"
    assert words("transcript", 1).subject == "[home shelf] done, 2 errors"
    assert words("transcript", 2).subject == "done"
    assert words("refused").subject == "[home shelf] 1 error, nothing done"
    assert words("refused", 1).subject == "[home shelf] 2 errors, nothing done"


def test_out_of_this_holds_no_code_name() -> None:
    told = words("refused", 2, tag="home shelf", code="home shelf")
    assert told.subject == "You are out of this"
    assert "home shelf" not in told.text
    assert told.text.startswith("You are out of this.\n")


def test_sheet_has_the_manuals_headers() -> None:
    headers = (
        "Safety risk? | Risk of repeating? | Status | Code Name | Date & Time"
        " | Actions needed | Resolution"
    )
    text = words("sheet").text
    assert f"\n{headers}\nNo | Maybe | Resolved" in text
    assert "made for Ana Ruiz alone" in text


def test_outcome_to_the_reported_person_has_four_sections() -> None:
    text = words("outcome-reported").text
    titles = re.findall(r"^\d\. (.+)$", text, re.MULTILINE)
    assert titles == ["Behaviour", "Impact", "Plan", "Consequences"]
    assert "do not contact" in text
    assert "apologise" in text
    assert not re.search(r"\b(he|she|his|her|him|hers|report\w*)\b", text, re.IGNORECASE)


def test_document_numbers_its_headings() -> None:
    sections = [(f"Part {n}", [("2026-03-02", f"text {n}")]) for n in range(1, 8)]
    text = words("document", 0, sections=sections).text
    assert re.findall(r"^(\d)\. Part", text, re.MULTILINE) == list("1234567")


# --- the renderer --------------------------------------------------------------------------------


def test_look_up_order(tmp_path: Path) -> None:
    first, second = tmp_path / "site", tmp_path / "shipped"
    renderer_of = [first, second]

    def found(procedure: str = "gcc", language: str = "fr") -> str:
        return (
            Renderer(renderer_of)
            .words("held", procedure=procedure, language=language, context={})
            .text
        )

    places = ["en/held.txt", "en/gcc/held.txt", "fr/held.txt", "fr/gcc/held.txt"]
    for folder in (second, first):
        folder.mkdir()
    for place in places[:2]:
        for folder in (second, first):
            site(folder, place, f"Subject: s\n\n{folder.name} {place}\n")
            assert found() == f"{folder.name} {place}\n" if folder == first else True
    for place in places[2:]:
        site(second, place, f"Subject: s\n\nshipped {place}\n")
        assert found() == f"shipped {place}\n"
    site(first, "fr/held.txt", "Subject: s\n\nsite fr\n")
    assert found() == "site fr\n"
    site(first, "fr/gcc/held.txt", "Subject: s\n\nsite fr gcc\n")
    assert found() == "site fr gcc\n"
    assert found(procedure="psf") == "site fr\n"
    assert found(language="de") == "site en/gcc/held.txt\n"
    assert found(procedure="../fr", language="../..") == "site en/held.txt\n"


@pytest.mark.parametrize(
    ("source", "says"),
    [
        ("Subject: s\n\n{{ nobody }}\n", "'nobody' is undefined"),
        ("Subject: {{ nobody }}\n\ntext\n", "'nobody' is undefined"),
        ("Subject: s\n\n{% if %}\n", "Expected an expression"),
        ("text without a subject\n", "does not begin with a subject"),
        ("Subject: s\ntext at once\n", "does not begin with a subject"),
        ("Subject: s\n\n{% include 'en/sheet.txt' %}\n", "fails with TypeError"),
        ("Subject: s\n\n{{ ''.__class__.__mro__ }}\n", "unsafe"),
        ("Subject: s\n\n{% for i in range(10 ** 9) %}x{% endfor %}\n", "fails with OverflowError"),
        ("Subject: s\n\n{{ body / 0 }}\n", "fails with TypeError"),
        ("Subject: s\n\n{{ lines.append(1) }}\n", "unsafe"),
    ],
)
def test_a_broken_site_template_is_named_with_its_fault(
    tmp_path: Path, source: str, says: str
) -> None:
    folder = site(tmp_path, "en/psf/notices.txt", source)
    (problem,) = Renderer([folder, SHIPPED]).rehearse(SAMPLES)
    assert problem.file == "en/psf/notices.txt"
    assert says in problem.problem
    assert str(problem) == f"en/psf/notices.txt: {problem.problem}; {problem.remedy}"


def test_an_unknown_file_and_a_missing_letter_are_problems(tmp_path: Path) -> None:
    folder = site(tmp_path, "en/recipt.txt", "Subject: s\n\ntext\n")
    problems = {problem.file for problem in Renderer([folder]).rehearse(SAMPLES)}
    assert problems == {"en/recipt.txt", *(f"{name}.txt" for name in SAMPLES)}
    with pytest.raises(TemplateProblem, match="no such template"):
        RENDERER.words("../README", procedure="psf", language="en", context={})


def test_a_fault_never_prints_a_value(tmp_path: Path) -> None:
    folder = site(tmp_path, "en/talk.txt", "Subject: s\n\n{{ text | int + text }}{{ text.x }}\n")
    with pytest.raises(TemplateProblem) as caught:
        Renderer([folder]).words(
            "talk", procedure="psf", language="en", context={"text": "Rita was there"}
        )
    assert "Rita" not in str(caught.value)


def test_filters(tmp_path: Path) -> None:
    source = "Subject: {{ tag | bracket }}x\n\n{{ at | when }}|{{ at | day }}|{{ at | clock }}\n"
    folder = site(tmp_path, "en/x.txt", source + "{{ text | quote }}\n{{ 'soon' | when }}\n")
    context = {"at": datetime(2026, 3, 1, 23, 30, tzinfo=UTC), "text": "a\n\nb\n", "tag": "a b"}
    made = Renderer([folder], ZoneInfo("Europe/Paris")).words(
        "x", procedure="psf", language="en", context=context
    )
    assert made.subject == "[a b] x"
    shown = "2026-03-02 00:30 CET|Monday 2 March 2026|00:30"
    assert made.text == f"{shown}\n> a\n>\n> b\nsoon\n"
    naive = {**context, "at": datetime(2026, 3, 1)}
    with pytest.raises(TemplateProblem, match="ValueError"):
        Renderer([folder]).words("x", procedure="psf", language="en", context=naive)


def test_a_templates_own_blank_lines_are_at_most_two(tmp_path: Path) -> None:
    folder = site(tmp_path, "en/x.txt", "Subject: s\n\na\n\n\n\n\nb\n\n\nc\n\n\n\n")
    made = Renderer([folder]).words("x", procedure="psf", language="en", context={})
    assert made.text == "a\n\n\nb\n\n\nc\n"


@given(st.text(st.characters(exclude_characters="\ufdd0")))
def test_a_value_never_makes_a_second_subject_line_nor_loses_a_blank_line(text: str) -> None:
    talk = words("talk", 1, text=text, tag=text)
    assert len(talk.subject.splitlines()) == 1
    assert f"group:\n\n{text}".rstrip("\n") in talk.text
