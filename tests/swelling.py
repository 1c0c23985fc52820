"""Mails whose cost is their size: a shape and a number give the bytes.

Of every shape twice the number is twice the mail. Not here: what reading them costs
(test_hostile.py counts, bench/parsing.py measures).
"""

from collections.abc import Callable

from tests.rawmail import ATTACHED, BASE64, LONG, PLAIN, QP, alone, file, mail, multi, part, typed

Shape = Callable[[int], bytes]


def nested(depth: int) -> bytes:
    """Multiparts in multiparts, each with a mark of its own."""
    opening = b"".join(
        b'Content-Type: multipart/mixed; boundary="m%d"\r\n\r\n--m%d\r\n' % (n, n)
        for n in range(depth)
    )
    return mail("MIME-Version: 1.0", body=b"")[:-4] + opening + PLAIN


def messages(depth: int) -> bytes:
    """Messages in messages."""
    one = b"From: sam@x.test\r\nContent-Type: message/rfc822\r\n\r\n"
    return mail("Content-Type: message/rfc822", body=one * depth + mail())


def forwarded(depth: int) -> bytes:
    """Messages in multiparts in messages."""
    body = mail()
    for n in range(depth):
        body = mail(
            f'Content-Type: multipart/mixed; boundary="f{n}"',
            body=b"--f%d\r\nContent-Type: message/rfc822\r\n\r\n%b\r\n--f%d--" % (n, body, n),
        )
    return body


def lines(word: str, n: int) -> bytes:
    """A text of these lines under the report."""
    return mail(body=LONG + "\n" + f"{word}\n" * n)


def hyper(markup: str, n: int, after: str = "") -> bytes:
    """HTML of this, repeated."""
    return typed("text/html; charset=utf-8", f"<p>{LONG}</p>" + markup * n + after)


SHAPES: dict[str, Shape] = {
    "header-one-long": lambda n: mail("X-Long: " + "x" * 20 * n),
    "header-one-folded": lambda n: mail("X-Long: x" + "\r\n folded" * 2 * n),
    "header-many": lambda n: mail(*(f"X-{k}: y" for k in range(2 * n))),
    "header-many-same": lambda n: mail(*["Received: by x.test with y"] * n),
    "header-no-colons": lambda n: b"this is no header\r\n" * n + mail(),
    "parts-many": lambda n: multi("mixed", *[PLAIN[:60]] * n),
    "parts-tiny": lambda n: multi("mixed", PLAIN, *[b""] * 2 * n),
    "boundary-almost": lambda n: multi("mixed", PLAIN + b"\r\n--mar" * 3 * n),
    "boundary-longer": lambda n: multi("mixed", PLAIN + b"\r\n--markx" * 2 * n),
    "boundary-dashes": lambda n: multi("mixed", PLAIN + b"-" * 20 * n, mark="-" * 60),
    "nested": lambda n: nested(n // 3),
    "messages": lambda n: messages(n // 3),
    "forwarded": lambda n: forwarded(min(n // 100, 300)),
    "digest-many": lambda n: multi("digest", *[b"\r\nSubject: a\r\n\r\nb"] * n),
    "base64-long": lambda n: typed("text/plain", b"QUJD" * 5 * n, BASE64),
    "base64-junk": lambda n: typed("text/plain", b"!" * 20 * n, BASE64),
    "base64-equals": lambda n: typed("text/plain", b"=" * 20 * n, BASE64),
    "qp-soft": lambda n: typed("text/plain", b"a=\r\n" * 5 * n, QP),
    "qp-equals": lambda n: typed("text/plain", b"=" * 20 * n, QP),
    "flowed": lambda n: typed("text/plain; format=flowed; delsp=yes", b"a \r\n" * 5 * n),
    "flowed-quotes": lambda n: typed(
        "text/plain; format=flowed", b"".join(b"%b a \r\n" % (b">" * (k % 30)) for k in range(n))
    ),
    "encoded-words": lambda n: alone("Subject: " + "=?utf-8?Q?a?= " * n),
    "encoded-words-charsets": lambda n: alone(
        "Subject: " + "=?utf-8?Q?a?= =?latin-1?B?Yg==?= " * n
    ),
    "encoded-words-folded": lambda n: alone("Subject: x" + "\r\n =?utf-8?Q?a?=" * n),
    "encoded-word-open": lambda n: alone("Subject: " + "=?utf-8?Q?" * n),
    "parameters": lambda n: typed("text/plain" + "".join(f"; a{k}=b" for k in range(n)), LONG),
    "parameters-2231": lambda n: typed(
        "text/plain" + "".join(f"; name*{k}*=%41" for k in range(n)), LONG
    ),
    "parameters-quotes": lambda n: typed("text/plain; a=" + '"\\' * 5 * n, LONG),
    "disposition-2231": lambda n: multi(
        "mixed",
        PLAIN,
        part(
            "application/x", b"x", ATTACHED + "".join(f";\r\n filename*{k}*=%41" for k in range(n))
        ),
    ),
    "to-many": lambda n: mail("To: " + ", ".join(f"a{k}@x.test" for k in range(n))),
    "to-open-quotes": lambda n: mail("To: " + '"a' * 5 * n),
    "to-open-comments": lambda n: mail("To: " + "(" * 20 * n),
    "to-open-angles": lambda n: mail("To: " + "<" * 20 * n),
    "to-backslashes": lambda n: mail("To: " + "\\" * 20 * n),
    "from-many": lambda n: alone("From: " + ", ".join(f"a{k}@x.test" for k in range(n))),
    "references-many": lambda n: mail("References: " + " ".join(f"<{k}@x.test>" for k in range(n))),
    "references-fields": lambda n: mail(*(f"References: <{k}@x.test>" for k in range(n))),
    "in-reply-to-open": lambda n: mail("In-Reply-To: " + "<" * 20 * n),
    "authentication-many": lambda n: mail(
        *["Authentication-Results: mx.example.test; dmarc=fail header.from=home.test"] * n
    ),
    "authentication-long": lambda n: mail(
        "Authentication-Results: mx.example.test" + "; dkim=pass (a) header.d=x.test" * n
    ),
    "authentication-comments": lambda n: mail(
        "Authentication-Results: mx.example.test; " + "(" * 20 * n
    ),
    "dkim-many": lambda n: mail(
        *["DKIM-Signature: v=1; a=rsa-sha256; d=home.test; s=a; h=from; bh=x; b=y"] * n
    ),
    "text-one-line": lambda n: mail(body=LONG + " word" * 5 * n),
    "text-no-space": lambda n: mail(body=LONG + "a" * 20 * n),
    "text-short-lines": lambda n: lines("a", 5 * n),
    "text-blank-lines": lambda n: lines("", 8 * n) + LONG.encode(),
    "text-spaces": lambda n: mail(body=LONG + " " * 20 * n + "x"),
    "text-tabs-lines": lambda n: mail(body=LONG + ("\t" * 50 + "\n") * (n // 3) + "x"),
    "text-names": lambda n: lines("Ana Ruiz", 2 * n),
    "text-given-names": lambda n: mail(body=LONG + " Ana" * 5 * n),
    "text-half-names": lambda n: mail(body=LONG + " Ana Rui" * 3 * n),
    "text-handles": lambda n: mail(body=LONG + " @ana-dev https://x.test/ana-dev" * n),
    "text-links": lambda n: mail(body=LONG + " https://x.test/a?b=c#d" * n),
    "text-open-links": lambda n: mail(body=LONG + "http://" * 3 * n),
    "text-addresses": lambda n: mail(body=LONG + " a.b-c@x.y-z.test" * n),
    "text-ats": lambda n: mail(body=LONG + "@" * 20 * n),
    "text-dotted": lambda n: mail(body=LONG + "a." * 10 * n),
    "text-dotted-at": lambda n: mail(body=LONG + "a@" + "a-." * 7 * n),
    "text-holding": lambda n: mail(
        body=LONG + " one of you someone on your team the chair member of the" * (n // 3)
    ),
    "text-holding-near": lambda n: mail(body=LONG + " one of some of one of" * n),
    "text-quotes": lambda n: lines("> said", 3 * n),
    "text-quote-depth": lambda n: mail(body=LONG + "\n" + ">" * 20 * n + " a"),
    "text-quote-spaced": lambda n: mail(body=LONG + "\n" + "> " * 10 * n + " a"),
    "text-on-wrote": lambda n: mail(body=LONG + "\n" + "On a a a " * 2 * n),
    "text-on-wrote-lines": lambda n: lines("On Monday, somebody", n),
    "text-attribution": lambda n: lines(
        "On Mon, 2 Mar 2026 at 09:00, Rita <rita@home.test> wrote:", n // 3
    ),
    "text-forwarded": lambda n: lines("-----Original Message-----", n),
    "text-header-block": lambda n: lines("From: a\nSent: b\nTo: c\nSubject: d", n // 2),
    "text-signatures": lambda n: lines("-- ", 4 * n),
    "text-dashes": lambda n: mail(body=LONG + "\n" + "-" * 20 * n),
    "text-underscores": lambda n: mail(body=LONG + "\n" + "_" * 20 * n + "x"),
    "text-commands": lambda n: mail(body="VOTE yes\n" * 2 * n + LONG),
    "text-about-lines": lambda n: mail(body="About: Sam Reed\n" * n + LONG),
    "text-exclude-lines": lambda n: mail(body="Exclude: Ana\n" * n + LONG),
    "text-about-long": lambda n: mail(body="About: " + "Sam " * 5 * n + "\n" + LONG),
    "text-combining": lambda n: typed("text/plain; charset=utf-8", LONG + "a" + "\u0301" * 10 * n),
    "text-combining-mixed": lambda n: typed(
        "text/plain; charset=utf-8", LONG + "a" + "\u0301\u0316" * 5 * n
    ),
    "text-hangul": lambda n: typed(
        "text/plain; charset=utf-8", LONG + "\u1112\u1161\u11ab" * 3 * n
    ),
    "text-expanding": lambda n: typed("text/plain; charset=utf-8", LONG + "\ufdfa" * 7 * n),
    "text-cjk": lambda n: typed("text/plain; charset=utf-8", LONG + "\u6f22\u5b57" * 3 * n),
    "text-homoglyphs": lambda n: typed(
        "text/plain; charset=utf-8", LONG + " \u0410n\u0430 Ru\u0456z" * 2 * n
    ),
    "text-zero-width": lambda n: typed("text/plain; charset=utf-8", LONG + "\u200b" * 7 * n),
    "text-bidi": lambda n: typed("text/plain; charset=utf-8", LONG + "\u202e\u2066" * 3 * n),
    "text-emoji": lambda n: typed(
        "text/plain; charset=utf-8", LONG + "\U0001f468\u200d\U0001f469" * 2 * n
    ),
    "text-bad-utf8": lambda n: typed("text/plain; charset=utf-8", LONG.encode() + b"\xff" * 20 * n),
    "text-nuls": lambda n: mail(body=LONG.encode() + b"\0" * 20 * n),
    "text-bare-cr": lambda n: mail(body=LONG.encode() + b"a\r" * 10 * n),
    "text-pgp-begin": lambda n: lines("-----BEGIN PGP MESSAGE-----", n),
    "text-pgp-signed": lambda n: lines("-----BEGIN PGP SIGNED MESSAGE-----", n),
    "text-uu": lambda n: lines("begin 644 a", 2 * n),
    "utf-7": lambda n: typed("text/plain; charset=utf-7", b"+AGE-" * 4 * n),
    "iso-2022": lambda n: typed("text/plain; charset=iso-2022-jp", b"\x1b$B\x1b(B" * 3 * n),
    "html-deep": lambda n: hyper("<div>", 4 * n, LONG),
    "html-quotes-deep": lambda n: hyper("<blockquote>", 2 * n, LONG),
    "html-lists-deep": lambda n: hyper("<ul><li>", 2 * n, LONG),
    "html-tables-deep": lambda n: hyper("<table><tr><td>", 2 * n, LONG),
    "html-comments": lambda n: hyper("<!--", 5 * n),
    "html-comment-ends": lambda n: hyper("<!-- -- >", 3 * n),
    "html-declarations": lambda n: hyper("<!", 10 * n),
    "html-cdata": lambda n: hyper("<![CDATA[", 3 * n),
    "html-instructions": lambda n: hyper("<?", 10 * n),
    "html-tags-open": lambda n: hyper("<a", 10 * n),
    "html-tags-stray": lambda n: hyper("</", 10 * n),
    "html-closing": lambda n: hyper("</p>", 5 * n),
    "html-less-than": lambda n: hyper("<", 20 * n),
    "html-attribute": lambda n: hyper("<p title='" + "x" * 20 * n + "'>", 1),
    "html-attribute-open": lambda n: hyper("<p title='" + "x <p a=" * 3 * n, 1),
    "html-attributes": lambda n: hyper("<p" + " a=b" * 5 * n + ">", 1),
    "html-entities": lambda n: hyper("&amp;", 4 * n),
    "html-entities-open": lambda n: hyper("&a", 10 * n),
    "html-entities-numbers": lambda n: hyper("&#" + "9" * 20 * n, 1),
    "html-links": lambda n: hyper("<a href='https://x.test/a'>a</a>", n),
    "html-breaks": lambda n: hyper("<br>", 5 * n),
    "html-script": lambda n: hyper("<script>", 3 * n),
    "html-script-open": lambda n: hyper("<script>" + "</scrip" * 3 * n, 1),
    "html-style": lambda n: hyper("<style>a{}</style>", n),
    "html-svg": lambda n: hyper("<svg><text>a</text></svg>", n),
    "html-paragraphs": lambda n: hyper("<p>a</p>", 3 * n),
    "html-inline": lambda n: hyper("<b><i>a</i></b>", 2 * n),
    "html-images": lambda n: hyper("<img alt=a src=x>", n),
    "html-quote-links": lambda n: hyper("<blockquote><a href=x>y</a></blockquote>", n),
    "html-conditionals": lambda n: hyper("<!--[if mso]>", 2 * n),
    "html-spaces": lambda n: hyper("<p>" + " \n" * 10 * n, 1),
    "html-twin-text": lambda n: multi(
        "alternative",
        part("text/plain", LONG + " word" * 2 * n),
        part("text/html", f"<p>{LONG}</p>" + "<b>word</b> " * n),
    ),
    "attachment-texts": lambda n: multi(
        "mixed", PLAIN, *[part("text/plain", "Ana " * n, ATTACHED)] * 5
    ),
    "attachment-htmls": lambda n: multi(
        "mixed", PLAIN, *[part("text/html", "<div>" * n, ATTACHED)] * 5
    ),
    "attachment-messages": lambda n: multi(
        "mixed", PLAIN, *[part("message/rfc822", b"From: a@x.test\r\n\r\n" + b"Ana " * n)] * 5
    ),
    "attachment-many-texts": lambda n: multi(
        "mixed", PLAIN, *[part("text/plain", "Ana Ruiz\n" * (n // 30))] * 70
    ),
    "attachment-many-htmls": lambda n: multi(
        "mixed", PLAIN, *[part("text/html", "<p>a</p>" * (n // 30))] * 70
    ),
    "attachment-long": lambda n: file("a.bin", bytes(15 * n)),
    "attachment-names": lambda n: multi(
        "mixed",
        PLAIN,
        *[
            part("image/png", b"x", f'Content-Disposition: attachment; filename="{k}.png"')
            for k in range(n // 4)
        ],
    ),
}
