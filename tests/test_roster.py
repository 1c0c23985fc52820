"""Addresses, and whom a report mentions: what counts and what does not."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cocmail.core.people import Person, Roster
from cocmail.roster import (
    Addresses,
    Hit,
    Wording,
    about_problem,
    fold_address,
    matched,
    speaks_of_committee,
)

PEOPLE = (
    Person("ana", "Ana Ruiz", known_as=("ana-r", "@ana")),
    Person("bo", "Bo Lind"),
    Person("chi", "Chi Okafor"),
    Person("dee", "Dee Novak", known_as=("dee-dev",)),
    Person("eli", "Eli O'Brien"),
    Person("fay", "Fay Søndergård", office="council"),
    Person("gus", "Gus Reed"),
    Person("will", "Will Young", known_as=("wyoung",), ordinary_name=True),
    Person("jl", "Jean-Luc Müller", office="moderator"),
    Person("tar", "田中 太郎"),
    Person("nik", "Νίκος Παππάς", office="administrator"),
    Person("max", "Max Berg", office="delegate"),
)
ROSTER = Roster({p.id: p for p in PEOPLE}, "ana", (), ())
OWN = {p.id: (f"{p.id}@members.test",) for p in PEOPLE}
ADDRESSES = Addresses(
    OWN | {"fay": ("fay@münchen.test", "Shared@Desk.test"), "max": ("shared@desk.test",)}
)


def mentioned(
    text: str = "",
    *,
    name: str = "Rita Olsen",
    address: str = "rita@home.test",
    subject: str = "",
    attachments: tuple[str, ...] = (),
) -> str:
    """Ids and reasons in short: "ana:address dee:name"."""
    hits = matched(ROSTER, ADDRESSES, Wording(name, address, subject, text, attachments))
    return " ".join(f"{hit.person}:{hit.why}" for hit in hits)


def test_addresses() -> None:
    assert ADDRESSES.whose("ANA@Members.Test") == ("ana",)
    assert ADDRESSES.whose("shared@desk.test") == ("fay", "max")
    assert ADDRESSES.whose("fay@xn--mnchen-3ya.test") == ("fay",)
    assert ADDRESSES.whose("ana.x@members.test") == ()
    assert ADDRESSES.whose("") == ()
    assert ADDRESSES.receiving("fay") == "fay@münchen.test"
    assert ADDRESSES.every("nobody") == ()
    assert ADDRESSES.same("A@x.test", " <a@X.test.> ")
    assert not ADDRESSES.same("a.b@x.test", "ab@x.test")
    with pytest.raises(KeyError, match="addresses"):
        ADDRESSES.receiving("nobody")


@given(st.emails() | st.text("aAéÉß.@-xn", max_size=12))
def test_folding_an_address_twice_is_folding_it_once(address: str) -> None:
    assert fold_address(fold_address(address)) == fold_address(address)


@pytest.mark.parametrize(
    ("text", "hits"),
    [
        # addresses
        ("write to ana@members.test.", "ana:address"),
        ("<mailto:ana%40members.test>", "ana:address"),
        ("ana at members dot test", "ana:address"),
        ("ana [at] members [dot] test", "ana:address"),
        ("ana(at)members(dot)test", "ana:address"),
        ("ana@mem\nbers.test", "ana:address"),
        ("ana@members=\n.test", "ana:address"),
        ("ana+lists@members.test", "ana:address"),
        ("аna@members.test", "ana:address"),
        ("fay@MÜNCHEN.test", "fay:address"),
        ("fay@xn--mnchen-3ya.test", "fay:address"),
        ("shared@desk.test", "fay:address max:address"),
        ("xana@members.test", ""),
        ("ana@members.testing", ""),
        # full names
        ("it was dee novak", "dee:name"),
        ("Dee Novak's review", "dee:name"),
        ("Dee Novaks review", "dee:name"),
        ("DEE NOVAK", "dee:name"),
        ("Dee\nNovak", "dee:name"),
        ("> by Dee\n> Novak", "dee:name"),
        ("No=\nvak, Dee", "dee:name"),
        ("Novak, Dee", "dee:name"),
        ("Dee M. Novak", "dee:name"),
        ("dee_novak wrote", "dee:name"),
        ("DeeNovak wrote", "dee:name"),
        ("see dee.novak@home.test", "dee:name"),
        ("Dе\u200bе Nоvаk", "dee:name"),
        ("Ｄｅｅ Ｎｏｖａｋ", "dee:name"),
        ("D&#101;e <b>Novak</b>", "dee:name"),
        ("-- \nDee Novak", "dee:name"),
        ("Eli OBrien", "eli:name"),
        ("eli o’brien", "eli:name"),
        ("fay sondergard", "fay:name"),
        ("FAY SØNDERGÅRD", "fay:name"),
        ("Fay Soendergaard", "fay:name"),
        ("jean luc mueller", "jl:name"),
        ("昨日田中太郎が", "tar:name"),
        ("田中 太郎", "tar:name"),
        ("νικος παππας", "nik:name"),
        ("gus reed", "gus:name"),
        ("Gus and Reed", "gus:given-name"),
        ("dee novakson", ""),
        # a surname alone
        ("Novak shouted", "dee:name"),
        ("the Novaks", "dee:name"),
        ("novak shouted", ""),
        ("Mr. Reed shouted", "gus:name"),
        ("Reed shouted", ""),
        ("then I saw Maria Ruiz", ""),
        ("Then Ruiz shouted", "ana:name"),
        ("it was R. Ruiz", ""),
        ("it was A. Ruiz", "ana:name"),
        # handles
        ("@dee-dev", "dee:handle"),
        ("DEE-DEV did", "dee:handle"),
        ("dee-dev's branch", "dee:handle"),
        ("https://forge.test/dee-dev/x/pull/1", "dee:handle"),
        ("https://dee-dev.forge.test/", "dee:handle"),
        ("(_dee-dev_)", "dee:handle"),
        ("dee‑dev", "dee:handle"),
        ("dee-devil", ""),
        ("my-dee-dev-box", ""),
        ("ana-r", "ana:handle"),
        ("@ana", "ana:handle"),
        ("https://forge.test/ana", "ana:handle"),
        ("ana", ""),
        ("@ana.torres", ""),
        # a given name alone
        ("Dee shouted", "dee:given-name"),
        ("DEE SHOUTED AT ME", "dee:given-name"),
        ("Dee's review", "dee:given-name"),
        ("I told Dee Monday", "dee:given-name"),
        ("Jean-Luc shouted", "jl:given-name"),
        ("ΝΙΚΟΣ shouted", "nik:given-name"),
        ("Bo and Chi shouted", "bo:given-name chi:given-name"),
        ("Dee Nowak shouted", "dee:given-name"),
        ("dee shouted", ""),
        ("Deeply sorry", ""),
        ("it was Ana Torres who shouted", ""),
        ("it was Mary-Ana who shouted", ""),
        ("Dear Dee,\n\nsomebody shouted at me in the channel.", ""),
        ("Hi Bo\n\nsomebody shouted at me in the channel.", ""),
        ("Somebody shouted.\n\n> Dee wrote this", ""),
        ("Somebody shouted at me.\n\n-- \nChi", ""),
        # an ordinary name
        ("Will you help me?", ""),
        ("Will shouted", ""),
        ("will young people shout?", ""),
        ("Will Young shouted", "will:name"),
        ("Young, Will", "will:name"),
        ("wyoung shouted", "will:handle"),
    ],
)
def test_what_a_text_mentions(text: str, hits: str) -> None:
    assert mentioned(text) == hits


def test_where_a_mention_counts() -> None:
    assert mentioned(subject="Dee Harasses People") == "dee:given-name"
    assert mentioned(subject="about dee-dev") == "dee:handle"
    assert mentioned(attachments=("log\n", "Dee Novak: no")) == "dee:name"
    assert mentioned("Dee wrote from dee@members.test") == "dee:address"


def test_who_sent_it() -> None:
    assert mentioned(address="DEE@members.test") == "dee:address"
    assert mentioned(address="dee.novak@home.test") == "dee:name"
    assert mentioned(address="someone@novak.test") == ""
    assert mentioned(name="Dee Novak (they/them)") == "dee:name"
    assert mentioned(name="Novak, Dee") == "dee:name"
    assert mentioned(name="Dee") == ""
    assert mentioned(name="Rita Novak") == ""


def test_hits_stand_in_the_rosters_order() -> None:
    wording = Wording("Rita", "rita@home.test", "", "dee-dev and Bo Lind and Ana Ruiz", ())
    assert matched(ROSTER, ADDRESSES, wording) == (
        Hit("ana", "name"),
        Hit("bo", "name"),
        Hit("dee", "handle"),
    )


def test_a_changed_roster_is_matched_afresh() -> None:
    changed = Roster({"zoe": Person("zoe", "Zoe Quist")}, "zoe", (), ())
    wording = Wording("", "", "", "Dee Novak and Zoe Quist", ())
    assert [h.person for h in matched(ROSTER, ADDRESSES, wording)] == ["dee"]
    assert [h.person for h in matched(changed, ADDRESSES, wording)] == ["zoe"]
    assert [h.person for h in matched(ROSTER, ADDRESSES, wording)] == ["dee"]


FILLER = st.text(st.characters(blacklist_categories=["L", "N", "Cs"]), max_size=20)


@given(
    st.sampled_from([p for p in PEOPLE if p.id != "tar"]),
    st.sampled_from([str, str.upper, str.title, lambda s: s.replace(" ", "\n")]),
    st.sampled_from(["", "they said ", "> > ", "\t("]),
    st.sampled_from(["", "'s", " did", ".", "\n", "’s"]),
)
def test_a_full_name_is_always_found(person, shown, before, after) -> None:
    hits = mentioned(before + shown(person.name) + after)
    assert f"{person.id}:name" in hits.split()


@given(st.sampled_from(sorted(OWN)), st.sampled_from(["@", " at ", "[at]", "%40", "&#64;"]), FILLER)
def test_an_address_is_always_found(person: str, sign: str, around: str) -> None:
    address = ADDRESSES.receiving(person).replace("@", sign)
    assert f"{person}:address" in mentioned(f"{around} {address} {around}").split()


@given(st.text(max_size=400), st.text(max_size=40))
def test_any_text_is_matched_without_an_error(text: str, short: str) -> None:
    known = {
        f"{person}:{why}" for person in OWN for why in ("address", "name", "handle", "given-name")
    }
    found = mentioned(text, name=short, address=short, subject=short, attachments=(text,))
    assert set(found.split()) <= known


@pytest.mark.parametrize(
    "text",
    [
        "It was one of you who did it.",
        "It is about one\nof your members.",
        "Someone on your team did it.",
        "Somebody on your team did it.",
        "A committee member did it.",
        "A council member did it.",
        "Two board members did it.",
        "A member of the committee did it.",
        "A member of your committee did it.",
        "Some members of the board did it.",
        "A member of the code of conduct committee did it.",
        "The chair did it.",
        "Your chair did it.",
        "The committee's chair did it.",
        "ONE OF YOU did it.",
        "Оne оf yоu did it.",
    ],
)
def test_speaks_of_the_committee(text: str) -> None:
    assert speaks_of_committee(f"Hello,\n\n{text}\nPlease help me.\n")


@pytest.mark.parametrize(
    "text",
    [
        "Somebody in the channel did it.",
        "One of your rules is broken? No: one of the rules.".replace("one of your", "a").replace(
            "One of your", "One of the"
        ),
        "Can you help me?",
        "A member of the project did it.",
        "All the chairs were taken.",
        "I wrote to a committee at work.",
        "The chairlift was full.",
        "> one of you did it",
        "They did it.\n\n-- \nRita, board member of a club",
    ],
)
def test_does_not_speak_of_the_committee(text: str) -> None:
    assert not speaks_of_committee(f"Hello,\n\nit is about the channel.\n\n{text}\n")


def test_a_salutation_does_not_speak_of_the_committee() -> None:
    assert not speaks_of_committee("Dear committee members,\n\nsomebody shouted at me.\n")


PARTIES = ("Rita Olsen", "rita.olsen@home.test", "Wen")


@pytest.mark.parametrize(
    "name",
    [
        "Sam Reed",
        "sam",
        "@axe99",
        "axe_99",
        "Jean-Luc O'Neil",
        "A B C D E",
        "J. R. Ewe",
        "田中",
        "Sam Olsen",
    ],
)
def test_a_name_to_ask_about(name: str) -> None:
    assert about_problem(name, ROSTER, PARTIES) is None


@pytest.mark.parametrize(
    ("name", "remedy"),
    [
        ("", "ABOUT UNKNOWN"),
        ("...", "ABOUT UNKNOWN"),
        ("a b c d e f", "five words"),
        ("sam@x.test", "address"),
        ("https://forge.test/sam", "link"),
        ("www.sam.test", "link"),
        ("Sam (the one)", "only letters"),
        ("Sam; Kim", "only letters"),
        ("Rita Olsen", "party"),
        ("olsen rita", "party"),
        ("Rita", "party"),
        ("Ríta M Olsen", "party"),
        ("rita.olsen", "party"),
        ("Wen", "party"),
    ],
)
def test_a_name_that_is_refused(name: str, remedy: str) -> None:
    assert remedy in (about_problem(name, ROSTER, PARTIES) or "")


def test_an_ambiguous_name_is_refused() -> None:
    twins = Roster({"a": Person("a", "Kim Ash"), "b": Person("b", "Kim Bell")}, "a", (), ())
    assert "full name" in (about_problem("Kim", twins, ()) or "")
    assert about_problem("Kim Ash", twins, ()) is None
