"""How members get their letters, whatever can be encrypted: words only where they were wanted."""

from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from types import MappingProxyType

import pytest
from hypothesis import given
from hypothesis import strategies as st
from talk import ALIAS, MONDAY, Table, table, toml

from cocmail.core.people import Person, Roster
from cocmail.delivery import way
from cocmail.doors import CONTENTFUL, DOORS, WORDLESS
from cocmail.gate import Errand
from cocmail.keyring import Keyring
from cocmail.mail.openpgp import PublicKey
from cocmail.mail.pgpmime import opened

LASTS = PublicKey("no key at all", "f" * 40, None, revoked=False, encrypts=True)
KEYS = st.builds(
    PublicKey, st.just("x"), st.just("f" * 40),
    st.none() | st.datetimes().map(lambda at: at.replace(tzinfo=MONDAY.tzinfo)),
    st.booleans(), st.booleans(),
)  # fmt: skip


@given(st.sampled_from(sorted(DOORS)), st.none() | KEYS, st.booleans(), st.booleans())
def test_encrypted_is_never_plain(
    template: str, key: PublicKey | None, fetched: bool, of_a_case: bool
) -> None:
    person = Person("bo", "Bo Lind", delivery="encrypted")
    ring = Keyring(None, MappingProxyType({"bo": key} if key else {}), frozenset())
    about = (("fetched", "yes"),) if fetched else ()
    errand = Errand(1, int(of_a_case), template, "member:bo", about)
    found = way(errand, Roster({"bo": person}, "bo", (), ()), ring, MONDAY)
    good = key and key.encrypts and not key.revoked
    usable = bool(good) and (key.expires is None or key.expires > MONDAY)
    if usable:
        assert found == "sealed"
    else:
        assert found == ("plain" if template in WORDLESS else "notice")


@given(st.sampled_from(sorted(DOORS)), st.booleans())
def test_notice_holds_back_what_has_words_until_it_is_fetched(template: str, fetched: bool) -> None:
    person = Person("bo", "Bo Lind", delivery="notice")
    ring = Keyring(None, {}, frozenset())
    about = (("fetched", "yes"),) if fetched else ()
    errand = Errand(1, 1, template, "member:bo", about)
    found = way(errand, Roster({"bo": person}, "bo", (), ()), ring, MONDAY)
    assert found == ("notice" if template in CONTENTFUL and not fetched else "plain")


def test_what_leaves_in_plain_text_says_nothing_of_a_case() -> None:
    assert sorted(WORDLESS) == ["delete-please", "held", "key-ends", "probe-news"]


@pytest.mark.parametrize("key", [None, LASTS], ids=["no key", "a key that fails"])
def test_what_cannot_be_sealed_is_a_notice(
    tmp_path: Path, key: PublicKey | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    """No library is needed for that: this holds where OpenPGP is not installed as well."""
    call = committee(tmp_path, {"bo": key} if key else {}, monkeypatch)
    call.write("rita@home.test", ALIAS, REPORT, name="Rita Vale")
    call.answer(call.last("ana", "report"), "TAKE\nPARTY REPORTED Sam Reed sam@x.test")
    call.answer(call.last("ana", "report"), "the lantern was broken")
    call.write("bo@members.test", ALIAS, "SHEET")
    call.wait(days=2)
    assert {"report", "talk", "sheet"} <= {d.template for d in call.box("bo")}
    for letter in call.box("bo"):
        for word in ("lantern", "Sam", "Rita", "shout"):
            assert word not in letter.text
    assert "lantern" in call.last("chi", "talk").text


def test_a_dead_key_is_told_once_to_chair_and_member(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    dead = PublicKey("x", "a" * 40, MONDAY + timedelta(days=40), revoked=False, encrypts=True)
    keys = {"bo": dead}
    call = committee(tmp_path, keys, monkeypatch)
    call.wait(days=9)
    assert call.count_of("ana", "key-ends") == 0
    call.wait(days=2)
    assert [call.count_of(p, "key-ends") for p in ("ana", "bo", "chi")] == [1, 1, 0]
    call.wait(days=28)
    assert [call.count_of(p, "key-ends") for p in ("ana", "bo", "chi")] == [1, 1, 0]
    call.wait(days=3)
    assert [call.count_of(p, "key-ends") for p in ("ana", "bo", "chi")] == [2, 2, 0]
    keys["bo"] = replace(dead, expires=MONDAY + timedelta(days=100))
    call.wait(days=27)
    assert call.count_of("ana", "key-ends") == 2
    call.wait(days=5)
    assert [call.count_of(p, "key-ends") for p in ("ana", "bo", "chi")] == [3, 3, 0]


SHAPES = (
    b"%s",
    b'Content-Type: multipart/signed; protocol="application/pgp-signature"; boundary=b\n\n%s',
    b'Content-Type: multipart/encrypted; boundary="b"; protocol="application/pgp-encrypted"\n\n%s',
    b"Subject: x\n\n-----BEGIN PGP SIGNED MESSAGE-----\n%s\n-----BEGIN PGP SIGNATURE-----\n"
    b"%s\n-----END PGP SIGNATURE-----\n",
)


@given(st.sampled_from(SHAPES), st.binary(max_size=300), st.sampled_from([b"", b"\n--b\n"]))
def test_any_bytes_are_looked_at_and_stay_as_they_came(
    shape: bytes, junk: bytes, between: bytes
) -> None:
    raw = shape.replace(b"%s", between + junk + between)
    found = opened(raw, None, (LASTS,), MONDAY)
    assert (found.raw, found.signature) == (raw, None)


REPORT = "Sam Reed would shout about the lantern, at me and everybody else, and did not stop.\n"


def committee(folder: Path, keys: dict[str, PublicKey], monkeypatch: pytest.MonkeyPatch) -> Table:
    """A committee whose member Bo wants everything encrypted, and the keys that were read."""
    monkeypatch.setattr(Keyring, "of", lambda _: Keyring(None, keys, frozenset()))
    text = toml(procedure="numpy", members="ana bo chi")
    lines = 'id = "bo"\nopenpgp = "bo.asc"\ndelivery = "encrypted"\n'
    (folder / "bo.asc").write_text("nothing")
    return table(folder, text.replace('id = "bo"\n', lines))
