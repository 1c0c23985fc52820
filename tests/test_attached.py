"""Files of a draft go along neutral and clean, bound by the approval, never a report's own."""

import struct
import zlib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from talk import Delivered, Table, id_in, table

from cocmail.mail.cleaned import Unclean, cleaned
from cocmail.mail.parse import Part

WORDS = (
    "In the last weeks somebody has answered every one of my questions in the channel with a joke "
    "about where I come from, and others join in."
)


def chunk(kind: bytes, content: bytes) -> bytes:
    crc = zlib.crc32(kind + content)
    return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", crc)


def png(*extra: bytes, dot: bytes = b"\x00\x80") -> bytes:
    head = chunk(b"IHDR", struct.pack(">IIBBBBB", 1, 1, 8, 0, 0, 0, 0))
    body = chunk(b"IDAT", zlib.compress(dot))
    return b"\x89PNG\r\n\x1a\n" + head + b"".join(extra) + body + chunk(b"IEND", b"")


def segment(marker: int, content: bytes) -> bytes:
    return bytes((0xFF, marker)) + struct.pack(">H", len(content) + 2) + content


def jpeg(*extra: bytes) -> bytes:
    """The skeleton of one: tables, frame, a scan with stuffing and a restart, the end."""
    drawn = segment(0xDB, b"\x00" + bytes(64)) + segment(
        0xC0, b"\x08\x00\x01\x00\x01\x01\x01\x11\x00"
    )
    scan = segment(0xDA, b"\x01\x01\x00\x00\x3f\x00") + b"\x12\xff\x00\x34\xff\xd0\x56"
    return b"\xff\xd8" + b"".join(extra) + drawn + scan + b"\xff\xd9"


EXIF = b"Exif\x00\x00 GPS 52.5 13.4 Rita's phone"


@pytest.mark.parametrize(
    "extra",
    [chunk(b"tEXt", EXIF), chunk(b"eXIf", EXIF), chunk(b"iTXt", EXIF), chunk(b"tIME", b"\x07\xea")],
)
def test_a_png_keeps_what_draws_it(extra: bytes) -> None:
    made = cleaned(Part("IMG Rita.png", "image/png", png(extra) + b"after the end, Rita"), 2)
    assert made == Part("a2.png", "image/png", png())


@pytest.mark.parametrize(
    "extra",
    [
        segment(0xE1, EXIF),
        segment(0xED, EXIF),
        segment(0xFE, EXIF),
        segment(0xE0, b"JFIF\x00" + EXIF),
    ],
)
def test_a_jpeg_keeps_what_draws_it(extra: bytes) -> None:
    made = cleaned(Part("Rita.JPG", "image/jpeg", jpeg(extra) + b"after the end, Rita"), 1)
    assert made == Part("a1.jpg", "image/jpeg", jpeg())


def test_the_colours_of_a_jpeg_stay() -> None:
    adobe = segment(0xEE, b"Adobe\x00" + bytes(6))
    made = cleaned(Part("x.jpg", "image/jpeg", jpeg(adobe)), 1)
    assert isinstance(made, Part)
    assert adobe in made.content


@pytest.mark.parametrize(
    "part",
    [
        Part("x.pdf", "application/pdf", b"%PDF-1.7"),
        Part("x.docx", "application/zip", b"PK"),
        Part("x.gif", "image/gif", b"GIF89a"),
        Part("x.html", "text/html", b"<p>hello"),
        Part("x.png", "image/png", png()[:-5]),
        Part("x.jpg", "image/jpeg", jpeg()[:20]),
        Part("x.txt", "text/plain", b"a" * 5_000_001),
    ],
)
def test_what_cannot_be_cleaned_is_refused(part: Part) -> None:
    assert isinstance(cleaned(part, 1), Unclean)


@given(st.binary(max_size=300), st.sampled_from([b"", b"\xff\xd8", b"\x89PNG\r\n\x1a\n"]))
def test_any_bytes_are_cleaned_or_refused(content: bytes, start: bytes) -> None:
    made = cleaned(Part("x", "text/plain", start + content), 1)
    assert isinstance(made, Unclean) or made.filename in ("a1.txt", "a1.png", "a1.jpg")


@given(st.binary(max_size=40).filter(lambda b: b not in png()))
def test_no_text_of_a_picture_goes_along(secret: bytes) -> None:
    hidden = b"secret " + secret
    for content in (png(chunk(b"zTXt", hidden)), jpeg(segment(0xE1, hidden))):
        made = cleaned(Part("x", "image/png", content), 1)
        assert isinstance(made, Part)
        assert hidden not in made.content


# -- with a letter --------------------------------------------------------------------------------


def decided(
    folder: Path, attach: tuple[tuple[str, str, bytes], ...] = ()
) -> tuple[Table, Delivered]:
    house = table(folder, procedure="gcc", members="ana bo chi", overrides="\n".join(
        ("determinations = false", "records_required = false", "consult = false",
         'hear_reported = "before-optional"', "council_report = false")))  # fmt: skip
    house.write("rita@home.test", "conduct@example.test", WORDS, name="Rita Vale", attach=attach)
    report = house.last("ana", "report")
    house.answer(report, "PARTY REPORTED Sam Reed sam@x.test\nPROPOSE PLAN no jokes about origin")
    for who in ("ana", "bo", "chi"):
        house.answer(
            house.last(who, "ballot"), f"AGREE {id_in(house.last(who, 'ballot'), 'AGREE')}"
        )
    return house, report


def drafted(house: Table, report: Delivered, *files: tuple[str, str, bytes]) -> Delivered | None:
    before = house.count_of("bo", "preview")
    words = "DRAFT REPORTED\nBEHAVIOUR: Jokes about where people come from.\nIMPACT: People leave."
    house.answer(report, words, attach=files)
    return house.last("bo", "preview") if house.count_of("bo", "preview") > before else None


def test_a_file_goes_along_as_previewed_and_clean(tmp_path: Path) -> None:
    """product.md 7: neutral names, no metadata, bound by the approval."""
    house, report = decided(tmp_path)
    shot = ("Rita screenshot.png", "image/png", png(chunk(b"tEXt", EXIF)))
    talks = house.count_of("bo", "talk")
    preview = drafted(house, report, shot, ("how to.txt", "text/plain", b"Our rules say it."))
    assert preview is not None
    assert "Attached, without metadata: a1.png, a2.txt" in preview.text
    assert [p.filename for p in preview.mail.attachments] == ["a1.png", "a2.txt"]
    assert house.count_of("bo", "talk") == talks
    house.answer(preview, f"OK {id_in(preview)}")
    house.wait(minutes=11)
    letter = house.box("sam@x.test")[-1]
    assert "Jokes about where people come from" in letter.text
    assert [(p.filename, p.content) for p in letter.mail.attachments] == [
        ("a1.png", png()), ("a2.txt", b"Our rules say it."),
    ]  # fmt: skip
    assert b"Rita" not in letter.raw
    house.close()


def test_a_changed_file_voids_the_approval(tmp_path: Path) -> None:
    house, report = decided(tmp_path)
    preview = drafted(house, report, ("x.txt", "text/plain", b"Our rules say it."))
    assert preview is not None
    case = house.house.records.case(1)
    wanted = id_in(preview)
    before = house.house.gate.digest(case, wanted)
    with house.house.batch():
        other = house.house.store.keep_text(1, b'{"text": "", "files": []}\n')
    case.drafts[wanted].files = other
    assert house.house.gate.digest(case, wanted) != before
    house.close()


@pytest.mark.parametrize(
    ("file", "says"),
    [
        (("x.pdf", "application/pdf", b"%PDF-1.7"), "Only PNG or JPEG pictures and plain text"),
        (("x.txt", "text/plain", b"This came from Rita Vale."), "Rita"),
        (("mine.png", "image/png", png(chunk(b"tEXt", b"saved again"), dot=b"\x00\x11")), "a1.png"),
    ],
)
def test_what_may_not_go_along_refuses_the_draft(
    tmp_path: Path, file: tuple[str, str, bytes], says: str
) -> None:
    """PS-42: an attachment of the report, a name in a text, a kind that cannot be cleaned."""
    shot = ("shot.png", "image/png", png(dot=b"\x00\x11"))
    house, report = decided(tmp_path, (shot,))
    assert drafted(house, report, file) is None
    assert says in house.last("ana", "refused").text
    house.close()
