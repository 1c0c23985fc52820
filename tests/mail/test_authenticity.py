"""Who is believed: our relay's fields with every attack on them, and DKIM made here."""

import base64
import time

import dkim
import pytest
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import rsa
from hypothesis import given
from hypothesis import strategies as st

from cocmail.mail.authenticity import (
    Authentication,
    aligned,
    dkim_verdict,
    header_fields,
    relay_verdict,
    signed_body,
)
from cocmail.mail.replays import signed_words

OURS = "mx.committee.test"
MINE = ("Received", f"from out.x.test (out.x.test [192.0.2.7])\r\n\tby {OURS} (Postfix); now")
FOREIGN = ("Received", "from laptop by out.x.test with ESMTPSA; now")
PASS = (
    "Authentication-Results",
    f"{OURS}; dkim=pass header.d=x.test; dmarc=pass header.from=x.test",
)


def ar(results: str, host: str = OURS) -> tuple[str, str]:
    return ("Authentication-Results", f"{host}; {results}")


def verdict(*headers: tuple[str, str], sender: str = "ana@x.test") -> tuple[str, str]:
    found = relay_verdict(headers, sender, OURS)
    return found.verdict, found.why


GMAIL = (
    "dkim=pass header.i=@x.test header.s=20230601 header.b=AbC+d/e; spf=pass (mx: domain of "
    "ana@x.test designates 192.0.2.7 as permitted sender) smtp.mailfrom=ana@x.test; "
    "dmarc=pass (p=NONE sp=NONE dis=NONE) header.from=x.test"
)
EXCHANGE = (
    "spf=pass (sender IP is 192.0.2.7) smtp.mailfrom=x.test; dkim=none (message not signed) "
    "header.d=none;dmarc=pass action=none header.from=x.test;compauth=pass reason=100"
)

BELIEVED = {
    "opendkim": "dkim=pass (2048-bit key; unprotected) header.d=x.test header.i=@x.test",
    "only i": "dkim=pass header.i=ana@x.test",
    "dmarc alone": "dmarc=pass (p=reject dis=none) header.from=x.test",
    "dmarc without from": "dmarc=pass",
    "gmail": GMAIL,
    "exchange": EXCHANGE,
    "folded": "dkim=pass\r\n\t(good (very) signature)\r\n header.d=X.TEST",
    "list beside": "dkim=pass header.d=list.test; dkim=pass header.d=x.test",
    "two signatures, one broken": "dkim=fail header.d=x.test; dkim=pass header.d=x.test",
    "spf fails": "spf=fail smtp.mailfrom=x.test; dkim=pass header.d=x.test",
}


@pytest.mark.parametrize("results", BELIEVED.values(), ids=BELIEVED)
def test_passes_of_our_relay_count(results: str) -> None:
    assert verdict(MINE, ar(results), FOREIGN)[0] == "pass"
    assert verdict(ar(results), MINE, FOREIGN)[0] == "pass"


NOT_BELIEVED = {
    "nothing": (),
    "below the first foreign Received": (MINE, FOREIGN, PASS),
    "foreign on top": (FOREIGN, MINE, PASS),
    "another id": (MINE, ar("dkim=pass header.d=x.test", "mx.other.test")),
    "our id as a prefix": (MINE, ar("dkim=pass header.d=x.test", f"{OURS}.evil.test")),
    "our id as a suffix": (MINE, ar("dkim=pass header.d=x.test", f"evil.{OURS}")),
    "look-alike id": (MINE, ar("dkim=pass header.d=x.test", "mх.committee.test")),
    "our id in a comment": (MINE, ar("dkim=pass header.d=x.test", f"({OURS}) mx.evil.test")),
    "our id quoted": (MINE, ar("dkim=pass header.d=x.test", f'"{OURS}" 1')),
    "an encoded word": (MINE, ar("dkim=pass header.d=x.test", "=?utf-8?q?mx=2Ecommittee=2Etest?=")),
    "a name with a space": (MINE, ("Authentication-Results ", PASS[1])),
    "ARC": (MINE, ("ARC-Authentication-Results", f"i=1; {PASS[1]}")),
    "pass in a comment": (MINE, ar("dkim=none (dkim=pass header.d=x.test)")),
    "pass in a reason": (MINE, ar('dkim=none reason="; dkim=pass header.d=x.test"')),
    "pass in an address": (MINE, ar('spf=pass smtp.mailfrom="a; dmarc=pass"@evil.test')),
    "another domain signed": (MINE, ar("dkim=pass header.d=evil.test")),
    "a look-alike domain": (MINE, ar("dkim=pass header.d=ex.test")),
    "a subdomain signed": (MINE, ar("dkim=pass header.d=sub.x.test")),
    "the top level signed": (MINE, ar("dkim=pass header.d=test")),
    "no domain named": (MINE, ar("dkim=pass")),
    "two domains named": (MINE, ar("dkim=pass header.d=x.test header.d=evil.test")),
    "dmarc of another": (MINE, ar("dmarc=pass header.from=evil.test")),
    "spf alone": (MINE, ar("spf=pass smtp.mailfrom=ana@x.test")),
    "best guess": (MINE, ar("dmarc=bestguesspass header.from=x.test")),
    "none": (MINE, ar("none")),
    "cut short": (MINE, ar("dkim=pass header.d=x.test (")),
    "two From": (("From", "ana@x.test"), ("from ", "eve@evil.test"), PASS),
    "by in a comment": (("Received", f"from a (by {OURS}) by out.x.test; now"), PASS),
    "by in a nested comment": (("Received", f"from a (b (c) by {OURS} by) by o.test; now"), PASS),
    "by in an open comment": (("Received", f"from a by {OURS} (by out.x.test; now"), PASS),
    "by in a quoted pair": (("Received", f"from a (\\) by {OURS} ) by out.x.test; now"), PASS),
    "by in the date": (("Received", f"from a; by {OURS}"), PASS),
    "by in a quote": (("Received", f'from "a by {OURS}" with SMTP; now'), PASS),
    "two by": (("Received", f"from by {OURS} by out.x.test; now"), PASS),
    "by a longer host": (("Received", f"from a by {OURS}.evil.test; now"), PASS),
    "Received with a space": (("Received ", "by out.x.test; now"), PASS),
    "topmost silent on it": (MINE, ar("dkim=none"), ar("dkim=pass header.d=x.test")),
}  # fmt: skip


@pytest.mark.parametrize("headers", NOT_BELIEVED.values(), ids=NOT_BELIEVED)
def test_nothing_else_counts(headers: tuple[tuple[str, str], ...]) -> None:
    assert verdict(*headers)[0] == "none"


FAILED = {
    "dmarc": (ar("dmarc=fail header.from=x.test"),),
    "dmarc beside a pass": (ar("dkim=pass header.d=x.test; dmarc=fail header.from=x.test"),),
    "dkim": (ar("dkim=fail header.d=x.test"),),
    "a later field lowers": (PASS, ar("dmarc=fail header.from=x.test")),
    "the topmost speaks": (ar("dmarc=fail header.from=x.test"), PASS),
}


@pytest.mark.parametrize("headers", FAILED.values(), ids=FAILED)
def test_an_explicit_failure_is_told_apart(headers: tuple[tuple[str, str], ...]) -> None:
    assert verdict(MINE, *headers)[0] == "fail"


def test_several_hops_inside_our_relay_and_both_milters() -> None:
    inner = ("Received", f"from localhost by {OURS.upper()} (amavis); now")
    answer = relay_verdict(
        (
            inner,
            MINE,
            ar("dmarc=pass header.from=x.test"),
            ar("dkim=pass header.d=x.test"),
            FOREIGN,
        ),
        "Ana@X.test",
        OURS.upper(),
    )
    assert answer == Authentication("pass", "X.test", True, "dkim")


def test_a_pass_through_spf_is_not_signed() -> None:
    assert not relay_verdict((ar(EXCHANGE),), "ana@x.test", OURS).signed
    assert relay_verdict((ar(GMAIL),), "ana@x.test", OURS).signed


def test_under_imap_only_the_topmost_counts() -> None:
    hop = ("Received", "by 2002:a05:6402:1a:b0; now")
    good, bad = ar("dkim=pass header.d=x.test"), ar("dkim=none")
    assert relay_verdict((hop, good, bad), "a@x.test", OURS, True).verdict == "pass"
    assert relay_verdict((hop, bad, good), "a@x.test", OURS, True).verdict == "none"
    assert relay_verdict((hop, good), "a@x.test", OURS).verdict == "none"
    assert relay_verdict((ar("dkim=none (" * 9), good), "a@x.test", OURS, True).why == "no-field"
    assert relay_verdict((ar("x=y", "other.test"), good), "a@x.test", OURS, True).why == "dkim"


@pytest.mark.parametrize("sender", ["", "ana", "@", "ana@", "ana@x..test"])
def test_an_address_without_a_domain_is_nobody(sender: str) -> None:
    assert verdict(PASS, sender=sender)[0] == "none"


def test_without_an_id_nothing_is_ours() -> None:
    assert relay_verdict((PASS,), "ana@x.test", "").verdict == "none"


words = st.sampled_from(
    ["Received", "Authentication-Results", "From", "X", PASS[1], MINE[1], FOREIGN[1], "by", "(",
     '"', "dkim=pass header.d=x.test", OURS, ";", "dmarc=fail", "ana@x.test"]
)  # fmt: skip
anything = st.lists(
    st.tuples(words, st.one_of(st.text(max_size=60), st.lists(words, max_size=6).map(" ".join))),
    max_size=8,
)


@given(above=anything, below=anything)
def test_what_stands_below_a_foreign_hop_never_changes_the_verdict(above, below) -> None:  # type: ignore[no-untyped-def]
    below = [field for field in below if field[0] != "From"]
    fixed = (*above, FOREIGN)
    seen = relay_verdict(fixed, "ana@x.test", OURS)
    assert relay_verdict((*fixed, *below), "ana@x.test", OURS) == seen


def test_alignment() -> None:
    assert aligned("x.test", "X.test.")
    assert aligned("x.test", "mail.x.test")
    assert aligned("xn--bcher-kva.test", "bücher.test")
    assert not aligned("mail.x.test", "x.test")
    assert not aligned("test", "x.test")
    assert not aligned("x.test", "ex.test")
    assert not aligned("", "x.test")


def test_fields_are_read_as_they_stand() -> None:
    raw = (
        b"From old@mbox.test\r\nSubject: =?utf-8?q?a?=\r\n b\r\nX: 1\rFrom: eve@evil.test\r\n"
        b"Y: \xff\r\n\r\nFrom: body@x.test\r\n"
    )
    assert header_fields(raw) == (
        ("Subject", "=?utf-8?q?a?= b"), ("X", "1\rFrom: eve@evil.test"), ("Y", "ÿ"),
    )  # fmt: skip


# --- DKIM, signed here ------------------------------------------------------------------------

_KEY = rsa.generate_private_key(65537, 2048)
PEM = _KEY.private_bytes(
    serialization.Encoding.PEM,
    serialization.PrivateFormat.TraditionalOpenSSL,
    serialization.NoEncryption(),
)
RECORD = b"v=DKIM1; k=rsa; p=" + base64.b64encode(
    _KEY.public_key().public_bytes(
        serialization.Encoding.DER, serialization.PublicFormat.SubjectPublicKeyInfo
    )
)
MAIL = (
    b"From: Ana <ana@x.test>\r\nSubject: Re: home shelf\r\nDate: Mon, 2 Mar 2026 09:00:00 +0000\r\n"
    b"Message-ID: <1@x.test>\r\nTo: conduct@committee.test\r\n\r\nVOTE yes\r\n"
)
ALL = [b"from", b"subject", b"date", b"message-id"]


def signed(domain: bytes = b"x.test", mail: bytes = MAIL, **options: object) -> bytes:
    options.setdefault("include_headers", ALL)
    header: bytes = dkim.sign(mail, b"s1", domain, PEM, **options)
    return header + mail


class Zone:
    """A resolver that answers from a dictionary and remembers what it was asked."""

    def __init__(self, **records: bytes) -> None:
        self.records = {f"s1._domainkey.{k.replace('_', '.')}": v for k, v in records.items()}
        self.asked: list[str] = []

    async def txt(self, name: str) -> bytes | None:
        self.asked.append(name)
        return self.records.get(name)


ZONE = {"x_test": RECORD, "evil_test": RECORD, "sub_x_test": RECORD}


async def own(raw: bytes, sender: str = "ana@x.test") -> tuple[str, str]:
    found = await dkim_verdict(raw, sender, Zone(**ZONE).txt)
    return found.verdict, found.why


async def test_a_good_signature() -> None:
    answer = await dkim_verdict(signed(), "ana@x.test", Zone(**ZONE).txt)
    assert answer == Authentication("pass", "x.test", True, "dkim")


async def test_a_parent_domain_signs_for_its_hosts() -> None:
    mail = MAIL.replace(b"ana@x.test", b"ana@mail.x.test")
    assert await own(signed(mail=mail), "ana@mail.x.test") == ("pass", "dkim")


async def test_an_altered_mail_fails() -> None:
    assert await own(signed().replace(b"VOTE yes", b"VOTE no")) == ("fail", "dkim")
    assert await own(signed() + b"more\r\n") == ("fail", "dkim")
    assert await own(signed().replace(b"Re: home", b"Re: away")) == ("fail", "dkim")


async def test_an_expired_signature_fails() -> None:
    now = int(time.time())
    header, _, rest = signed().partition(b"t=")
    expired = header + b"t=" + str(now - 900).encode() + b"; x=" + str(now - 600).encode()
    assert await own(expired + rest[10:]) == ("fail", "dkim")


async def test_a_missing_key_fails_and_a_silent_dns_does_not() -> None:
    assert (await dkim_verdict(signed(), "ana@x.test", Zone().txt)).verdict == "fail"

    async def silent(_name: str) -> bytes | None:
        raise OSError

    answer = await dkim_verdict(signed(), "ana@x.test", silent)
    assert (answer.verdict, answer.why) == ("none", "dns")


@pytest.mark.parametrize("domain", [b"evil.test", b"sub.x.test", b"test"])
async def test_another_domain_is_not_even_asked_for(domain: bytes) -> None:
    zone = Zone(**ZONE)
    answer = await dkim_verdict(signed(domain), "ana@x.test", zone.txt)
    assert (answer.verdict, answer.why, zone.asked) == ("none", "not-aligned", [])


async def test_a_body_length_is_refused() -> None:
    raw = signed(length=True)
    assert b"l=" in raw
    assert await own(raw) == ("none", "weak")
    assert await own(raw + b"VOTE no\r\n") == ("none", "weak")


@pytest.mark.parametrize("covered", [[b"from"], [b"from", b"date"]])
async def test_an_unsigned_subject_is_refused(covered: list[bytes]) -> None:
    assert await own(signed(include_headers=covered)) == ("none", "weak")


async def test_sha1_is_refused() -> None:
    assert await own(signed().replace(b"a=rsa-sha256", b"a=rsa-sha1")) == ("none", "weak")


async def test_a_second_from_is_nobody() -> None:
    for line in (b"From: eve@evil.test\r\n", b"from: eve@evil.test\r\n"):
        assert await own(line + signed()) == ("none", "bad-from")
    assert (await own(b"From : eve@evil.test\r\n" + signed()))[0] == "none"


async def test_one_good_signature_of_several_is_enough() -> None:
    good, foreign = signed(), signed(b"evil.test")
    broken = foreign[: -len(MAIL)].replace(b"d=evil.test", b"d=x.test").replace(b"@evil", b"@x")
    assert await own(foreign[: -len(MAIL)] + good) == ("pass", "dkim")
    assert await own(broken + good) == ("pass", "dkim")
    assert await own(broken + MAIL) == ("fail", "dkim")


async def test_at_most_eight_signatures_are_looked_at() -> None:
    zone = Zone(**ZONE)
    broken = signed()[: -len(MAIL)].replace(b"bh=", b"bh=A")
    answer = await dkim_verdict(broken * 40 + signed(), "ana@x.test", zone.txt)
    assert answer.verdict == "fail"
    assert len(zone.asked) == 8


# 512 bits, made for this test by openssl: below 1024 no signature counts (RFC 8301 3.2).
_KIND = b"RSA PRIVATE KEY"
_DIGITS = (
    b"MIIBOwIBAAJBANsaQn6BYOkfubs2YHGZXTaYW3knIyZsTyCTpqoaiHzSplzOGu26\n"
    b"hNgaMREKqXCEJMCfxbCbHs5qQvGR0ICDtLMCAwEAAQJAadNHJp8K1c6TAM+EyZmP\n"
    b"ohz4oY27toU9urhWGXbzUYXwOC0R9Iu7lii8yya7dOfLXIgNKc8K5G+0jkc8cj3d\n"
    b"UQIhAO09/W/6vRtl9d1bYDKNTgu5M3kRbExj7AK/0x/cgIoHAiEA7G0beb+OZw2I\n"
    b"DbzqgxYahHXBuKvUesCWV+QCkfYMhPUCIQCbukRBHBrEAFK6gb+Mj1q6sVALWZd4\n"
    b"MWL7jwU79dbeQwIhALDQxIygAyr1Brxnfed9f2Vy/+dRsr3/DDE9F+L7Zc+FAiA5\n"
    b"O2udw/PBU/OLul0+Hlktyu084aUFzTq3XwszGdGQ7g==\n"
)
_SHORT = b"-----BEGIN %b-----\n%b-----END %b-----\n" % (_KIND, _DIGITS, _KIND)
_SHORT_RECORD = (
    b"v=DKIM1; k=rsa; p=MFwwDQYJKoZIhvcNAQEBBQADSwAwSAJBANsaQn6BYOkfubs2YHGZXTaYW3kn"
    b"IyZsTyCTpqoaiHzSplzOGu26hNgaMREKqXCEJMCfxbCbHs5qQvGR0ICDtLMCAwEAAQ=="
)


async def test_a_short_key_signs_nothing() -> None:
    raw = dkim.sign(MAIL, b"s1", b"x.test", _SHORT, include_headers=ALL) + MAIL
    zone = Zone(x_test=_SHORT_RECORD)
    assert (await dkim_verdict(raw, "ana@x.test", zone.txt)).verdict == "fail"


@pytest.mark.parametrize(
    "record",
    [b"v=DKIM1; k=rsa; p=", RECORD.replace(b"DKIM1", b"DKIM9"), b"v=spf1 -all", b"\0",
     RECORD.replace(b"k=rsa", b"k=rsa; s=tlsrpt")],
)  # fmt: skip
async def test_a_key_that_was_taken_back_or_is_for_something_else_fails(record: bytes) -> None:
    assert (await dkim_verdict(signed(), "ana@x.test", Zone(x_test=record).txt)).verdict == "fail"


@pytest.mark.parametrize(
    "field",
    [b"Date: Tue, 3 Mar 2026 09:00:00 +0000", b"Message-ID: <2@x.test>", b"subject: else",
     b"DATE: Tue, 3 Mar 2026 09:00:00 +0000"],
)  # fmt: skip
async def test_a_second_field_above_the_signed_one_is_no_pass(field: bytes) -> None:
    """RFC 6376 8.15: the signature holds, and covers the lower one alone."""
    assert await own(field + b"\r\n" + signed()) == ("none", "malformed")


async def test_who_is_in_a_group_is_not_asked() -> None:
    group = MAIL.replace(b"Ana <ana@x.test>", b"Members: ana@x.test;")
    assert await own(signed(mail=group)) == ("none", "malformed")
    quoted = MAIL.replace(b"Ana <", b'"Ana: the chair" <')
    assert await own(signed(mail=quoted)) == ("pass", "dkim")


def test_a_failure_stays_one_whatever_stands_twice() -> None:
    """Else a second Date would bring a forged reporter's address a receipt."""
    twice = (("Date", "Mon"), ("Date", "Tue"))
    assert verdict(ar("dmarc=fail header.from=x.test"), *twice) == ("fail", "dmarc")
    assert verdict(PASS, *twice) == ("none", "malformed")


# -- seen before -------------------------------------------------------------------------------


def test_the_mark_of_a_signature_outlives_what_it_does_not_cover() -> None:
    first = signed(include_headers=[b"from", b"subject"])
    (mark,) = signed_words(first, "ana@x.test")
    for old, new in ((b"<1@", b"<9@"), (b"09:00:00", b"11:00:00"), (b"To: ", b"To: more, "),
                     (b"\r\n s=", b"\r\n\t s=")):  # fmt: skip
        assert signed_words(first.replace(old, new), "ana@x.test") == (mark,)
    assert signed_words(b"Date: now\r\n" + first, "ana@x.test") == (mark,)
    for old, new in ((b"home shelf", b"else"), (b"Ana <", b"Bo <")):
        assert signed_words(first.replace(old, new), "ana@x.test") != (mark,)
    assert signed_words(signed(mail=MAIL.replace(b"yes", b"no")), "ana@x.test") != (mark,)
    assert signed_words(first, "ana@evil.test") == ()
    assert signed_words(MAIL, "ana@x.test") == ()


def test_a_signature_spelt_in_another_way_is_the_same_one() -> None:
    first = signed(include_headers=[b"from", b"subject"])
    head, _, rest = first.partition(b" b=")
    spelt = head + b" b=AAAA" + rest
    assert signed_words(spelt, "ana@x.test") == signed_words(first, "ana@x.test")


@given(st.binary(max_size=300))
def test_marks_are_made_of_any_bytes(junk: bytes) -> None:
    raw = b"DKIM-Signature: d=x.test; h=" + junk + b"\r\n" + junk
    assert len(signed_words(raw, "ana@x.test")) <= 1


async def test_unsigned_mail_is_none() -> None:
    assert await own(MAIL) == ("none", "unsigned")


@given(st.one_of(st.binary(max_size=200), st.binary(max_size=80).map(lambda b: signed()[:90] + b)))
async def test_no_bytes_raise(raw: bytes) -> None:
    assert (await dkim_verdict(raw, "ana@x.test", Zone(**ZONE).txt)).verdict != "pass"
    assert len(signed_body(raw)) == 64


def test_a_replay_has_the_same_body_and_another_mail_has_not() -> None:
    first = signed_body(signed())
    assert signed_body(b"Received: by a.test; now\r\n" + signed()) == first
    assert signed_body(signed().replace(b"\r\n", b"\n") + b"\n\n") == first
    assert signed_body(MAIL.replace(b"home shelf", b"other")) == first
    for old, new in ((b"yes", b"no"), (b"<1@", b"<2@"), (b"09:00", b"09:01"), (b"Ana", b"Bo")):
        assert signed_body(MAIL.replace(old, new)) != first
