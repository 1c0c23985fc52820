"""Any bytes at every way in: taken, in a case, answered where somebody can be, given back whole.

The mails are made in hostile.py and swelling.py. Not here: what is read of them
(mail/test_parse.py).
"""

import email
import email.policy
import re
import time
from pathlib import Path

import pytest

from cocmail import journal
from cocmail.mail.parse import parse
from tests.hostile import ODD, TNEF, file
from tests.rawmail import ATTACHED, LONG, PLAIN, mail, multi, part, typed
from tests.swelling import SHAPES
from tests.talk import ALIAS, Delivered, Table, table

ROOM = """[limits]
reports_per_sender_per_day = 100000
unauthenticated_per_domain_per_hour = 100000
unauthenticated_per_hour = 100000
"""
EVERY = {**ODD, **{f"many-{name}": shape(300) for name, shape in SHAPES.items()}}
SHARES = [dict(list(EVERY.items())[n::16]) for n in range(16)]


@pytest.fixture
def t(tmp_path: Path) -> Table:
    return table(tmp_path, procedure="numpy", members="ana bo chi dee eli", extra=ROOM)


@pytest.fixture
def troubles(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What the operator would read of a bug of ours."""
    heard: list[str] = []
    said = journal.note

    def note(verb: str, **more: object) -> None:
        if verb in ("trouble", "stuck"):
            heard.append(f"{verb} {more}")
        said(verb, **more)  # type: ignore[arg-type]

    monkeypatch.setattr(journal, "note", note)
    return heard


def sent_by(raw: bytes, sender: str, proof: str = "pass") -> bytes:
    """The same mail from somebody else, as our relay hands it on."""
    said = f"Authentication-Results: mx.example.test; dmarc={proof} header.from="
    domain = sender.rpartition("@")[2]
    return (
        said.encode() + domain.encode() + b"\r\n" + raw.replace(b"rita@home.test", sender.encode())
    )


def files(letter: Delivered) -> list[bytes]:
    """What a member's own program finds attached, read by Python's library and not by ours."""
    message = email.message_from_bytes(letter.raw, policy=email.policy.default)
    return [part.get_payload(decode=True) for part in message.iter_attachments()]  # type: ignore[misc]


@pytest.mark.parametrize("mails", SHARES)
def test_a_report_of_any_bytes(t: Table, troubles: list[str], mails: dict[str, bytes]) -> None:
    for n, (name, odd) in enumerate(mails.items()):
        sender = f"r{n}@home.test"
        raw = sent_by(odd, sender)
        known = {row.no for row in t.house.store.case_rows()}
        seen = {who: len(box) for who, box in t.boxes.items()}
        t.take(raw, sender, ALIAS)
        t.run()
        assert troubles == [], name
        new = [row for row in t.house.store.case_rows() if row.no not in known]
        assert len(new) == 1, name
        senders = parse(raw).senders
        if [one.addr for one in senders] == [sender] and name != "many-authentication-many":
            assert len(t.box(sender)) == 1, (name, "the receipt")
        readers = [
            box[-1]
            for who, box in t.boxes.items()
            if len(box) > seen.get(who, 0) and who.endswith("@members.test")
        ]
        assert readers, (name, "nobody was told")
        reader = next((one for one in readers if one.template == "report"), readers[0])
        who = reader.to.partition("@")[0]
        if reader.template == "held":
            t.answer(reader, "SHOW")
            reader = t.last(who, "report")
        t.answer(reader, "READ 1 RAW")
        assert files(t.last(who)) == [raw], (name, "the sealed original")


@pytest.mark.parametrize("share", range(4))
@pytest.mark.parametrize("way", ["party", "other-party", "member", "unproven", "bounce"])
def test_any_bytes_on_a_tag(t: Table, troubles: list[str], way: str, share: int) -> None:
    t.write("rita@home.test", ALIAS, LONG, name="Rita Vale")
    report, receipt = t.last("bo", "report"), t.box("rita@home.test")[-1]
    sender, to, proof = {
        "party": ("rita@home.test", receipt.reply_to, "pass"),
        "other-party": ("else@home.test", receipt.reply_to, "pass"),
        "member": ("bo@members.test", report.reply_to, "pass"),
        "unproven": ("bo@members.test", report.reply_to, "none"),
        "bounce": ("mailer-daemon@home.test", receipt.sender, "none"),
    }[way]
    for name, odd in SHARES[4 * share + len(way) % 4].items():
        before = t.house.store.counts().log_rows
        raw = sent_by(odd, sender, proof) + f"\r\n{name}\r\n".encode()
        t.take(raw, "" if way == "bounce" else sender, to)
        t.run()
        assert troubles == [], name
        assert t.house.store.counts().log_rows > before, (name, "lost")
    cases = [row for row in t.house.store.case_rows() if row.no]
    assert len(cases) == 1
    assert t.box("mailer-daemon@home.test") == []
    t.wait(days=2)
    assert troubles == []


@pytest.fixture(scope="module")
def busy(tmp_path_factory: pytest.TempPathFactory) -> Table:
    return table(tmp_path_factory.mktemp("busy"), procedure="numpy", extra=ROOM)


@pytest.mark.parametrize("shape", SHAPES)
def test_time_grows_with_the_size(busy: Table, shape: str) -> None:
    """Four times the mail takes about four times as long; sixteen would be quadratic."""

    def seconds(number: int) -> float:
        sender = f"{shape}{number}@home.test"
        raw = sent_by(SHAPES[shape](number), sender)
        began = time.process_time()
        busy.take(raw, sender, ALIAS)
        return time.process_time() - began

    small, large = seconds(1500), seconds(6000)
    if large > 10 * max(small, 0.01):  # a pause of the machine's counts once, not twice
        large = min(large, seconds(6001))
    assert large < 10 * max(small, 0.01), (small, large)


# -- what was not looked at, and held nobody back -------------------------------------------------

NAMED = "and it was Ana Ruiz of your project who did it"
LOUD = "Ana Ruiz"
FILLED = "They would not let me finish, and it went on for the whole call.\n" * 17_000


def released_to(t: Table, raw: bytes) -> list[str]:
    """Whoever got the report itself."""
    t.take(sent_by(raw, "rita@home.test"), "rita@home.test", ALIAS)
    t.run()
    return [box[0].to.partition("@")[0] for box in t.boxes.values() if box[0].template == "report"]


def deep(levels: int) -> bytes:
    """A message within messages that names somebody at the bottom."""
    made = mail(body=NAMED)
    for level in range(levels):
        made = multi("mixed", PLAIN, part("message/rfc822", made), mark=f"level{level}")
    return made


@pytest.mark.parametrize(
    "raw",
    [
        typed('message/partial; id="x@y"; number=2; total=3', NAMED),
        multi("mixed", PLAIN, part("message/delivery-status", NAMED)),
        multi("mixed", PLAIN, part("application/octet-stream; name=chat.log", NAMED)),
        multi("mixed", PLAIN, part("application/octet-stream; name=mail.eml", mail(body=NAMED))),
        multi("mixed", PLAIN, part("application/json", f'{{"text": "{NAMED}"}}')),
        typed("//nonsense", NAMED),
        multi(
            "mixed",
            PLAIN,
            part("message/rfc822", multi("alternative", PLAIN, part("text/html", NAMED))),
        ),
    ],
)
def test_words_anywhere_are_matched(t: Table, raw: bytes) -> None:
    assert "ana" not in released_to(t, raw)


@pytest.mark.parametrize(
    "raw",
    [
        multi("mixed", PLAIN, part("text/html", FILLED + NAMED, ATTACHED)),
        multi(
            "mixed",
            PLAIN,
            part("text/plain", FILLED, ATTACHED),
            part("text/plain", NAMED, ATTACHED),
        ),
        multi("mixed", PLAIN, part("message/rfc822", mail(body=FILLED + NAMED))),
        deep(8),
    ],
)
def test_words_that_are_too_many_wait_for_one_reader(t: Table, raw: bytes) -> None:
    assert parse(raw).unreadable == "cut"
    assert released_to(t, raw) == []


def test_outlooks_wrapping_is_passed_on_and_said(t: Table) -> None:
    raw = file("winmail.dat", TNEF, "application/ms-tnef")
    t.take(sent_by(raw, "rita@home.test"), "rita@home.test", ALIAS)
    t.run()
    report = t.last("bo", "report")
    assert LONG in report.text
    assert "a1.dat is Outlook's own wrapping" in report.text
    assert files(report) == [TNEF]


def test_what_nobody_can_read_is_said_to_its_first_reader(t: Table) -> None:
    t.take(sent_by(ODD["smime-encrypted"], "rita@home.test"), "rita@home.test", ALIAS)
    t.run()
    held = next(box[-1] for box in t.boxes.values() if box[-1].template == "held")
    who = held.to.partition("@")[0]
    t.answer(held, "READ 1 RAW")
    assert t.last(who).template == "refused"  # not before SHOW
    t.answer(held, "SHOW")
    assert "It is encrypted." in t.last(who, "report").text
    other = next(m for m in ("bo", "chi", "eli", "ana", "dee") if m != who)
    t.answer(held, "READ 1 RAW", sender=f"{other}@members.test")
    assert not [d for d in t.box(other) if d.template == "report"]


@pytest.mark.parametrize("share", range(4))
def test_nothing_of_a_mail_reaches_a_line_it_does_not_own(t: Table, share: int) -> None:
    """No control and no surrogate of a stranger's mail stands in a letter, whatever came."""
    for n, name in enumerate(list(ODD)[share::4]):
        t.take(sent_by(ODD[name], f"r{n}@home.test"), f"r{n}@home.test", ALIAS)
        t.run()
    for box in t.boxes.values():
        for letter in box:
            head = letter.raw.partition(b"\r\n\r\n")[0]
            assert not re.search(rb"(?i)^(?:bcc|x-more|x-raw):", head, re.MULTILINE)
            assert not re.search(rb"[\x00-\x08\x0b\x0c\x0e-\x1f]|\r(?!\n)|(?<!\r)\n", letter.raw)
            letter.text.encode()
