"""Mails that no program should send: wrong in their characters, headers, structure or files.

Each carries the words of a report where a reader could find them. Not here: mails whose cost is
their size (swelling.py), and what must follow (test_hostile.py).
"""

import base64
import binascii
import gzip
import io
import quopri
import struct
import zipfile
import zlib

from tests.rawmail import (
    ATTACHED,
    BASE64,
    LONG,
    PLAIN,
    QP,
    SAID,
    alone,
    file,
    mail,
    multi,
    part,
    typed,
)


def zipped(size: int) -> bytes:
    """Many zeros in few bytes."""
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as made:
        made.writestr("zeros", bytes(size))
    return held.getvalue()


def tnef(*attributes: tuple[int, int, bytes]) -> bytes:
    """A winmail.dat: signature, key, then level, id, length, value and checksum of each."""
    made = struct.pack("<IH", 0x223E9F78, 1)
    for level, number, value in attributes:
        made += struct.pack("<BII", level, number, len(value)) + value
        made += struct.pack("<H", sum(value) & 0xFFFF)
    return made


TNEF = tnef((1, 0x00089006, b"\x00\x00\x01\x00"), (1, 0x0002800C, LONG.encode() + b"\0"))


def yenc(content: bytes) -> bytes:
    """A file in yEnc."""
    said = bytes((c + 42) % 256 for c in content)
    for bad in (b"=", b"\0", b"\n", b"\r"):
        said = said.replace(bad, b"=" + bytes([(bad[0] + 64) % 256]))
    return b"=ybegin line=128 size=%d name=shot.png\r\n%b\r\n=yend size=%d" % (
        len(content),
        said,
        len(content),
    )


def uuencoded(content: bytes) -> bytes:
    """A file in uuencode."""
    lines = (binascii.b2a_uu(content[i : i + 45]) for i in range(0, len(content), 45))
    return b"begin 644 shot.png\n" + b"".join(lines) + b"`\nend"


LATIN = "Büro, Straße, déjà vu: " + LONG
ODD: dict[str, bytes] = {
    # character sets
    "charset-unknown": typed("text/plain; charset=x-martian", LONG),
    "charset-empty": typed('text/plain; charset=""', LONG),
    "charset-lies-ascii": typed("text/plain; charset=us-ascii", LATIN.encode("latin-1")),
    "charset-lies-utf8": typed("text/plain; charset=utf-8", LATIN.encode("cp1252")),
    "charset-lies-utf16": typed("text/plain; charset=utf-16", LONG),
    "charset-utf7": typed("text/plain; charset=utf-7", LATIN.encode("utf-7")),
    "charset-utf16-no-bom": typed(
        "text/plain; charset=utf-16", base64.b64encode(LATIN.encode("utf-16-be")), BASE64
    ),
    "charset-utf16-undeclared": typed(
        "text/plain", base64.b64encode(LATIN.encode("utf-16")), BASE64
    ),
    "charset-utf32": typed(
        "text/plain; charset=utf-32", base64.b64encode(LATIN.encode("utf-32")), BASE64
    ),
    "charset-binary": typed("text/plain; charset=binary", LATIN.encode()),
    "charset-codec-hex": typed("text/plain; charset=hex", LONG),
    "charset-codec-zip": typed(
        "text/plain; charset=zip", base64.b64encode(zlib.compress(bytes(9**7))), BASE64
    ),
    "charset-codec-rot13": typed("text/plain; charset=rot13", LONG),
    "charset-codec-idna": typed("text/plain; charset=idna", LONG),
    "charset-codec-punycode": typed("text/plain; charset=punycode", LONG),
    "charset-codec-undefined": typed("text/plain; charset=undefined", LONG),
    "charset-codec-escape": typed("text/plain; charset=unicode_escape", LONG + r"\N{BELL} \ud800"),
    "charset-iso2022": typed("text/plain; charset=iso-2022-jp", b"\x1b$B" + LONG.encode()),
    "charset-nul-name": typed("text/plain; charset=utf\0-8", LONG),
    "charset-long-name": typed("text/plain; charset=" + "a" * 1500, LONG),
    "charset-two": typed("text/plain; charset=utf-8; charset=utf-16", LATIN),
    "surrogates-utf8": typed(
        "text/plain; charset=utf-8", b"\xed\xa0\x80\xed\xbf\xbf " + LONG.encode()
    ),
    # headers
    "header-mixed-encodings": alone(
        b"From: =?koi8-r?Q?=F2?= =?utf-8?B?w6k=?= =?x-no?q?=FF?= r\xe9 <rita@home.test>",
        b"Subject: =?utf-16?B?AGE=?= =?utf-8?Q?caf=C3?= =?iso-8859-1?Q?=E9_?= \xff\xfe =?big5?B?!=",
    ),
    "header-raw-8-bit": mail(
        b"X-Raw: \xff\xfe\x80", b"Subject: r\xe9sum\xe9", b"To: M\xfcller <conduct@example.test>"
    ),
    "header-raw-8-bit-from": alone(b"From: J\xf6rg M\xfcller <rita@home.test>", "Subject: x"),
    "header-nul": mail(b"X-Nul: a\0b", b"Subject: n\0l"),
    "header-no-colon": mail("this is no header", "X-More: yes"),
    "header-empty-name": mail(": nameless", "X-More: yes"),
    "header-space-before-colon": mail("X-Space : yes"),
    "header-folded-first": b" folded from nothing\r\n" + mail(),
    "header-mbox-from": b"From rita@home.test Mon Mar  2 08:59:00 2026\r\n" + mail(),
    "header-blank-first": b"\r\n" + mail(),
    "header-only-colon-lines": b":\r\n:\r\n\r\n" + LONG.encode() + b"\r\n",
    "no-from": mail("Subject: x", basic=False),
    "no-date-id-mime": alone(),
    "no-to": alone("Subject: x"),
    "two-from": mail("From: Sam Reed <sam@x.test>"),
    "two-senders": alone("From: rita@home.test, sam@x.test"),
    "two-of-each": mail(
        "Subject: other",
        "Date: Tue, 03 Mar 2026 08:59:00 +0000",
        "To: other@x.test",
        "MIME-Version: 1.0",
        "MIME-Version: 2.0",
        "Content-Type: text/html",
        "Content-Type: text/plain",
        "Message-ID: <a@x>",
        "Message-ID: <b@x>",
    ),
    "from-empty": alone("From: "),
    "from-group": alone("From: undisclosed:;"),
    "from-control": alone(b"From: \x01\x02\x7f <rita@home.test>"),
    "from-name-is-address": alone('From: "ana@members.test" <rita@home.test>'),
    "from-name-huge": alone(f"From: {'Rita ' * 9000}<rita@home.test>"),
    "from-quoted-newline": alone('From: "Rita\r\n Vale\r\n \\" <rita@home.test>'),
    "empty": b"",
    "one-blank-line": b"\r\n",
    "only-nul": b"\0" * 100 + b"\r\n",
    "only-headers": b"From: rita@home.test\r\nSubject: " + SAID.encode() + b"\r\n",
    "no-blank-line": b"From: rita@home.test\r\n" + LONG.encode() + b"\r\n",
    "only-body": LONG.encode() + b"\r\n",
    "binary": bytes(range(256)) * 50,
    "bare-cr": mail(body=LONG.replace(" ", "\r").encode()),
    "bare-lf": mail(body=LONG.replace(" ", "\n").encode()),
    "bare-cr-header": b"From: rita@home.test\rFrom: ana@members.test\r\n\r\n"
    + LONG.encode()
    + b"\r\n",
    "nul-body": mail(body=LONG.replace(" ", "\0 ").encode()),
    "no-last-newline": mail(body=LONG)[:-2],
    "dots": mail(body=".\n..\n.leading\n...\n" + LONG),
    "date-year-0": alone("Date: Mon, 1 Jan 0000 00:00:00 +0000"),
    "date-year-9999999": alone("Date: Mon, 1 Jan 9999999 00:00:00 +0000"),
    "date-9999": alone("Date: Fri, 31 Dec 9999 23:59:59 -1200"),
    "date-zone": alone("Date: Mon, 2 Mar 2026 08:59:00 +99999999"),
    "date-zone-minutes": alone("Date: Mon, 2 Mar 2026 08:59:00 +2399"),
    "date-garbage": alone("Date: \u0661\u0662 next Tuesday-ish"),
    "date-digits": alone(f"Date: {'9' * 5000} {'9' * 5000} 2026"),
    "message-id-evil": mail(
        "Message-ID: <\u202ea@b\u0000 c>", "References: <><><<>> <a", "In-Reply-To: <"
    ),
    "received-bad": mail(
        "Received: ; ; ; by from", "Return-Path: <<>>", "DKIM-Signature: v=;;=;b=b=b"
    ),
    "authentication-bad": mail(
        "Authentication-Results: mx.example.test; dmarc=pass (((((",
        'Authentication-Results: "mx.example.test" 1; ;;',
    ),
    "content-length": mail("Content-Length: 5", "Lines: -1", "Content-MD5: nope"),
    # structure
    "type-garbage": typed('/;;;=;="', LONG),
    "type-multipart-alone": typed("multipart/mixed", LONG),
    "type-unknown": typed("chemical/x-pdb", LONG),
    "type-encoding-unknown": typed("text/plain", LONG, "Content-Transfer-Encoding: 7-bits-or-so"),
    "boundary-empty": typed('multipart/mixed; boundary=""', b"--\r\n" + PLAIN + b"\r\n----"),
    "boundary-missing-end": multi("mixed", PLAIN, PLAIN, end=False),
    "boundary-never-comes": typed("multipart/mixed; boundary=never", LONG),
    "boundary-long": multi("mixed", PLAIN, mark="b" * 10_000),
    "boundary-70": multi("mixed", PLAIN, mark="b" * 70),
    "boundary-quotes": typed(
        'multipart/mixed; boundary="a\\"b\\\\"', b'--a"b\\\r\n' + PLAIN + b'\r\n--a"b\\--'
    ),
    "boundary-single-quotes": typed(
        "multipart/mixed; boundary='x y'", b"--'x y'\r\n" + PLAIN + b"\r\n--'x y'--"
    ),
    "boundary-unicode": typed(
        "multipart/mixed; boundary=gr\u00fcn", "--gr\u00fcn\r\n".encode() + PLAIN
    ),
    "boundary-regex": multi("mixed", PLAIN, mark="(a+)+$.*[^]"),
    "boundary-prefix": multi(
        "mixed",
        part('multipart/alternative; boundary="marks"', b"--marks\r\n" + PLAIN + b"\r\n--marks--"),
        PLAIN,
    ),
    "boundary-same-nested": multi(
        "mixed", part('multipart/mixed; boundary="mark"', b"--mark\r\n" + PLAIN + b"\r\n--mark--")
    ),
    "boundary-space-after": typed(
        "multipart/mixed; boundary=mark", b"--mark   \r\n" + PLAIN + b"\r\n--mark-- \t"
    ),
    "boundary-lf": multi("mixed", PLAIN).replace(b"\r\n", b"\n"),
    "preamble-only": typed("multipart/mixed; boundary=mark", LONG.encode() + b"\r\n--mark--"),
    "epilogue-report": multi("mixed") + LONG.encode(),
    "message-partial": typed('message/partial; id="x@y"; number=2; total=3', LONG),
    "message-external": typed(
        'message/external-body; access-type=URL; URL="http://x.test/a"',
        "Content-Type: text/plain\r\n\r\n" + LONG,
    ),
    "message-external-file": typed(
        'message/external-body; access-type=local-file; name="/etc/passwd"',
        "Content-Type: text/plain\r\n\r\n",
    ),
    "message-rfc822-empty": typed("message/rfc822", b""),
    "message-rfc822-base64": typed("message/rfc822", base64.encodebytes(mail()), BASE64),
    "message-rfc822-report": multi("mixed", part("message/rfc822", mail())),
    "digest": multi("digest", b"\r\n" + mail(), b"\r\n" + mail()),
    "part-no-header": multi("mixed", LONG.encode(), b"\r\n" + LONG.encode()),
    "alternative-empty-text": multi(
        "alternative", part("text/plain", " "), part("text/html", f"<p>{LONG}")
    ),
    "related-picture": multi(
        "related", part("text/html", f"<p>{LONG}<img src=cid:a>"), part("image/png", b"\x89PNG")
    ),
    # encodings
    "base64-bad": typed(
        "text/plain", "!!!" + base64.b64encode(LONG.encode()).decode()[:-5], BASE64
    ),
    "base64-not": typed("text/plain", LONG, BASE64),
    "base64-one-letter": typed("text/plain", "A", BASE64),
    "base64-pads": typed("text/plain", b"=".join([base64.b64encode(LONG.encode())] * 3), BASE64),
    "qp-bad": typed("text/plain", "=ZZ =\n=3 =" + quopri.encodestring(LATIN.encode()).decode(), QP),
    "uuencode": mail(body=LONG.encode() + b"\r\n" + uuencoded(bytes(300)).replace(b"\n", b"\r\n")),
    "uuencode-declared": typed(
        "text/plain", uuencoded(LONG.encode()), "Content-Transfer-Encoding: x-uuencode"
    ),
    "yenc": mail(body=LONG.encode() + b"\r\n" + yenc(bytes(range(256)))),
    "binhex": mail(body=LONG + "\n(This file must be converted with BinHex 4.0)\n:!!!:"),
    # files
    "zip-bomb": file("a.zip", zipped(50_000_000), "application/zip"),
    "gzip-bomb": file("a.gz", gzip.compress(bytes(50_000_000)), "application/gzip"),
    "text-gzip": typed(
        "text/plain",
        base64.encodebytes(gzip.compress(LONG.encode())),
        BASE64,
        "Content-Encoding: gzip",
    ),
    "tnef": file("winmail.dat", TNEF, "application/ms-tnef"),
    "tnef-only": typed('application/ms-tnef; name="winmail.dat"', base64.encodebytes(TNEF), BASE64),
    "tnef-beside-nothing": multi(
        "mixed",
        part("text/plain", ""),
        part('application/ms-tnef; name="winmail.dat"', base64.encodebytes(TNEF), BASE64),
    ),
    "smime-encrypted": typed(
        'application/pkcs7-mime; smime-type=enveloped-data; name="smime.p7m"',
        base64.encodebytes(bytes(range(256))),
        BASE64,
    ),
    "smime-opaque-signed": typed(
        'application/pkcs7-mime; smime-type=signed-data; name="smime.p7m"',
        base64.encodebytes(bytes(range(256))),
        BASE64,
    ),
    "pgp-mime": multi(
        "encrypted",
        part("application/pgp-encrypted", "Version: 1"),
        part(
            "application/octet-stream",
            "-----BEGIN PGP MESSAGE-----\n\nhQEM\n=aaaa\n-----END PGP MESSAGE-----",
        ),
    ),
    "pgp-inline": mail(
        body="-----BEGIN PGP MESSAGE-----\n\nhQEMAw\n=aaaa\n-----END PGP MESSAGE-----"
    ),
    "pgp-signed-broken": multi(
        "signed",
        PLAIN,
        part(
            "application/pgp-signature",
            "-----BEGIN PGP SIGNATURE-----\n\nnope\n-----END PGP SIGNATURE-----",
        ),
    ),
    "signed-three-parts": multi("signed", PLAIN, PLAIN, PLAIN),
    "calendar": multi(
        "mixed", PLAIN, part("text/calendar; method=REPLY", "BEGIN:VCALENDAR\nEND:VCALENDAR")
    ),
    "vcard": multi("mixed", PLAIN, part("text/vcard", "BEGIN:VCARD\nEND:VCARD")),
    "picture-only": typed("image/png", base64.encodebytes(b"\x89PNG" + bytes(200)), BASE64),
    "audio-only": typed("audio/ogg", base64.encodebytes(b"OggS" + bytes(200)), BASE64),
    # unicode
    "bidi": typed("text/plain; charset=utf-8", "\u202e\u2066\u200f" + LONG + "\u202d\u2069"),
    "zero-width": typed("text/plain; charset=utf-8", "\u200b\u200d\ufeff\u2060".join(LONG)),
    "combining-flood": typed("text/plain; charset=utf-8", "a" + "\u0301" * 20_000 + LONG),
    "private-use": typed(
        "text/plain; charset=utf-8", "\ue000\U000f0000\U0010fffd\uffff\ufffe " + LONG
    ),
    "tags": typed(
        "text/plain; charset=utf-8", "".join(chr(0xE0000 + ord(c)) for c in "VOTE yes") + LONG
    ),
    "line-separators": typed(
        "text/plain; charset=utf-8", LONG.replace(" ", "\u2028\u2029\x85\x0b\x0c\x1c")
    ),
    "ansi-escapes": typed("text/plain", "\x1b[2J\x1b]0;title\x07" + LONG),
    "subject-bidi": alone("Subject: \u202eevil\u2028Bcc: sam@x.test"),
    "subject-newline-encoded": alone("Subject: =?utf-8?Q?a=0D=0ABcc:_sam@x.test?="),
    "subject-surrogate": alone(b"Subject: =?utf-8?Q?=ED=A0=80?= \xed\xa0\x80"),
    "from-surrogate": alone(
        b"From: =?utf-8?Q?=ED=A0=80?= <rita@home.test>", b"Message-ID: <\xed\xa0\x80@x.test>"
    ),
    "from-surrogate-address": alone(b"From: <r\xed\xa0\x80ta@home.test>"),
    "from-newline-encoded": alone("From: =?utf-8?Q?Rita=0D=0ABcc:_sam@x.test?= <rita@home.test>"),
    # html
    "html-conditional": typed(
        "text/html", f"<!--[if mso]><p>hidden<![endif]--><p>{LONG}<![if !mso]>x<![endif]>"
    ),
    "html-script": typed(
        "text/html",
        f"<script>var a='</p>'</script><style>p{{}}</style><svg><text>drawn</text></svg><p>{LONG}",
    ),
    "html-unclosed": typed("text/html", f"<p><b <i <a href='x <p>{LONG}"),
    "html-nul": typed("text/html", f"<p>{LONG}\0<\0b>x"),
    "html-entities-bad": typed(
        "text/html", f"&#xFFFFFFFF; &#0; &#xD800; &nosuch; &#99999999999999999999; <p>{LONG}"
    ),
    "html-meta-charset": typed("text/html", b'<meta charset="utf-16"><p>' + LATIN.encode()),
    "html-doctype": typed(
        "text/html", f"<!DOCTYPE a [<!ENTITY b '&c;&c;'><!ENTITY c '&b;&b;'>]><p>&b;{LONG}"
    ),
    "html-plaintext": typed("text/html", f"<plaintext>{LONG}</plaintext><xmp><p>"),
    "xml-part": typed(
        "text/xml", f"<!DOCTYPE a [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><a>&x;{LONG}</a>"
    ),
}

EVIL_NAMES = (
    "../../etc/passwd",
    "C:\\\\con\\\\aux",
    "",
    ".",
    "..",
    "a" * 3000,
    "x\ty",
    "nul\0l.txt",
    "\u202egnp.exe",
    'quo\\"te.txt',
    "=?utf-8?Q?..=2F..=2Fa?=",
    "-rf",
    "$(id)",
    "a;b",
    "\u200b",
    "con",
    "ana@members.test.txt",
    "CRLF\r\n X: y.txt",
    "emoji\U0001f600.png",
    "%00%2e%2e.txt",
)
ODD |= {f"file-name-{n}": file(name, b"\x00words") for n, name in enumerate(EVIL_NAMES)}
ODD["file-name-2231"] = multi(
    "mixed",
    PLAIN,
    part(
        "application/x",
        b"x",
        f"{ATTACHED}; filename*0*=utf-8''%2e%2e; filename*1*=%2f%00; filename*9=z; filename*x=q",
    ),
)
