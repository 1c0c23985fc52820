"""One form of a domain: that of IDNA2008, so that nobody speaks for a domain that looks alike."""

import idna
import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st

from cocmail.core.domains import ascii_domain
from cocmail.core.spelling import fold_address
from cocmail.edge.post import _for_the_wire
from cocmail.handles import Handle, Handles
from cocmail.mail.authenticity import aligned, relay_verdict
from cocmail.mail.twin import safe_address

# Two domains each that IDNA2003 took for one, and that two people can own today.
NEIGHBOURS = [("straße.test", "strasse.test"), ("βόλος.test", "βόλοσ.test"),
              ("نامه\u200cای.test", "نامهای.test")]  # fmt: skip

labels = st.text(
    st.characters(whitelist_categories=("Ll", "Lo", "Nd")) | st.sampled_from("ßςäöé例مثال"),
    min_size=1, max_size=12,
)  # fmt: skip


@given(st.lists(labels, min_size=1, max_size=3))
@example(["STRAẞE", "test"])
@example(["ＡＢＣ", "test"])
def test_it_is_what_the_library_makes_of_it(parts: list[str]) -> None:
    domain = ".".join(parts)
    try:
        made = idna.encode(domain, uts46=True).decode()
    except idna.IDNAError:
        assume(False)
    assert ascii_domain(domain) == made
    assert ascii_domain(made) == made


@given(st.text(max_size=80))
def test_anything_is_read_and_what_comes_out_is_a_plain_name(domain: str) -> None:
    made = ascii_domain(domain)
    assert made.isascii()
    assert not set(made) & set(' @<>\r\n,;:"()')
    assert ascii_domain(made) == made


@pytest.mark.parametrize(("one", "other"), NEIGHBOURS)
def test_a_domain_that_looks_alike_is_somebody_elses(one: str, other: str) -> None:
    """Whoever registers strasse.test must not become the member at straße.test."""
    assert fold_address(f"ana@{one}") != fold_address(f"ana@{other}")
    assert not aligned(other, one)
    assert aligned(ascii_domain(one), one)


@pytest.mark.parametrize("domain", [d for pair in NEIGHBOURS for d in pair])
def test_the_header_names_whom_the_envelope_names(domain: str) -> None:
    assert safe_address(f"rita@{domain}") == _for_the_wire(f"rita@{domain}")


@pytest.mark.parametrize("written", ["exämple.test", "xn--exmple-cua.test", "EXÄMPLE.test"])
def test_a_relay_may_write_the_domain_as_it_is_read(written: str) -> None:
    """RFC 8616 6: in mail with SMTPUTF8."""
    field = ("Authentication-Results", f"mx.example.test; dmarc=pass header.from={written}")
    said = relay_verdict((field, ("From", "x")), "dörte@exämple.test", "mx.example.test")
    assert said.verdict == "pass"
    other = relay_verdict((field, ("From", "x")), "dörte@xn--fsqu00a.test", "mx.example.test")
    assert other.verdict == "none"


@pytest.mark.parametrize("alias", ["conduct@exämple.test", "conduct@xn--exmple-cua.test"])
@pytest.mark.parametrize("domain", ["exämple.test", "xn--exmple-cua.test", "EXÄMPLE.test"])
def test_an_alias_is_ours_in_both_forms(alias: str, domain: str) -> None:
    house = Handles(bytes(32), alias, "+", None)
    assert house.is_ours(f"conduct@{domain}")
    tag = house.address(Handle("member", 1, 2, 0)).partition("@")[0]
    assert house.read_address(f"{tag}@{domain}") == Handle("member", 1, 2, 0)
    assert house.read_message_id(house.message_id(Handle("message", 1, 2, 3)))
