"""The check of letters: what leaks, what does not, and that no disguise helps."""

import base64
import html
import quopri
from datetime import UTC, datetime
from pathlib import Path
from typing import get_args
from urllib.parse import quote

import leakset
import pytest
from hypothesis import given
from hypothesis import strategies as st

from cocmail.core.ordinary import FUNCTION
from cocmail.core.spelling import TITLES
from cocmail.leakcheck import Leak, Secrets, leaks, sheet_entry_problem
from cocmail.traces import Kind
from cocmail.wordcheck import known_words, warnings

FOLDER = Path(__file__).parent / "leaks"
REPORT = (
    "On Monday at 14:37 they told me in front of everybody that I should go back home."
    " 昨日チャットで彼は私を侮辱し続けました本当に"
)
WORDS = known_words(None, "en")
SECRETS = Secrets(
    names=("Rita Olsen", "Wen Merit", "Grace Young", "Jörg Müller"),
    addresses=("rita.olsen@work.test", "wm@home.test"),
    handles=("axe-99", "@sage"),
    message_ids=("<abc123DEF.456@mail.work.test>",),
    file_names=("IMG_2041.png", "chat log with sam.txt"),
    links=("https://www.forge.test/thread/12#c5",),
    texts=(REPORT,),
    times=(
        datetime(2026, 3, 2, 9, 0, tzinfo=UTC),
        datetime(2026, 3, 2, 8, 13, tzinfo=UTC),
    ),
)


def _blocks(name: str) -> list[str]:
    return [b.strip("\n") for b in (FOLDER / name).read_text("utf-8").split("%%\n")]


@pytest.mark.parametrize("block", _blocks("leaking.txt"))
def test_leaking(block: str) -> None:
    kind, draft = block.split("\n", 1)
    assert kind in {leak.kind for leak in leaks(draft, SECRETS)}


@pytest.mark.parametrize("draft", _blocks("harmless.txt"))
def test_harmless(draft: str) -> None:
    assert leaks(draft, SECRETS) == ()


def test_words_are_shown_as_in_the_draft() -> None:
    assert leaks("Dear Sam, Ríta  Olsen wrote.", SECRETS) == (Leak("name", "Ríta Olsen"),)
    assert leaks("told me,\nin FRONT of everybody!", SECRETS) == (
        Leak("six-words", "told me, in FRONT of everybody"),
    )


def test_public_words_excuse_runs_and_links_but_never_names() -> None:
    draft = "Rita: you told me in front of everybody, see forge.test/thread/12"
    public = ("told me in front of everybody", "https://forge.test/thread/12", "Rita Olsen")
    assert leaks(draft, SECRETS, public) == (Leak("given-name", "Rita"),)


def test_public_words_excuse_no_more_than_they_hold() -> None:
    draft = "They told me in front of everybody that"
    assert leaks(draft, SECRETS, ("told me in front of everybody",)) == (
        Leak("six-words", "They told me in front of everybody that"),
    )


def test_five_words_are_no_run() -> None:
    assert leaks("told me in front of", SECRETS) == ()


def test_a_members_given_name_is_not_the_members_address() -> None:
    secrets = Secrets(addresses=("sandra@members.test", "dee.novak@members.test"))
    assert leaks("Sandra and Dee Novak are your contacts.", secrets) == ()
    assert [found.kind for found in leaks("write to sandra@members.test", secrets)] == ["address"]


def test_nothing_secret_nothing_found() -> None:
    assert leaks("Rita Olsen, 14:37, rita@work.test", Secrets()) == ()


def test_an_apostrophe_does_not_make_two_words() -> None:
    secrets = Secrets(texts=("you don't say I can't go there",))
    assert leaks("don't say I can't go", secrets) == ()
    assert [found.kind for found in leaks("you don’t say I can't go", secrets)] == ["six-words"]


DISGUISES = {
    "plain": lambda word: word,
    "upper": str.upper,
    "zero width": "\u200b".join,
    "soft hyphen": "\u00ad".join,
    "combining": "\u0301".join,
    "spaced": " ".join,
    "dotted": ".".join,
    "wide": lambda word: word.translate({c: c + 0xFEE0 for c in range(33, 127)}),
    "cyrillic": lambda word: word.translate(str.maketrans("aeocpx", "аеосрх")),
    "mathematical": lambda word: "".join(
        chr(0x1D41A + ord(c) - 97) if c.islower() else c for c in word
    ),
    "entities": lambda word: "".join(f"&#{ord(c)};" for c in word),
    "escaped twice": lambda word: html.escape("".join(f"&#x{ord(c):x};" for c in word)),
    "tags": "<i></i>".join,
    "quoted-printable": lambda word: "".join(f"={ord(c):02X}" for c in word),
    "soft break": "=\n".join,
    "line break": "\n".join,
    "percent": lambda word: "".join(f"%{ord(c):02x}" for c in word),
    "base64": lambda word: base64.b64encode(word.encode()).decode(),
    "base64 of entities": lambda word: base64.b64encode(
        "".join(f"&#{ord(c)};" for c in word).encode()
    ).decode(),
}
# "Could you" at the beginning of a sentence is no name, whoever is called Could.
LETTERS = st.text("abcdefghijklmnopqrstuvwxyz", min_size=5, max_size=12).filter(
    lambda word: word not in FUNCTION | TITLES
)


@pytest.mark.parametrize("disguise", DISGUISES)
@given(given_name=LETTERS, surname=LETTERS, before=st.sampled_from(["", "We met ", "see:\n"]))
def test_no_disguise_hides_a_name(
    disguise: str, given_name: str, surname: str, before: str
) -> None:
    secrets = Secrets(names=(f"{given_name.title()} {surname.title()}",))
    hidden = DISGUISES[disguise](given_name.title())
    kinds = {leak.kind for leak in leaks(f"{before}{hidden} and others.", secrets)}
    assert kinds & {"given-name", "name"}


@given(
    st.lists(LETTERS, min_size=6, max_size=30),
    st.sampled_from([" ", "\n", "\n> ", "  ", " <b> ", ", ", "\u00a0"]),
    st.sampled_from([str, str.upper, html.escape, quote]),
)
def test_six_words_of_a_report_are_always_found(words, between, coat) -> None:
    secrets = Secrets(texts=(" ".join(["before", *words, "after"]),))
    draft = coat(between.join(words))
    assert "six-words" in {leak.kind for leak in leaks(draft, secrets)}


@given(st.lists(LETTERS, min_size=6, max_size=20))
def test_a_run_is_found_in_quoted_printable(words) -> None:
    draft = quopri.encodestring(" ".join(words).encode()).decode()
    assert leaks(draft, Secrets(texts=(" ".join(words),)))


@given(st.text(max_size=300), st.text(max_size=60))
def test_any_text_is_checked_without_an_error(draft: str, secret: str) -> None:
    secrets = Secrets(*((secret,) for _ in range(7)))
    for leak in leaks(draft, secrets, (secret,)):
        assert leak.words
    warnings(draft, WORDS)
    sheet_entry_problem(draft, secrets, WORDS)


@given(st.datetimes(timezones=st.just(UTC)))
def test_the_minute_of_a_mail_is_never_told(moment: datetime) -> None:
    secrets = Secrets(times=(moment,))
    half = "am" if moment.hour < 12 else "pm"
    for shown in (
        f"{moment:%H:%M}",
        f"{moment:%Y-%m-%d %H:%M}".rjust(16, "0"),
        f"{moment.hour % 12 or 12}:{moment:%M} {half}",
    ):
        assert [leak.kind for leak in leaks(f"It came at {shown}.", secrets)] == ["time"], shown


def test_warnings() -> None:
    found = warnings("He left. You made the victim feel bad; she'd say guilty. They agree.", WORDS)
    assert [w.split('"')[1] for w in found[:4]] == ["he", "she", "victim", "guilty"]
    assert warnings("You made Rita feel unwelcome.", WORDS)[0].startswith('"You made Rita feel"')
    assert (
        warnings("They were told what is asked of them. The sheet, the theme, history.", WORDS)
        == ()
    )


@pytest.mark.parametrize(
    "text",
    ["-", "talk held", "reprimand sent", "break of four weeks asked for", "won't be repeated"],
)
def test_a_vague_entry_passes(text: str) -> None:
    assert sheet_entry_problem(text, SECRETS, WORDS) is None


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("spoke with Rita", "Rita"),
        ("x" * 81, "80"),
        ("one\ntwo", "line"),
        ("wrote to @someone", "@"),
        ('said "go home"', "quot"),
        ("said “go home”", "quot"),
        ("he was told", "gender"),
        ("wrote at 14:37", "14:37"),
    ],
)
def test_a_telling_entry_does_not(text: str, word: str) -> None:
    assert word in (sheet_entry_problem(text, SECRETS, WORDS) or "")


def test_the_letters_of_one_case() -> None:
    """Promise 5 in figures, the same as `python -m bench.leaks`; seen with `pytest -s`."""
    figures = leakset.measured()
    print("\n".join(figures.lines()))
    assert sum(figures.leaking.values()) >= 200
    assert sum(figures.harmless.values()) >= 200
    assert {kind for kind, _ in figures.leaking} == set(get_args(Kind))
    assert not [letter.place for letter in figures.missed if letter.how == "direct"]
    assert len(figures.missed) <= 2  # of the disguised ones
    assert figures.false_alarms < 0.05


def test_every_letter_leaks_by_what_was_put_into_it() -> None:
    """The set is worth its figures: without the case's secrets the check finds nothing."""
    for letter in leakset.letters("leaking"):
        assert letter.how in ("direct", "disguised")
        assert leaks(letter.text, Secrets()) == ()
