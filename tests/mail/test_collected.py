"""A mail out of a mailbox: whom it was for, whom it came from, and whether it bears our mark."""

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cocmail.mail.arrival import Arrival
from cocmail.mail.collected import collected, marked

ALIAS = "conduct@example.test"
TAG = "conduct+c-abc@example.test"
OTHER = "conduct+to-bo@example.test"
NOW = datetime(2026, 3, 2, 12, 0, tzinfo=UTC)


def is_ours(address: str) -> bool:
    return address.lower().endswith("@example.test")


def read(*lines: str) -> Arrival:
    raw = ("\r\n".join(lines) + "\r\n\r\nhello\r\n").encode()
    return collected(raw, ALIAS, is_ours, NOW, junk=False, patient=True)


@pytest.mark.parametrize("name", ["Delivered-To", "X-Original-To", "Envelope-To", "To", "Cc"])
def test_the_recipient_is_found_wherever_it_stands(name: str) -> None:
    assert read("To: list@elsewhere.test", f"{name}: Somebody <{TAG}>").recipients == (TAG,)


def test_who_delivered_knows_better_than_who_wrote() -> None:
    lines = (f"To: {OTHER}", "Delivered-To: box@hosted.test", f"X-Original-To: {TAG}")
    assert read(*lines).recipients == (TAG, OTHER)


def test_a_blind_copy_is_for_the_alias() -> None:
    assert read("To: undisclosed-recipients:;").recipients == (ALIAS,)


@pytest.mark.parametrize(
    ("lines", "sender"),
    [
        (("Return-Path: <rita@home.test>", "From: Rita <r@x.test>"), "rita@home.test"),
        (("Return-Path: <>", "From: Rita <r@x.test>"), ""),
        (("Return-Path: < >", "From: Rita <r@x.test>"), ""),
        (("Return-Path: <a@b.test>", "Return-Path: <>", "From: r@x.test"), "a@b.test"),
        (("From: Rita <r@x.test>",), "r@x.test"),
        (("Return-Path: garbage", "From: r@x.test"), "r@x.test"),
        (("Subject: nobody",), "unknown"),
    ],
)
def test_only_a_written_null_path_is_a_machines(lines: tuple[str, ...], sender: str) -> None:
    assert read(*lines).sender == sender


@given(st.binary(max_size=400))
def test_any_bytes_have_a_recipient_of_ours_and_never_raise(raw: bytes) -> None:
    made = collected(raw, ALIAS, is_ours, NOW, junk=True, patient=False)
    assert made.raw == raw
    assert made.recipients
    assert all(map(is_ours, made.recipients))
    assert (made.door, made.peer, made.junk, made.patient) == ("imap", "imap", True, False)


def test_the_mark_is_ours_word_for_word() -> None:
    assert marked(b"Subject: x\r\nX-LOOP:  mine \r\n\r\n", "mine")
    for other in (b"X-Loop: mine2", b"X-Loop: not mine", b"Subject: mine", b"", b"X-Loop:"):
        assert not marked(other + b"\r\n\r\nX-Loop: mine\r\n", "mine")
