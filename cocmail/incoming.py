"""One mail as it stands at the reception: its bytes, what they say, and whether the From is true.

Here live the looks at a mail that every room of the reception shares: who sent it, whom it names,
what makes it the same as another. What it is and where it belongs is decided in reception.py.
"""

import hashlib
import re
from dataclasses import dataclass

from cocmail.config import Config
from cocmail.counsel import sender
from cocmail.house import House
from cocmail.mail.arrival import Arrival
from cocmail.mail.authenticity import Authentication, header_fields, relay_verdict
from cocmail.mail.automatic import automatic
from cocmail.mail.parse import Mail, parse
from cocmail.mail.pgpmime import Opened
from cocmail.mail.replies import split
from cocmail.mail.said import all_words
from cocmail.records import PARTY_BIT, of_party
from cocmail.roster import Wording, fold_address, matched

ADDRESS = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
_LOOKED_AT = 2**20  # bytes of one attachment
UNPROVEN = Authentication("none", "", False, "no-field")


@dataclass(frozen=True, slots=True)
class Incoming:
    """One mail at the reception: the bytes, what they say, and whether the From is true."""

    arrival: Arrival
    mail: Mail
    address: str  # the one usable sender, "" if there is none
    name: str
    proof: Authentication
    automatic: str
    digest: str
    trusted: bool  # from a relay whose word is believed
    opened: Opened  # the mail as people read it: decrypted, and whose key signed it
    signer: str  # the member whose OpenPGP key signed all its words, "" for nobody

    @property
    def kept(self) -> bytes:
        """What is kept of it and read later."""
        return self.opened.raw

    @property
    def proven(self) -> bool:
        """Whether the From is authenticated."""
        return self.proof.verdict == "pass"


def look(house: House, arrival: Arrival, dkim: Authentication | None) -> Incoming:
    """Parse a mail and find out whether its From is true; never raises for its content."""
    opened = house.keyring.opened(arrival.raw, arrival.at)
    mail = parse(opened.raw)
    one = sender(mail.senders)
    address = one.addr if one else ""
    trusted = arrival.peer in house.config.relay.trusted_peers
    proof = dkim or UNPROVEN
    hosted = arrival.door == "imap"
    believed = witness(house.config, arrival)
    if believed and address and (trusted or hosted):
        # In a mailbox any Received is somebody else's; the provider's own field is on top.
        fields = header_fields(arrival.raw)
        proof = relay_verdict(fields, address, believed, topmost_only=hosted)
    content = hashlib.sha256(_body(arrival.raw)).hexdigest()
    parts = (mail.message_id, address, content)
    if not mail.message_id:
        parts = ("", "", hashlib.sha256(arrival.raw).hexdigest())
    return Incoming(
        arrival, mail, address, one.name if one else "", proof,
        automatic(mail, not arrival.sender), "|".join(parts), trusted,
        opened, house.keyring.signer(opened),
    )  # fmt: skip


def witness(config: Config, arrival: Arrival) -> str | None:
    """Whose Authentication-Results is believed of a mail that came this way; None: nobody's.

    Then cocmail verifies DKIM itself. A mailbox's provider and a relay are different hosts.
    """
    if arrival.door == "imap":
        return config.imap.authserv_id if config.imap else None
    return config.relay.authserv_id


def people(house: House, names: tuple[str, ...]) -> tuple[str, ...]:
    """The configured people whom these names mean, one each; unclear ones are left out."""
    made: list[str] = []
    for words in names:
        found = house.config.roster.named(words)
        made += [p.id for p in found] if len(found) == 1 else []
    return tuple(made)


def named_in(house: House, mail: Incoming, *, with_sender: bool) -> tuple[str, ...]:
    """Every configured person whom this mail names, or who sent it (JU-11).

    Without the sender it is a party's later mail: there our own letter, quoted below, names its
    readers and the contact person, and says nothing about them.
    """
    texts = list(all_words(mail.mail))
    if not with_sender:
        texts = [_without_our_letter(house, mail, text) for text in texts]
    wording = Wording(
        sender_name=mail.name if with_sender else "",
        sender_address=mail.address if with_sender else "",
        subject=mail.mail.subject,
        text=texts[0],
        attachments=(*texts[1:], "\n".join(p.filename for p in mail.mail.attachments)),
    )
    hits = matched(house.config.roster, house.addresses, wording)
    return tuple(dict.fromkeys(h.person for h in hits))


def _without_our_letter(house: House, mail: Incoming, text: str) -> str:
    """The text without the letter of ours that it quotes at its end.

    The end is ours when it holds the committee's name and no address but ours, the writer's and
    the one for reports about operators; a forwarded mail of somebody else stays and counts.
    """
    parts = split(text)
    said = " ".join(re.sub(r"(?m)^[\s>]+", "", parts.tail).split())
    if house.config.committee.name not in said:
        return text
    known = {mail.address, house.config.operators.elsewhere or ""}
    strange = [a for a in ADDRESS.findall(said) if a not in known and not house.handles.is_ours(a)]
    return text if strange else parts.own


def quotes_us(house: House, mail: Incoming) -> bool:
    """Whether below their words stands a letter of ours, whole: it ends with name and alias."""
    text = mail.mail.text
    ours = _without_our_letter(house, mail, text) != text
    return ours and house.config.committee.alias in split(text).tail


def _body(raw: bytes) -> bytes:
    """Everything below the header, whatever ends its lines."""
    ends = [raw.find(b"\r\n\r\n"), raw.find(b"\n\n")]
    found = [at for at in ends if at >= 0]
    return raw[min(found) :] if found else raw


def carried(house: House, mail: Incoming) -> tuple[tuple[int, str], ...]:
    """The cases of which this mail holds a letter or a tag, each with the configured person whose
    letter it was ("" for a party's): somebody forwards what was sent to one reader alone.

    Looked through are its words, its HTML, what is attached, and where to answer; not whom it is
    to, which reception.py reads, nor the fields that name other mails: an id alone says nothing,
    and somebody kept out who copies one must not notice a case by it (promise 4).
    """
    said = (a.addr for a in mail.mail.sender_reply_to)
    files = (part.content[:_LOOKED_AT].decode("latin-1") for part in mail.mail.attachments)
    words = "\n".join((*said, mail.mail.text, mail.mail.html, *files))
    found: dict[tuple[int, str], None] = {}
    for handle in house.handles.inside(words):
        if handle.case and house.store.entries(handle.case)[:1]:
            case = house.records.case(handle.case)
            party = of_party(handle) or handle.who & PARTY_BIT
            person = "" if party else house.records.person_of(handle.who)
            found[case.into or case.no, person] = None
    return tuple(found)


def content(house: House, mail: Incoming) -> str:
    """What two copies of one mail have in common: its words and files.

    Not the letter of ours that it quotes: a program that answers every mail with the same words
    says the same each time, and would else get a receipt for each.
    """
    told = hashlib.sha256()
    for text in all_words(mail.mail):
        told.update(" ".join(_without_our_letter(house, mail, text).split()).encode() + b"\0")
    for part in mail.mail.attachments:
        told.update(hashlib.sha256(part.content).digest())
    return told.hexdigest()


def fold(address: str) -> str:
    """An address as it is looked up."""
    return fold_address(address)


def domain(address: str) -> str:
    """The domain of an address."""
    return address.rpartition("@")[2].casefold()
