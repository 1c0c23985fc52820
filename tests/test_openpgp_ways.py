"""OpenPGP as mail programs write it: reports sealed in every way, signatures beside other words.

The ordinary ways are in test_openpgp.py; here are those of which one half is not what it seems.
"""

import random
from collections.abc import Callable, Iterator
from email.message import EmailMessage
from email.mime.message import MIMEMessage
from email.mime.multipart import MIMEMultipart
from email.mime.text import MIMEText
from functools import partial
from pathlib import Path

import pytest
from gnupg import MISSING, SIGNED, Gpg, gnupg
from talk import ALIAS, Table, table, toml

from cocmail.mail import openpgp
from cocmail.mail.parse import parse

pytestmark = pytest.mark.skipif(bool(MISSING), reason=MISSING)

BO, RITA = "bo@members.test", "rita@home.test"
REPORT = (
    "Sam Reed shouted at me in front of everybody on Monday, and he would not let me finish a\n"
    "single sentence until I left the room. Bo Lind saw it too.\n"
)
Way = Callable[[Gpg, EmailMessage], object]


@pytest.fixture(scope="module")
def gpg() -> Iterator[Gpg]:
    with gnupg() as made:
        made.make("Bo Lind", BO)
        made.make("Rita Vale", RITA)
        yield made


@pytest.fixture(scope="module")
def own(gpg: Gpg) -> openpgp.OwnKey:
    secret = openpgp.generate("Example Project Code of Conduct Committee", ALIAS)
    key = openpgp.own_key(secret.encode()) if secret else None
    assert key
    gpg.knows(key.public.armored)
    return key


def committee(folder: Path, gpg: Gpg, own: openpgp.OwnKey, bo: str = "") -> Table:
    (folder / "bo.asc").write_bytes(gpg.public(BO))
    (folder / "openpgp.key").write_text(own.secret)
    text = toml(procedure="numpy", members="ana bo chi")
    text = text.replace('id = "bo"\n', f'id = "bo"\nopenpgp = "bo.asc"\n{bo}\n')
    text = text.replace("chair =", 'openpgp_key_file = "openpgp.key"\nchair =')
    return table(folder, text)


# -- a report ------------------------------------------------------------------------------------


def _closed(gpg: Gpg, message: EmailMessage, inner: bytes) -> None:
    made = gpg.run("--armor", "--encrypt", "-r", ALIAS, given=inner.replace(b"\n", b"\r\n"))
    whole = MIMEMultipart("encrypted", protocol="application/pgp-encrypted")
    for kind, content in (("pgp-encrypted", b"Version: 1\n"), ("octet-stream", made)):
        part = MIMEText(content.decode())
        part.replace_header("Content-Type", f"application/{kind}")
        whole.attach(part)
    message.clear_content()
    message["Content-Type"] = whole["Content-Type"]
    message.set_payload(whole.get_payload())


def mangled(gpg: Gpg, message: EmailMessage) -> None:
    """Some servers make a mixed mail of it, and put an empty text before it."""
    gpg.seals(message, ALIAS)
    parts = [MIMEText("\n"), *message.get_payload()]
    kind = message["Content-Type"].replace("multipart/encrypted", "multipart/mixed")
    message.replace_header("Content-Type", kind)
    message.set_payload(parts)


def with_twin(gpg: Gpg, message: EmailMessage) -> None:
    gpg.seals_inline(message, ALIAS)
    message.add_alternative(f"<pre>{message.get_content()}</pre>", subtype="html")


def with_words(gpg: Gpg, message: EmailMessage) -> None:
    gpg.seals_inline(message, ALIAS)
    message.set_content(f"Hello all,\n\n{message.get_content()}\n-- \nSent from my phone\n")


def with_a_file(gpg: Gpg, message: EmailMessage) -> None:
    """The name stands in an attachment inside."""
    inner = EmailMessage()
    inner.set_content(message.get_content().replace("Bo Lind", "Somebody"))
    inner.add_attachment("Bo Lind was there, and he said nothing at all.", filename="notes.txt")
    _closed(gpg, message, inner.as_bytes())


READ: dict[str, Way] = {
    "to a hidden reader": lambda g, m: g.seals(m, ALIAS, "--throw-keyids"),
    "zlib": lambda g, m: g.seals(m, ALIAS, "--compress-algo", "zlib"),
    "for several": lambda g, m: g.seals(m, ALIAS, "-r", RITA),
    "made mixed on the way": mangled,
    "inline with HTML": with_twin,
    "inline among words": with_words,
    "a file inside": with_a_file,
}


@pytest.mark.parametrize("way", READ.values(), ids=READ)
def test_it_is_read_and_matched(tmp_path: Path, gpg: Gpg, own, way: Way) -> None:
    call = committee(tmp_path, gpg, own)
    call.write(RITA, ALIAS, REPORT, name="Rita Vale", change=partial(way, gpg))
    case = call.house.records.case(1)
    assert (case.state, set(case.excluded)) == ("open", {"bo"})  # named in sealed words
    told = call.last("ana", "report")
    assert "shouted at me" in told.text
    assert "BEGIN PGP" not in told.text
    assert ("Sent from my phone" in told.text) is (way is with_words)
    assert not call.box(BO)
    call.close()


def test_a_large_one_is_opened_too(gpg: Gpg, own) -> None:
    """Photographs of a screen: as much as a door takes, once it is sealed."""
    photos = random.Random(1).randbytes(26_000_000)
    closed = gpg.run("--encrypt", "-r", ALIAS, given=photos)
    inside = openpgp.decrypt(closed, own, (own.public,))
    assert inside
    assert inside.content == photos


def test_a_sealed_reply_belongs_where_its_tag_says(tmp_path: Path, gpg: Gpg, own) -> None:
    call = committee(tmp_path, gpg, own)
    call.write(RITA, ALIAS, REPORT, name="Rita Vale")
    call.write(RITA, call.last(RITA).reply_to, "It happened again, before my house.",
               change=lambda m: gpg.seals(m, ALIAS, "--sign", "-u", RITA))  # fmt: skip
    assert "before my house" in call.last("ana", "party-mail").text
    assert not call.house.store.entries(2)[:1]
    call.close()


def test_what_the_library_cannot_open_waits_for_a_first_reader(
    tmp_path: Path, gpg: Gpg, own
) -> None:
    call = committee(tmp_path, gpg, own)
    call.write(RITA, ALIAS, REPORT, name="Rita Vale",
               change=lambda m: gpg.seals(m, ALIAS, "--compress-algo", "bzip2"))  # fmt: skip
    assert call.house.records.case(1).state == "held"
    call.close()


# -- a signature ---------------------------------------------------------------------------------


def _around(g: Gpg, m: EmailMessage, before: str = "", after: str = "") -> None:
    g.clears(m, BO)
    m.set_content(f"{before}{m.get_content()}{after}", cte="8bit")


def twice(g: Gpg, m: EmailMessage) -> None:
    g.clears(m, BO)
    m.set_content(m.get_content() * 2, cte="8bit")


def three_parts(g: Gpg, m: EmailMessage) -> None:
    g.signs(m, BO)
    m.set_payload([*m.get_payload(), MIMEText("HANDOFF Ana Ruiz")])


def signed_file(g: Gpg, m: EmailMessage) -> None:
    words = m.get_content().encode()
    made = g.run("--armor", "--clearsign", "-u", BO, given=words, at=SIGNED)
    m.add_attachment(made.decode(), filename="signed.asc")


def signed_mail_attached(g: Gpg, m: EmailMessage) -> None:
    inner = EmailMessage()
    inner["From"] = BO
    inner.set_content("TAKE\n")
    g.signs(inner, BO)
    m.make_mixed()
    m.attach(MIMEMessage(inner))


def beside_it(g: Gpg, m: EmailMessage) -> None:
    g.signs(m, BO)
    signed = MIMEMultipart("signed", protocol="application/pgp-signature")
    signed.set_payload(m.get_payload())
    whole = MIMEMultipart("mixed")
    whole.attach(MIMEText("TAKE\n"))
    whole.attach(signed)
    m.replace_header("Content-Type", whole["Content-Type"])
    m.set_payload(whole.get_payload())


def sealed_among_words(g: Gpg, m: EmailMessage) -> None:
    """The command in the clear, above a text that was signed and encrypted."""
    words = m.get_content()
    inside = g.run("--armor", "--encrypt", "--sign", "-z", "0", "-u", BO, "-r", ALIAS,
                   given=words.encode())  # fmt: skip
    m.set_content(f"{words}\n{inside.decode()}")


UNSIGNED: dict[str, Way] = {
    "words after": lambda g, m: _around(g, m, after="\nHANDOFF Ana Ruiz\n"),
    "words before": lambda g, m: _around(g, m, before="TAKE\n"),
    "twice": twice,
    "a third part": three_parts,
    "a signed file alone": signed_file,
    "a signed mail attached": signed_mail_attached,
    "a signed part beside": beside_it,
    "by another": lambda g, m: g.clears(m, RITA),
    "of the future": lambda g, m: g.clears(m, BO, "20990101T000000"),
    "sealed among words": sealed_among_words,
}


@pytest.mark.parametrize("way", UNSIGNED.values(), ids=UNSIGNED)
def test_a_signature_vouches_for_its_own_words_alone(
    tmp_path: Path, gpg: Gpg, own, way: Way
) -> None:
    call = committee(tmp_path, gpg, own, "signed_commands = true")
    call.write("rita@home.test", ALIAS, REPORT.replace("Bo Lind", "Others"), name="Rita Vale")
    call.write(BO, call.last("bo", "report").reply_to, "TAKE\n", change=partial(way, gpg))
    assert call.house.records.case(1).lead == ""
    assert "sign it with your OpenPGP key" in call.last("bo", "refused").text
    call.close()


def encrypted_as_a_whole(g: Gpg, m: EmailMessage) -> None:
    """RFC 3156 6.1: a signed mail, encrypted."""
    g.signs(m, BO)
    raw = m.as_bytes()
    _closed(g, m, raw[raw.index(b"Content-Type") :])


def beyond_the_parts(g: Gpg, m: EmailMessage) -> None:
    """What stands outside every part is read by nobody (RFC 2046 5.1.1)."""
    g.signs(m, BO)
    m.preamble, m.epilogue = "HANDOFF Ana Ruiz\n", "HANDOFF Ana Ruiz\n"


@pytest.mark.parametrize("way", [encrypted_as_a_whole, beyond_the_parts])
def test_signed_as_a_whole_it_runs(tmp_path: Path, gpg: Gpg, own, way: Way) -> None:
    call = committee(tmp_path, gpg, own, "signed_commands = true")
    call.write("rita@home.test", ALIAS, REPORT.replace("Bo Lind", "Others"), name="Rita Vale")
    call.write(BO, call.last("bo", "report").reply_to, "TAKE\n", change=partial(way, gpg))
    assert call.house.records.case(1).lead == "bo"
    call.close()


def test_who_signed_within_compressed_words_hears_what_would_count(
    tmp_path: Path, gpg: Gpg, own
) -> None:
    """P38: the library cannot check it; GnuPG compresses unless it is told not to."""
    call = committee(tmp_path, gpg, own, "signed_commands = true")
    call.write("rita@home.test", ALIAS, REPORT.replace("Bo Lind", "Others"), name="Rita Vale")
    call.write(BO, call.last("bo", "report").reply_to, "TAKE\n",
               change=lambda m: gpg.seals(m, ALIAS, "--sign", "-u", BO))  # fmt: skip
    assert call.house.records.case(1).lead == ""
    assert "compress-algo none" in call.last("bo", "refused").text
    call.close()


# -- a letter ------------------------------------------------------------------------------------


def test_nothing_outside_tells_of_what_is_attached(tmp_path: Path, gpg: Gpg, own) -> None:
    call = committee(tmp_path, gpg, own, 'delivery = "encrypted"')
    file = ("harbour.txt", "text/plain", b"what Sam said")
    call.write("lou@home.test", ALIAS, REPORT.replace("Bo Lind", "Others"), name="Lou Hart",
               subject="Shouting", attach=(file,))  # fmt: skip
    letter = call.last("bo", "report")
    (inside,) = parse(gpg.opens(letter.raw)).attachments
    assert inside.content == b"what Sam said"
    for word in (inside.filename.encode(), b"harbour", b"Shouting", b"Lou", b"Sam"):
        assert word not in letter.raw
    names = {line.split(b":")[0] for line in letter.raw.partition(b"\r\n\r\n")[0].split(b"\r\n")
             if not line.startswith(b" ")}  # fmt: skip
    plain = call.last("ana", "report").raw.partition(b"\r\n\r\n")[0]
    assert names == {line.split(b":")[0] for line in plain.split(b"\r\n")
                     if not line.startswith(b" ")}  # fmt: skip
    call.close()


# -- subkeys -------------------------------------------------------------------------------------


def _parts(gpg: Gpg, address: str) -> list[str]:
    """The fingerprints of a key: the primary one, then its subkeys."""
    listed = gpg.run("--with-colons", "--list-keys", address).decode().splitlines()
    return [line.split(":")[9] for line in listed if line.startswith("fpr")]


def test_the_end_of_the_part_that_encrypts_is_the_end_of_reading(gpg: Gpg) -> None:
    """Who extends a key often extends its primary part alone; the newest binding counts."""
    gpg.make("Sub Key", "sub@members.test")
    primary, sub = _parts(gpg, "sub@members.test")
    days = {"20290322": "20240201", "20290422": "20240202", "20290401": "20240203"}
    for ends, at in days.items():
        gpg.run("--quick-set-expire", primary, f"{ends}T000000", sub, at=f"{at}T080000")
        key = openpgp.public_key(gpg.public("sub@members.test"))
        assert key
        assert key.expires is None
        assert f"{key.reads_until:%Y%m%d}" == f"{key.ends:%Y%m%d}" == ends
    gpg.run("--quick-set-expire", primary, "20290301T000000", at="20240204T080000")
    key = openpgp.public_key(gpg.public("sub@members.test"))
    assert key
    assert f"{key.ends:%Y%m%d}" == "20290301"
    second = ("--quick-add-key", primary, "cv25519", "encr", "never")
    gpg.run(*second, at="20240205T080000")
    key = openpgp.public_key(gpg.public("sub@members.test"))
    assert key
    assert key.reads_until is None  # one part is left that reads


def test_a_subkey_that_ends_is_told_and_then_a_notice_comes(tmp_path: Path, gpg: Gpg, own) -> None:
    gpg.make("Bo Lind", "subkey@members.test")
    primary, sub = _parts(gpg, "subkey@members.test")
    gpg.run("--quick-set-expire", primary, "20260322T000000", sub, at="20240201T080000")
    call = committee(tmp_path, gpg, own, 'delivery = "encrypted"')
    call.close()
    (tmp_path / "bo.asc").write_bytes(gpg.public("subkey@members.test"))
    call.open()
    call.run()
    assert "expires on Sunday 22 March 2026" in call.last("ana", "key-ends").text
    assert call.count_of("bo", "key-ends") == 1
    call.wait(days=21)
    call.write(RITA, ALIAS, REPORT.replace("Bo Lind", "Others"), name="Rita Vale")
    letter = call.last("bo", "report")
    assert "cannot be used" in letter.text
    assert b"shouted" not in letter.raw
    call.close()
