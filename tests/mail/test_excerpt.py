"""What is kept of a mail without its quotes reads back as it was written, whatever came."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from cocmail.mail.excerpt import excerpt
from cocmail.mail.parse import Part, parse

PARTS = st.builds(
    Part,
    st.text(max_size=20),
    st.one_of(st.text(max_size=12), st.sampled_from(["text/plain", "message/rfc822", "a/b;c"])),
    st.binary(max_size=40),
    st.just(""),
)


@given(st.text(max_size=200), PARTS, st.binary(max_size=200))
def test_words_and_files_come_back(words: str, part: Part, raw: bytes) -> None:
    came = replace(parse(raw), attachments=(part,))
    made = parse(excerpt(came, words))
    assert made.text.split() == words.split() or not words.isprintable()
    assert made.attachments[-1].content == part.content
