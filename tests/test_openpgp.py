"""OpenPGP with GnuPG as the other side: sealed letters, reports that came sealed, signatures."""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from functools import partial
from pathlib import Path

import pytest
from gnupg import MISSING, Gpg, gnupg
from talk import ALIAS, MONDAY, PEOPLE, Table, table, toml

from cocmail import begin, keyring, mornings
from cocmail.config import Config, load
from cocmail.describe import description
from cocmail.errors import Trouble
from cocmail.mail import openpgp, pgpmime
from cocmail.mail.parse import parse

pytestmark = pytest.mark.skipif(bool(MISSING), reason=MISSING)

BO = "bo@members.test"
REPORT = (
    "Sam Reed shouted at me in front of everybody on Monday, and he would not let me finish a\n"
    "single sentence until I left the room. Others saw it too.\n"
)
Q = "Sam Reed would not let me finish, three times in a row, and laughed about it with others.\n"


@pytest.fixture(scope="module")
def gpg() -> Iterator[Gpg]:
    with gnupg() as made:
        made.make("Bo Lind", BO)
        made.make("Rita Vale", "rita@home.test")
        made.make("Mal Ory", "mal@bad.test")
        made.make("Bo Lind", "short@members.test", "20260322T000000")
        yield made


@pytest.fixture(scope="module")
def own() -> openpgp.OwnKey:
    secret = openpgp.generate("Example Project Code of Conduct Committee", ALIAS)
    assert secret
    key = openpgp.own_key(secret.encode())
    assert key
    return key


def committee(
    folder: Path, gpg: Gpg, own: openpgp.OwnKey | None, bo: str = "", key: str = BO
) -> Table:
    """A committee whose member Bo has a key, and these lines in the configuration."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "bo.asc").write_bytes(gpg.public(key) if key else b"nothing")
    text = toml(procedure="numpy", members="ana bo chi")
    text = text.replace('id = "bo"\n', f'id = "bo"\nopenpgp = "bo.asc"\n{bo}\n')
    if own:
        (folder / "openpgp.key").write_text(own.secret)
        gpg.knows(own.public.armored)
        text = text.replace("chair =", 'openpgp_key_file = "openpgp.key"\nchair =')
    return table(folder, text)


# -- out ------------------------------------------------------------------------------------------


def test_a_letter_is_sealed_and_gnupg_opens_it(tmp_path: Path, gpg: Gpg, own) -> None:
    call = committee(tmp_path, gpg, own, 'delivery = "encrypted"')
    call.write("rita@home.test", ALIAS, REPORT, name="Rita Vale", subject="Shouting")
    (letter,) = (d for d in call.box(BO) if d.template == "report")
    outside = letter.raw.partition(b"-----BEGIN PGP")[0]
    code = call.house.records.case(1).code
    assert b"Subject: [...]\r\n" in outside
    for word in ("shouted", "Rita", "Sam", code):
        assert word.encode() not in letter.raw, word
    inside = parse(gpg.opens(letter.raw))
    assert "shouted at me" in inside.text
    assert inside.subject == f"[{code}] a report" == call.last("ana", "report").subject
    assert code in inside.header("Reply-To")
    assert inside.header("HP-Outer").startswith("From: ")
    assert "[GNUPG:] GOODSIG" in gpg.trusts(letter.raw)
    # What a mail program answers to is outside, and the same as for everybody.
    assert letter.mail.sender_reply_to[0].addr == inside.sender_reply_to[0].addr


def test_every_letter_to_that_member_is_sealed(tmp_path: Path, gpg: Gpg, own) -> None:
    call = committee(tmp_path, gpg, own, 'delivery = "encrypted"')
    call.write("rita@home.test", ALIAS, REPORT, name="Rita Vale")
    call.answer(call.last("ana", "report"), "TAKE\nPROPOSE\nPLAN: a talk\nIF-REFUSED: none")
    call.answer(call.last("ana", "report"), "plumtree")
    call.write(BO, ALIAS, "SHEET")
    call.wait(days=8)
    assert {"report", "talk", "sheet"} <= {d.template for d in call.box("bo")}
    for letter in call.box("bo"):
        assert letter.subject == "[...]"
        assert b"plumtree" not in letter.raw
        assert gpg.opens(letter.raw)
    assert any(d.subject != "[...]" for d in call.box("ana"))


@pytest.mark.parametrize("state", ["garbage", "expired", "revoked", "not installed", "fails"])
def test_without_a_usable_key_a_notice_and_never_plain_text(
    tmp_path: Path, gpg: Gpg, own, state: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    key = {"garbage": "", "expired": "short@members.test"}.get(state, BO)
    if state == "not installed":
        monkeypatch.setattr(openpgp, "INSTALLED", False)
    if state == "revoked":
        known = openpgp.PublicKey("", "f" * 40, None, revoked=True, encrypts=True)
        monkeypatch.setattr(openpgp, "public_key", lambda _: known)
    call = committee(tmp_path, gpg, own, 'delivery = "encrypted"', key)
    if state == "expired":
        call.now += timedelta(days=21)
    if state == "fails":
        monkeypatch.setattr(openpgp, "encrypt", lambda *_: None)
    call.write("rita@home.test", ALIAS, REPORT, name="Rita Vale")
    call.answer(call.last("ana", "report"), "TAKE\nPROPOSE\nPLAN: a talk\nIF-REFUSED: none")
    call.write(BO, ALIAS, "SHEET")
    assert call.box("bo")
    for letter in call.box("bo"):
        for word in ("shouted", "Rita", "Sam Reed", "a talk", "| Case"):
            assert word not in letter.text, letter.template
    assert "cannot be used" in call.last("bo", "report").text
    assert "shouted" in call.last("ana", "report").text


def test_the_receipt_offers_the_key_below_the_rule(tmp_path: Path, gpg: Gpg, own) -> None:
    call = committee(tmp_path, gpg, own)
    call.write("rita@home.test", ALIAS, REPORT, name="Rita Vale")
    (receipt,) = call.box("rita@home.test")
    above, _, below = receipt.text.partition("----------")
    assert keyring.grouped(own.public.fingerprint) in below
    assert "OpenPGP" not in above
    (part,) = receipt.mail.attachments
    assert (part.filename, part.content_type) == ("openpgp-key.asc", "application/pgp-keys")
    assert openpgp.public_key(part.content) == own.public


def test_without_a_key_of_ours_nothing_is_offered(tmp_path: Path, gpg: Gpg) -> None:
    call = committee(tmp_path, gpg, None)
    call.write("rita@home.test", ALIAS, REPORT, name="Rita Vale")
    (receipt,) = call.box("rita@home.test")
    assert "OpenPGP" not in receipt.text
    assert not receipt.mail.attachments


# -- in -------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "way",
    [
        lambda gpg, message: gpg.seals(message, ALIAS),
        lambda gpg, message: gpg.seals(message, ALIAS, "-z", "0"),
        lambda gpg, message: gpg.seals(message, ALIAS, "--sign", "-u", "rita@home.test"),
        lambda gpg, message: gpg.seals(message, ALIAS, "--sign", "-z", "0", "-u", BO),
        lambda gpg, message: gpg.seals_inline(message, ALIAS),
    ],
    ids=["default", "uncompressed", "signed", "signed by a member", "inline"],
)
def test_a_sealed_report_is_read_and_matched(tmp_path: Path, gpg: Gpg, own, way) -> None:
    call = committee(tmp_path, gpg, own)
    call.write("rita@home.test", ALIAS, f"{REPORT}\nBo Lind laughed about it.\n", name="Rita Vale",
               subject="...", change=partial(way, gpg))  # fmt: skip
    case = call.house.records.case(1)
    assert set(case.excluded) == {"bo"}  # named in the sealed words
    assert not call.box("bo")
    assert "shouted at me" in call.last("ana", "report").text
    assert "BEGIN PGP" not in call.last("ana", "report").text
    assert "BEGIN PGP" not in call.house.records.text(1, case.mails[0][0].text).decode()


def test_a_protected_subject_comes_to_light(gpg: Gpg, own) -> None:
    letter = (
        b"From: a@b.test\r\nSubject: sweet\r\nMessage-ID: <x@y>\r\nMIME-Version: 1.0\r\n"
        b'Content-Type: multipart/alternative;\r\n boundary="=_a"\r\n\r\n'
        b"--=_a\r\nContent-Type: text/plain\r\n\r\nhello\r\n--=_a--\r\n"
    )
    closed = pgpmime.sealed(letter, lambda x: openpgp.encrypt(x, own.public, own))
    assert closed
    assert b"sweet" not in closed
    came = pgpmime.opened(closed, own, (), MONDAY)
    mail = parse(came.raw)
    assert (mail.subject, mail.text.strip(), mail.message_id) == ("sweet", "hello", "x@y")
    assert mail.from_fields == 1


@pytest.mark.parametrize("to", ["rita@home.test", BO])
def test_what_does_not_open_goes_to_one_screener_first(
    tmp_path: Path, gpg: Gpg, own, to: str
) -> None:
    call = committee(tmp_path, gpg, own)
    call.write("rita@home.test", ALIAS, REPORT, name="Rita Vale",
               change=lambda m: gpg.seals(m, to))  # fmt: skip
    case = call.house.records.case(1)
    assert case.state == "held"
    assert case.screener
    assert call.box("rita@home.test")  # the receipt does not wait for that


def test_a_mail_that_unpacks_without_end_stays_closed(gpg: Gpg, own, monkeypatch) -> None:
    gpg.knows(own.public.armored)
    bomb = gpg.run("--armor", "--encrypt", "-z", "9", "-r", ALIAS, given=b"\0" * 3_000_000)
    assert len(bomb) < 20_000
    assert openpgp.decrypt(bomb, own, ())
    monkeypatch.setattr(openpgp, "LONGEST", 2_000_000)
    assert openpgp.decrypt(bomb, own, ()) is None


@pytest.mark.parametrize(
    "content",
    [b"", b"junk", b"\xff" * 99, b"-----BEGIN PGP MESSAGE-----\n\nAAAA\n-----END PGP MESSAGE-----"],
)
def test_garbage_is_none_and_says_nothing(content: bytes, own, capfd) -> None:
    assert openpgp.public_key(content) is None
    assert openpgp.own_key(content) is None
    assert openpgp.decrypt(content, own, ()) is None
    assert openpgp.detached(b"x", content, (own.public,)) is None
    assert openpgp.clear(content, (own.public,)) is None
    assert capfd.readouterr() == ("", "")


# -- who is speaking ------------------------------------------------------------------------------

SIGNED = "signed_commands = true"
WAYS = [
    pytest.param(lambda g, m: g.signs(m, BO), id="detached"),
    pytest.param(lambda g, m: g.clears(m, BO), id="cleartext"),
    pytest.param(lambda g, m: g.seals(m, ALIAS, "--sign", "-z", "0", "-u", BO), id="sealed"),
]


def opened(tmp_path: Path, gpg: Gpg, own, bo: str = SIGNED) -> Table:
    call = committee(tmp_path, gpg, own, bo)
    call.write("rita@home.test", ALIAS, REPORT, name="Rita Vale")
    return call


@pytest.mark.parametrize("way", WAYS)
def test_a_signed_command_runs(tmp_path: Path, gpg: Gpg, own, way) -> None:
    call = opened(tmp_path, gpg, own)
    call.write(BO, call.last("bo", "report").reply_to, "TAKE\n", change=partial(way, gpg))
    assert call.house.records.case(1).lead == "bo"
    assert call.count_of("bo", "refused") == 0
    assert call.count_of("ana", "talk") == 0  # the signature is no file to pass on


@pytest.mark.parametrize(
    "way",
    [
        pytest.param(lambda g, m: None, id="unsigned"),
        pytest.param(lambda g, m: g.signs(m, "mal@bad.test"), id="another's key"),
        pytest.param(lambda g, m: (g.signs(m, BO), _other_words(m)), id="changed"),
        pytest.param(lambda g, m: (g.clears(m, BO), _words_before(m)), id="words beside"),
        pytest.param(lambda g, m: (g.signs(m, BO), _part_before(m)), id="part beside"),
        pytest.param(lambda g, m: g.seals(m, ALIAS), id="sealed only"),
    ],
)
def test_without_a_valid_signature_nothing_of_the_mail_counts(
    tmp_path: Path, gpg: Gpg, own, way
) -> None:
    call = opened(tmp_path, gpg, own)
    call.write(BO, call.last("bo", "report").reply_to, "TAKE\n", change=partial(way, gpg))
    assert call.house.records.case(1).lead == ""
    assert "sign it with your OpenPGP key" in call.last("bo", "refused").text
    call.write(BO, call.last("bo", "report").reply_to, "plumtree is my word")
    assert not any("plumtree" in d.text for d in call.box("ana"))
    call.write(BO, ALIAS, "SHEET")
    assert call.count_of("bo", "sheet") == 0


def test_stepping_out_needs_no_signature(tmp_path: Path, gpg: Gpg, own) -> None:
    call = opened(tmp_path, gpg, own)
    call.answer(call.last("bo", "report"), "RECUSE")
    assert "bo" in call.house.records.case(1).recused


def test_yes_to_a_held_mail_does_not_replace_the_signature(tmp_path: Path, gpg: Gpg, own) -> None:
    call = opened(tmp_path, gpg, own)
    call.answer(call.last("bo", "report"), "TAKE", proof="")
    call.answer(call.last("bo", "confirm"), "YES")
    assert call.house.records.case(1).lead == ""


def test_a_signature_is_not_asked_of_who_did_not_ask_for_it(tmp_path: Path, gpg, own) -> None:
    call = opened(tmp_path, gpg, own, "")
    call.answer(call.last("bo", "report"), "TAKE")
    assert call.house.records.case(1).lead == "bo"


@pytest.mark.parametrize("way", WAYS)
def test_signed_words_count_once_in_all_cases(tmp_path: Path, gpg: Gpg, own, way) -> None:
    call = opened(tmp_path, gpg, own)
    call.write("uli@home.test", ALIAS, Q, name="Uli Hart")
    kept: list[object] = []

    def sign(message) -> None:
        way(gpg, message)
        kept.append(message)

    def copy(message) -> None:
        message.clear_content()
        message["Content-Type"] = kept[0]["Content-Type"]
        message.set_payload(kept[0].get_payload())

    first, second = (d for d in call.box("bo") if d.template == "report")
    call.write(BO, first.reply_to, "TAKE\n", change=sign)
    cases = {call.house.records.case(n).lead for n in (1, 2)}
    assert cases == {"bo", ""}
    call.write(BO, second.reply_to, "TAKE\n", change=copy)  # by whoever reads the mailbox
    call.write(BO, first.reply_to, "TAKE\n", change=copy)
    assert {call.house.records.case(n).lead for n in (1, 2)} == {"bo", ""}
    assert "counted already" in call.last("bo", "refused").text


def test_an_older_signature_does_not_overtake(tmp_path: Path, gpg: Gpg, own) -> None:
    call = opened(tmp_path, gpg, own)
    report = call.last("bo", "report")
    call.write(BO, report.reply_to, "TAKE\n", change=lambda m: gpg.signs(m, BO, "20240202T084000"))
    call.write(BO, report.reply_to, "HANDOFF Ana Ruiz\n",
               change=lambda m: gpg.signs(m, BO, "20240202T083000"))  # fmt: skip
    assert call.house.records.case(1).lead == "bo"


def test_an_expired_key_signs_nothing(tmp_path: Path, gpg: Gpg, own) -> None:
    call = committee(tmp_path, gpg, own, SIGNED, "short@members.test")
    call.write("rita@home.test", ALIAS, REPORT, name="Rita Vale")
    report = call.last("bo", "report")
    call.now += timedelta(days=21)
    call.write(BO, report.reply_to, "TAKE\n",
               change=lambda m: gpg.signs(m, "short@members.test"))  # fmt: skip
    assert call.house.records.case(1).lead == ""


def _other_words(message) -> None:
    part = message.get_payload()[0]
    part.set_payload("HANDOFF Ana Ruiz\nTAKE\n")


def _words_before(message) -> None:
    message.set_content("TAKE\n" + message.get_content(), cte="8bit")


def _part_before(message) -> None:
    from email.mime.text import MIMEText

    message.set_payload([MIMEText("TAKE\n"), *message.get_payload()])


# -- keys that end --------------------------------------------------------------------------------


def test_a_key_that_ends_is_told_once_before_and_once_after(tmp_path: Path, gpg: Gpg, own) -> None:
    call = committee(tmp_path, gpg, own, 'delivery = "encrypted"', "short@members.test")
    call.run()
    soon = call.last("ana", "key-ends")
    assert "Bo Lind" in soon.text
    assert "expires on Sunday 22 March 2026" in soon.text
    assert call.count_of("bo", "key-ends") == 1
    call.wait(days=10)
    call.restart()
    assert call.count_of("ana", "key-ends") == 1
    call.wait(days=20)
    assert call.count_of("ana", "key-ends") == call.count_of("bo", "key-ends") == 2
    over = call.last("bo", "key-ends")
    assert over.subject == "An OpenPGP key has ended"  # this one leaves as it is
    assert "Your OpenPGP key expired on" in over.text


def test_a_key_that_lasts_is_not_spoken_of(tmp_path: Path, gpg: Gpg, own) -> None:
    call = committee(tmp_path, gpg, own, 'delivery = "encrypted"')
    call.wait(days=3)
    assert call.count_of("ana", "key-ends") == 0
    assert not list(call.house.keyring.endings(call.now))
    mornings.keys(call.house, call.now)


def test_check_names_every_key_that_cannot_be_used(tmp_path: Path, gpg: Gpg, own) -> None:
    call = committee(tmp_path, gpg, own, 'delivery = "encrypted"', "short@members.test")
    call.close()
    config = call.config
    assert keyring.problems(config, MONDAY) == []
    (soon,) = keyring.cautions(config, MONDAY)
    assert soon.key == "members.bo.openpgp"
    assert soon.problem == "expires on 2026-03-22"
    (over,) = keyring.problems(config, MONDAY + timedelta(days=30))
    assert (over.key, over.problem) == ("members.bo.openpgp", "expired on 2026-03-22")
    (tmp_path / "bo.asc").write_text(own.secret)
    (tmp_path / "openpgp.key").write_text(own.public.armored)
    config = load(tmp_path / "cocmail.toml")
    assert isinstance(config, Config)
    found = {p.key: p.problem for p in keyring.problems(config, MONDAY)}
    assert found == {
        "committee.openpgp_key_file": "holds no secret OpenPGP key that can be used",
        "members.bo.openpgp": "holds no OpenPGP public key",
    }


def test_init_makes_a_key_and_never_another(tmp_path: Path) -> None:
    person = begin.Named("ana", "Ana Ruiz", "ana@members.test")
    answers = begin.Answers(
        "Lantern (Conduct) <Team>", ALIAS, "numpy",
        tuple(replace(person, id=p, address=f"{p}@members.test", name=PEOPLE[p])
              for p in ("ana", "bo", "chi")), "ana",
        begin.Named("kim", "Kim Sato", "kim@council.test"), "smtp://127.0.0.1:25", "UTC",
        "lmtp 127.0.0.1:8024",
    )  # fmt: skip
    file = begin.write(tmp_path / "a", answers)
    key, public = tmp_path / "a/openpgp.key", tmp_path / "a/openpgp.asc"
    assert key.stat().st_mode & 0o777 == 0o600
    config = load(file)
    assert isinstance(config, Config)
    assert keyring.problems(config, MONDAY) == []
    made = keyring.Keyring.of(config).own
    assert made
    assert openpgp.public_key(public.read_bytes()) == made.public
    assert f"OpenPGP key: {keyring.grouped(made.public.fingerprint)}" in description(config)
    (tmp_path / "b").mkdir()
    (tmp_path / "b/openpgp.key").write_text("kept")
    begin.write(tmp_path / "b", answers)
    assert (tmp_path / "b/openpgp.key").read_text() == "kept"
    with pytest.raises(Trouble):
        begin.write(tmp_path / "c", replace(answers, chair="nobody"))
    assert list((tmp_path / "c").iterdir()) == []


def test_nothing_of_the_library_reaches_the_journal(
    tmp_path: Path, gpg: Gpg, own, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level("DEBUG")
    call = opened(tmp_path, gpg, own)
    call.write(BO, call.last("bo", "report").reply_to, "TAKE\n",
               change=lambda m: (gpg.signs(m, BO), _other_words(m)))  # fmt: skip
    call.write("rita@home.test", ALIAS, REPORT, change=lambda m: gpg.seals(m, BO))
    said = "\n".join(record.getMessage() for record in caplog.records)
    assert not re.search(r"(?i)sequoia|backtrace|runtimeerror|@", said)
