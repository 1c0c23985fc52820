"""Who is written to in which language, and the words of each (product.md 7, PS-48, PS-60)."""

import shutil
from collections.abc import Callable
from email.message import EmailMessage
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from talk import ALIAS, MONDAY, Table, id_in, table, toml

from cocmail import check
from cocmail.config import Config, Problem, load
from cocmail.mail.language import spoken
from cocmail.places import data_dir
from cocmail.wordcheck import known_words, word_list

GERMAN = (
    "In den letzten Wochen hat mir jemand in der Gruppe immer wieder geschrieben, obwohl ich das "
    "nicht will, und ich weiß nicht mehr, was ich tun soll. Es ist auch anderen aufgefallen."
)
FRENCH = (
    "Depuis des semaines une personne me suit dans le salon et je ne sais plus que faire. Elle "
    "répond à tous mes messages avec des moqueries, et cela ne s'arrête pas."
)
ENGLISH = (
    "For weeks somebody has been answering all of my questions in the channel with jokes about "
    "where I come from, and it does not stop. I do not know what to do."
)


def of(folder: Path, *tongues: str) -> Table:
    """A committee whose site has a receipt, and more, in these languages."""
    for tongue in tongues:
        own = folder / "templates" / tongue
        own.mkdir(parents=True)
        for name in ("receipt", "outcome-reported"):
            text = (data_dir("templates") / "en" / f"{name}.txt").read_text("utf-8")
            (own / f"{name}.txt").write_text(text.replace("\n\n", f"\n\n[{tongue}] ", 1), "utf-8")
    words = folder / "words"
    words.mkdir()
    english = (data_dir("config") / "words" / "en.toml").read_text("utf-8")
    de = english[: english.index("no_contact")] + 'no_contact = "Bitte suchen Sie niemanden auf."\n'
    (words / "de.toml").write_text(de.replace('"he", ', '"er", '), "utf-8")
    rules = "\n".join((
        "determinations = false", "consult = false", "records_required = false",
        'hear_reported = "before-optional"', "council_report = false",
    ))  # fmt: skip
    return table(folder, procedure="gcc", members="ana bo chi", overrides=rules)


def in_tongue(tag: str) -> Callable[[EmailMessage], None]:
    return lambda message: message.__setitem__("Content-Language", tag)


def test_a_reporter_is_answered_in_their_language_where_there_is_a_set(tmp_path: Path) -> None:
    t = of(tmp_path, "de")
    for n, (text, tongue) in enumerate(((GERMAN, "de"), (FRENCH, ""), (ENGLISH, ""))):
        address = f"rita{n}@home.test"
        t.write(address, ALIAS, text, name="Rita Vale")
        receipt = t.box(address)[-1].text
        assert receipt.startswith("[de] ") == bool(tongue), receipt
        assert "has arrived" in receipt
    # A letter that the set lacks falls back to English.
    t.answer(t.last("ana", "report"), "TAKE")
    assert t.box("rita2@home.test")[-1].text.startswith("Hello")
    t.close()


def test_a_header_decides_where_words_do_not(tmp_path: Path) -> None:
    t = of(tmp_path, "de", "fr")
    t.write("rita@home.test", ALIAS, "Hilfe! Sam Reed.", change=in_tongue("de-AT"))
    assert t.box("rita@home.test")[-1].text.startswith("[de] ")
    t.write("vera@home.test", ALIAS, FRENCH, change=in_tongue("en-US"))
    assert t.box("vera@home.test")[-1].text.startswith("[fr] ")
    t.close()


def test_the_reported_person_reads_theirs_and_else_the_committees(tmp_path: Path) -> None:
    """The sentence of PS-48 stands there in that language too."""
    t = of(tmp_path, "de", "fr")
    t.write("rita@home.test", ALIAS, FRENCH, name="Rita Vale")
    report = t.last("ana", "report")
    t.answer(report, "PARTY REPORTED Sam Reed sam@x.test\nPROPOSE CONSEQUENCE a warning")
    for who in ("ana", "bo", "chi"):
        t.answer(t.last(who, "ballot"), f"AGREE {id_in(t.last(who, 'ballot'), 'AGREE')}")
    draft = "DRAFT REPORTED\nBEHAVIOUR: Mockery in a channel.\nIMPACT: People leave."
    t.answer(report, draft)
    assert not t.last("bo", "preview").text.count("[fr]")
    t.answer(t.last("bo", "preview"), f"OK {id_in(t.last('bo', 'preview'))}")
    t.wait(minutes=11)
    (letter,) = t.box("sam@x.test")
    assert "Please do not try to find out" in letter.text
    t.answer(letter, GERMAN)
    t.answer(report, draft.replace("leave", "go"))
    assert "[de] " in t.last("bo", "preview").text
    assert "Bitte suchen Sie niemanden auf." in t.last("bo", "preview").text
    t.close()


@given(st.text(max_size=200), st.text(max_size=20), st.sets(st.sampled_from(["de", "en", "fr"])))
def test_only_a_language_with_a_set_is_ever_spoken(text: str, header: str, among: set[str]) -> None:
    assert spoken(text, header, among) in {"", *among}


@pytest.mark.parametrize(("text", "tongue"), [(GERMAN, "de"), (FRENCH, "fr"), (ENGLISH, "en")])
def test_everyday_words_tell_the_language(text: str, tongue: str) -> None:
    assert spoken(text, "", ("de", "en", "fr")) == tongue


# -- words ----------------------------------------------------------------------------------------


def test_the_words_of_a_language_stand_beside_the_english_ones(tmp_path: Path) -> None:
    """PS-60: configurable per language."""
    of(tmp_path).close()
    german, english = known_words(tmp_path, "de"), known_words(tmp_path, "en")
    assert "er" in german.gendered - english.gendered
    assert "he" in german.gendered & english.gendered
    assert known_words(tmp_path, "fr") == english


@pytest.mark.parametrize(
    ("line", "key"),
    [
        ('gendered = "he"', "gendered"),
        ("labels = [1]", "labels"),
        ('no_contact = ""', "no_contact"),
        ("gendered = [", "line"),
    ],
)
def test_a_broken_file_of_words_is_named(tmp_path: Path, line: str, key: str) -> None:
    (tmp_path / "words").mkdir()
    sentence = "" if key == "no_contact" else '\nno_contact = "Please contact nobody here."'
    (tmp_path / "words" / "en.toml").write_text(line + sentence + "\n", "utf-8")
    found = word_list(tmp_path, "en")
    assert isinstance(found, Problem)
    assert key in found.key
    (tmp_path / "cocmail.toml").write_text(toml())
    config = load(tmp_path / "cocmail.toml")
    assert isinstance(config, Config)
    assert any("words/en.toml" in said for said in check.problems(config, MONDAY))


def test_a_wording_without_the_sentence_of_ps_48_is_not_used(tmp_path: Path) -> None:
    """PS-48: discouraging contact cannot be removed from T21 and T12."""
    own = tmp_path / "templates" / "en"
    own.mkdir(parents=True)
    for name in ("outcome-reported", "severe-originator"):
        shipped = (data_dir("templates") / "en" / f"{name}.txt").read_text("utf-8")
        (own / f"{name}.txt").write_text(shipped.replace("{{ no_contact }}", ""), "utf-8")
    (tmp_path / "cocmail.toml").write_text(toml())
    config = load(tmp_path / "cocmail.toml")
    assert isinstance(config, Config)
    said = [line for line in check.problems(config, MONDAY) if "leaves no_contact out" in line]
    assert len(said) == 2
    shutil.rmtree(own)
    assert check.problems(config, MONDAY) == []


@pytest.mark.parametrize(("words", "noted"), [(9, False), (40, True)])
def test_an_emergency_line_that_makes_the_receipt_long_is_noted(
    tmp_path: Path, words: int, noted: bool
) -> None:
    """product.md 7: at most 110 words before the rule; `check` names the figure and the remedy."""
    line = " ".join(["call"] * words)
    text = toml().replace("If you are in danger, call your local emergency number first.", line)
    (tmp_path / "cocmail.toml").write_text(text)
    config = load(tmp_path / "cocmail.toml")
    assert isinstance(config, Config)
    found = check.notes(config, MONDAY)
    assert bool(found) == noted
    if found:
        assert "its 40 words can make the receipt" in found[0].problem
        assert found[0].remedy.startswith("shorten it by ")
