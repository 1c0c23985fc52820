"""HTML as text: quotes keep their mark, whatever the mail program."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cocmail.mail.html import RULE, to_text
from cocmail.mail.replies import split


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("<p>one</p><p>two</p>", "one\n\ntwo"),
        ("one<br>two<br/>three", "one\ntwo\nthree"),
        ("<div>one</div><div><br></div><div>two</div>", "one\n\ntwo"),
        ("<p class=MsoNormal>VOTE yes</p><p class=MsoNormal>NOTE x</p>", "VOTE yes\nNOTE x"),
        ("<ul><li>one<li>two</ul>", "- one\n- two"),
        ("<ol><li>one</li><li>two</li></ol>", "1. one\n2. two"),
        ("<table><tr><td>a</td><td>b</td></tr><tr><td>c</td></tr></table>", "a b\nc"),
        ("a &lt;b&gt; &amp; c&nbsp;d &eacute; &#8217;", "a <b> & c d é ’"),
        ("&#99999999999999999999;x" + "&#" + "9" * 9000 + ";", "\ufffdx\ufffd"),
        ("<a href='https://x.test/a'>here</a>.", "here <https://x.test/a>."),
        ("<a href='https://x.test/'>x.test</a>", "x.test"),
        ("<a href='mailto:a@x.test'>a@x.test</a>", "a@x.test"),
        ("<a href='javascript:x()'>here</a>", "here"),
        ("<style>p{}</style><script>CLEAR</script><title>t</title>x", "x"),
        ("<!-- CLEAR --><!--[if mso]>CLEAR<![endif]-->x", "x"),
        ("<div style='display: none'>CLEAR</div>x", "x"),
        ("a < b and 1 <2", "a < b and 1 <2"),
        ("<pre>one\n  two</pre>", "one\n  two"),
        ("one\n two", "one two"),
        ('<p title="a > b">x</p>', "x"),
        ("<img alt='\U0001f600'>", "\U0001f600"),
        ("", ""),
    ],
)
def test_text(html: str, text: str) -> None:
    assert to_text(html) == text


QUOTES = {
    "blockquote": "<blockquote type=cite><p>VOTE no</p></blockquote>",
    "gmail": (
        '<div class="gmail_quote gmail_quote_container"><div dir="ltr" class="gmail_attr">On Tue, '
        '3 Mar 2026 at 09:12, Ana &lt;<a href="mailto:a@x.test">a@x.test</a>&gt; wrote:<br></div>'
        '<blockquote class="gmail_quote"><div>VOTE no</div></blockquote></div>'
    ),
    "gmail without blockquote": '<div class="gmail_quote">VOTE no</div>',
    "yahoo": '<div id="ydp1yahoo_quoted_2" class="yahoo_quoted"><div>VOTE no</div></div>',
    "proton": '<div class="protonmail_quote">VOTE no</div>',
    "gmx": '<div name="quote" style="margin:10px">VOTE no</div>',
    "thunderbird": (
        '<div class="moz-cite-prefix">On 3/3/26 09:12, Ana wrote:<br></div>'
        "<blockquote type=cite>VOTE no</blockquote>"
    ),
    "outlook mobile": '<div id="mail-editor-reference-message-container"><div>VOTE no</div></div>',
    "unclosed": "<blockquote><div>VOTE no",
    "wrongly nested": "<div><blockquote><b></div>x</p></td><br>VOTE no",
    "qq": "<includetail><div>VOTE no</div></includetail>",
}


@pytest.mark.parametrize("quote", QUOTES.values(), ids=QUOTES)
def test_a_quoted_command_stays_quoted(quote: str) -> None:
    lines = to_text(f"<div>Thanks.</div>{quote}").split("\n")
    assert lines[0] == "Thanks."
    assert [x for x in lines if "VOTE no" in x] == ["> VOTE no"]


OUTLOOK = {
    "web": '<div id="appendonsend"></div><hr tabindex="-1"><div id="divRplyFwdMsg">',
    "live": '<hr id="stopSpelling">',
    "desktop": '<div style="border:none;border-top:solid #E1E1E1 1.0pt">',
}


@pytest.mark.parametrize("mark", OUTLOOK.values(), ids=OUTLOOK)
def test_what_stands_below_outlooks_header_is_not_own(mark: str) -> None:
    html = (
        f"<p class=MsoNormal>CLEAR</p>{mark}<p class=MsoNormal><b>From:</b> Ana &lt;ana@x.test&gt;"
        "<br><b>Sent:</b> Tuesday, March 3, 2026 9:12 AM<br><b>To:</b> Bo<br><b>Subject:</b> x</p>"
        "</div>"
        "<p class=MsoNormal>VOTE no</p>"
    )
    assert split(to_text(html)).own == "CLEAR"


@pytest.mark.parametrize("mark", [OUTLOOK["web"], OUTLOOK["live"]])
def test_outlooks_mark_becomes_a_rule(mark: str) -> None:
    assert to_text(f"CLEAR{mark}VOTE no") == f"CLEAR\n{RULE}\nVOTE no"


def test_signature_of_a_division() -> None:
    assert to_text('<div>x</div><div id="Signature">Rita</div>') == "x\n--\nRita"


TAGS = st.sampled_from(
    ["<div>", "</div>", "<p>", "<b>", "</b>", "<br>", "<td>", "</table>", "<pre>",
     "</pre>", "<a href=x>", "</a>", "x", "\n", "<li>", "<hr>", "<!-- -->", "<blockquote>", "</p>",
     "< ", "<ul>", "</ul>", "&nbsp;"]
)  # fmt: skip


@given(st.lists(TAGS).map("".join), st.lists(TAGS).map("".join))
def test_an_open_quote_is_never_left(before: str, inside: str) -> None:
    text = to_text(f"{before}<blockquote>{inside}QUOTED")
    assert all(x.startswith(">") for x in text.split("\n") if "QUOTED" in x)


@given(st.text() | st.text(alphabet="<>!-/abp ='\"&#;\n1x"))
def test_anything_is_read_and_its_lines_are_lines(html: str) -> None:
    text = to_text(html)
    assert text.splitlines() == (text.split("\n") if text else [])
    text.encode()


@pytest.mark.parametrize(
    "piece",
    ["<!--", "<div>", "<blockquote>", "<a '", '<a x="', "<![", "</", "&#", "<p><b id=1>", "<style>",
     "<a href=x>", "</div>", "< ", "<x =", "&nbsp;", "<br>"],
)  # fmt: skip
def test_repetition_is_read_in_one_pass(piece: str) -> None:
    text = to_text(piece * (2**19 // len(piece)))
    assert len(text) <= 4 * 2**19
