"""Handles prove themselves: what the house made is read back, everything else is nothing."""

from typing import get_args

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from cocmail.handles import Handle, HandleKind, Handles, Published

KEY = bytes(range(32))
PLUS = Handles(KEY, "conduct@example.test", "+", None)
DASH = Handles(KEY, "conduct@example.test", "-", None)
DOMAIN = Handles(KEY, "conduct@example.test", "", "conduct.example.test")
KINDS: tuple[HandleKind, ...] = get_args(HandleKind)

handles = st.builds(
    Handle,
    kind=st.sampled_from([k for k in KINDS if k != "message"]),
    case=st.integers(0, 2**32 - 1),
    who=st.integers(0, 2**16 - 1),
    number=st.integers(0, 2**32 - 1),
)
messages = st.builds(
    Handle,
    kind=st.just("message"),
    case=st.integers(0, 2**32 - 1),
    who=st.integers(0, 2**16 - 1),
    number=st.integers(0, 2**32 - 1),
)


@pytest.mark.parametrize("house", [PLUS, DASH, DOMAIN], ids=["plus", "dash", "domain"])
@given(handle=handles, upper=st.booleans())
def test_an_address_is_read_back_in_any_case(house: Handles, handle: Handle, upper: bool) -> None:
    address = house.address(handle)
    assert address == address.lower()
    assert house.read_address(address.upper() if upper else address) == handle
    assert house.is_ours(address)


@given(messages)
def test_a_message_id_is_read_back_with_and_without_brackets(handle: Handle) -> None:
    text = PLUS.message_id(handle)
    assert PLUS.read_message_id(text) == handle
    assert PLUS.read_message_id(f" <{text}> ") == handle
    assert PLUS.read_message_id(text.upper()) == handle


@given(handle=handles, place=st.integers(0, 25), letter=st.sampled_from("abcdefghijklmnop234567"))
def test_an_altered_tag_is_refused(handle: Handle, place: int, letter: str) -> None:
    address = PLUS.address(handle)
    at = len("conduct+c-") + place
    altered = address[:at] + letter + address[at + 1 :]
    assume(altered != address)
    assert PLUS.read_address(altered) is None
    assert not PLUS.is_ours(altered)


@given(
    st.text("abcdefghijklmnopqrstuvwxyz234567", min_size=26, max_size=26), st.sampled_from("crpob")
)
def test_a_random_tag_is_refused(tag: str, prefix: str) -> None:
    assert PLUS.read_address(f"conduct+{prefix}-{tag}@example.test") is None
    assert PLUS.read_message_id(f"{tag}@example.test") is None


@given(st.lists(handles, unique=True, min_size=2, max_size=30))
def test_no_two_handles_share_an_address(made: list[Handle]) -> None:
    assert len({PLUS.address(h) for h in made}) == len(made)


@given(handle=handles, prefix=st.sampled_from("crpob"))
def test_the_prefix_must_agree_with_the_kind(handle: Handle, prefix: str) -> None:
    address = PLUS.address(handle)
    assume(not address.startswith(f"conduct+{prefix}-"))
    assert PLUS.read_address(f"conduct+{prefix}{address[len('conduct+c') :]}") is None


@given(st.text(max_size=60))
def test_no_text_ever_raises(text: str) -> None:
    for tried in (text, f"{text}@example.test", f"conduct+{text}@example.test", f"c-{text}"):
        assert PLUS.read_address(tried) is None
        assert PLUS.read_message_id(tried) is None
        PLUS.published(tried)


def test_one_house_does_not_read_another() -> None:
    handle = Handle("member", 7, 3, 1)
    other = Handles(bytes(32), "conduct@example.test", "+", None)
    assert other.read_address(PLUS.address(handle)) is None
    tag = PLUS.address(handle).split("-")[1].split("@")[0]
    assert PLUS.read_address(f"other+c-{tag}@example.test") is None
    assert PLUS.read_address(f"conduct+c-{tag}@other.test") is None
    assert PLUS.read_address(f"c-{tag}@example.test") is None
    assert DOMAIN.read_address(f"conduct+c-{tag}@example.test") is None
    assert DOMAIN.read_address(f"c-{tag}@conduct.example.test") == handle


def test_a_message_and_an_address_are_different_things() -> None:
    message, member = Handle("message", 7, 3, 1), Handle("member", 7, 3, 1)
    with pytest.raises(ValueError, match="no address"):
        PLUS.address(message)
    with pytest.raises(ValueError, match="no Message-ID"):
        PLUS.message_id(member)
    tag = PLUS.message_id(message).split("@")[0]
    assert PLUS.read_address(f"conduct+c-{tag}@example.test") is None
    tag = PLUS.address(member).split("-")[1].split("@")[0]
    assert PLUS.read_message_id(f"{tag}@example.test") is None


def test_look_alike_letters_and_the_spare_bits_are_refused() -> None:
    for number in range(200):
        address = PLUS.address(Handle("member", 7, 3, number))
        local, _, domain = address.partition("@")
        spare = "abcdefghijklmnopqrstuvwxyz234567".index(local[-1]) + 1
        twin = local[:-1] + "abcdefghijklmnopqrstuvwxyz234567"[spare]
        assert PLUS.read_address(f"{twin}@{domain}") is None
        if "k" in local:
            assert PLUS.read_address(address.replace("k", "\N{KELVIN SIGN}")) is None


@pytest.mark.parametrize(
    ("house", "address", "expected"),
    [
        (PLUS, "Conduct@Example.TEST", Published("alias", "")),
        (PLUS, "conduct+to-ana@example.test", Published("to", "ana")),
        (PLUS, "CONDUCT+NOT-Ana-2@example.test", Published("not", "ana-2")),
        (PLUS, "conduct+to-@example.test", None),
        (PLUS, "conduct+to-a.b@example.test", None),
        (PLUS, "conduct+news@example.test", None),
        (PLUS, "to-ana@example.test", None),
        (PLUS, "someone@example.test", None),
        (PLUS, "conduct", None),
        (PLUS, "", None),
        (DOMAIN, "conduct@example.test", Published("alias", "")),
        (DOMAIN, "to-ana@conduct.example.test", Published("to", "ana")),
        (DOMAIN, "conduct+to-ana@example.test", None),
        (DASH, "conduct-not-ana@example.test", Published("not", "ana")),
    ],
)
def test_published_addresses(house: Handles, address: str, expected: Published | None) -> None:
    assert house.published(address) == expected
    assert house.is_ours(address) is (expected is not None)


def test_numbers_that_do_not_fit_are_refused() -> None:
    for handle in (
        Handle("member", 2**32, 0, 0),
        Handle("member", 0, 2**16, 0),
        Handle("member", 0, 0, -1),
    ):
        with pytest.raises(ValueError, match="does not fit"):
            PLUS.address(handle)


def test_the_loop_mark_is_the_house_s_own_and_stays() -> None:
    assert PLUS.loop_mark() == Handles(KEY, "conduct@example.test", "+", None).loop_mark()
    assert PLUS.loop_mark() != Handles(bytes(32), "conduct@example.test", "+", None).loop_mark()
    assert len(PLUS.loop_mark()) == 26


def test_an_international_domain_gives_an_ascii_message_id() -> None:
    house = Handles(KEY, "conduct@bücher.test", "+", None)
    handle = Handle("message", 1, 2, 3)
    assert house.message_id(handle).endswith("@xn--bcher-kva.test")
    assert house.read_message_id(house.message_id(handle)) == handle
    member = Handle("member", 1, 2, 3)
    assert house.read_address(house.address(member)) == member


@pytest.mark.parametrize(
    ("key", "alias", "separator", "domain"),
    [
        (bytes(16), "conduct@example.test", "+", None),
        (KEY, "conduct", "+", None),
        (KEY, "conduct@example.test", "", None),
    ],
)
def test_a_wrong_set_up_is_refused(
    key: bytes, alias: str, separator: str, domain: str | None
) -> None:
    with pytest.raises(ValueError, match=r"32 bytes|is an address|needs a tag_domain"):
        Handles(key, alias, separator, domain)
