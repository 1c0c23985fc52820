"""The ten promises of the product, one test each, played by mail.

Each is tested in depth elsewhere (stories, two worlds, leaks, sockets); here stands the shortest
case in which each could be broken.
"""

import io
import logging
from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from talk import ALIAS, MONDAY, Deferred, Refused, Sent, Table, proposal, table

from cocmail.mail.arrival import Arrival
from cocmail.mail.letter import Fared, Letter

FIVE = ["numpy", "numfocus", "jupyter", "psf", "gcc"]
RITA = "rita@home.test"
REPORT = "Sam Reed shouts at newcomers, and it is the lantern of the whole channel.\n\nRita Vale"

Play = Callable[..., Table]


@pytest.fixture
def play(tmp_path: Path) -> Iterator[Play]:
    """Committees at tables, cleared away afterwards."""
    tables: list[Table] = []

    def make(procedure: str = "numpy", **options: Any) -> Table:
        options.setdefault("rota", "dee ana bo")
        made = table(tmp_path / str(len(tables)), procedure=procedure, **options)
        tables.append(made)
        return made

    yield make
    for one in tables:
        one.close()


def write(t: Table, text: str = REPORT, **more: Any) -> None:
    t.write(RITA, ALIAS, text, name="Rita Vale", subject="Shouting", **more)


def released(t: Table, text: str = REPORT) -> str:
    """A report that the whole committee reads; returns its code name."""
    write(t, text)
    if t.config.procedure.intake == "screen":
        t.answer(t.last("dee"), "SHOW")
        t.answer(t.last("dee"), "ABOUT Sam Reed\nCLEAR")
        for person in ("ana", "bo", "chi", "eli", "fay"):
            if t.box(person):
                t.answer(t.last(person), "CLEAR")
    return t.house.records.case(1).code


def decided(t: Table) -> str:
    """The same, with a decision and the reported person on record."""
    code = released(t)
    t.answer(t.last("ana", "report"), proposal(t.config.procedure.id))
    for person in ("ana", "bo", "chi", "dee", "eli", "fay"):
        t.now += timedelta(minutes=1)
        t.answer(t.last(person, "ballot"), "VOTE yes")
    t.answer(t.last("ana", "tally"), "PARTY REPORTED Sam Reed sam@x.test")
    if t.config.procedure.consult:
        t.answer(t.last("ana", "tally"), "DRAFT CONSULT")
        t.answer(t.last("bo", "preview"), "OK")
        t.wait(minutes=11)
        t.answer(t.last(RITA), "That is fine with me.")
    return code


@pytest.mark.parametrize("procedure", FIVE)
def test_1_nothing_is_lost(play: Play, procedure: str) -> None:
    """A retry makes no second case; a letter taken twice keeps its Message-ID."""
    t = play(procedure)
    sent: list[str] = []

    def cut(letter: Letter, attempt: int) -> Fared:
        sent.append(letter.content.partition(b"Message-ID: ")[2].partition(b"\r\n")[0].decode())
        return Deferred(0) if attempt == 1 else Sent()

    t.hop = cut
    write(t, run=False)
    t.close()  # killed after the 250, before any letter
    t.open()
    kept = t.house.records.case(1).mails[0][0].text
    t.take(
        t.house.records.text(1, kept), RITA, ALIAS
    )  # the peer sends it again: it never saw the 250
    t.run()
    t.wait(hours=1)
    assert [c.no for c in t.house.records.cases()] == [1]
    assert t.count_of(RITA) == 1
    assert sent.count(sent[0]) == 2
    assert len(set(sent)) == sum(len(box) for box in t.boxes.values())


@pytest.mark.parametrize("procedure", FIVE)
def test_2_the_reporter_hears_back_and_the_clock_waits_for_the_next_hop(
    play: Play, procedure: str
) -> None:
    t = play(procedure)
    write(t)
    assert "has arrived" in t.last(RITA).text
    assert t.last(RITA).at == MONDAY
    held = play(procedure)
    held.hop = lambda letter, _: Deferred(451) if letter.recipient == RITA else Sent()
    released(held)
    held.wait(hours=80)
    assert not held.box(RITA)
    told = [d for box in held.boxes.values() for d in box if d.template == "cannot-acknowledge"]
    assert told, "the committee hears that nobody took the receipt"


@pytest.mark.parametrize("procedure", FIVE)
def test_3_a_recusal_stops_a_retry(play: Play, procedure: str) -> None:
    t = play(procedure)
    t.hop = lambda letter, _: (
        Deferred(451) if letter.recipient.startswith("fay@") and b": report\r" in letter.content
        else Sent()
    )  # fmt: skip
    released(t)
    question = [d for d in t.box("fay") if d.template == "conflict-question"]
    if not question:  # a forward procedure: fay answers the bundle of notices
        t.answer(t.last("ana", "report"), "Who looks into it?")
        question = [t.last("fay", "talk")]
    t.now += timedelta(seconds=20)
    t.answer(question[0], "RECUSE")
    t.hop = lambda _letter, _attempt: Sent()
    t.wait(days=1)
    assert t.count_of("fay", "report") == 0
    assert t.last("fay").template == "delete-please"


@pytest.mark.parametrize("procedure", FIVE)
def test_4_the_excluded_live_in_a_world_without_the_case(play: Play, procedure: str) -> None:
    """Compared with a house where nothing ever happened (test_two_worlds.py does much more)."""
    boxes = []
    for happened in (True, False):
        t = play(procedure)
        if happened:
            released(t, f"{REPORT}\nBo Lind joined in.")
            assert "bo" in t.house.records.case(1).excluded
        t.count = 50
        t.write("bo@members.test", ALIAS, "SHEET\nSTATUS\nHELP")
        t.wait(days=8)
        boxes.append([(d.at, d.template, d.subject, d.text, d.mail.html.count("TAG"))
                      for d in t.box("bo")])  # fmt: skip
    assert boxes[0] == boxes[1]
    assert boxes[0]


@pytest.mark.parametrize("procedure", FIVE)
def test_5_the_reporter_stays_unknown(play: Play, procedure: str) -> None:
    t = play(procedure)
    decided(t)
    shown = t.count_of("bo", "preview")
    draft = "DRAFT REPORTED\nBEHAVIOUR: harsh messages{0}\nIMPACT: people stay away"
    t.answer(t.last("ana", "tally"), draft.format(" as Rita Vale told us"))
    refused = t.last("ana", "refused").text
    assert "may not leave" in refused
    assert "Rita Vale" in refused
    assert t.count_of("bo", "preview") == shown
    t.now += timedelta(minutes=1)
    t.answer(t.last("ana", "tally"), draft.format(""))
    t.answer(t.last("bo", "preview"), "OK")
    t.wait(minutes=11)
    letter = t.last("sam@x.test")
    said = letter.text + letter.mail.html + letter.raw.decode("ascii", "replace")
    for word in ("Rita", "Vale", "lantern", "home.test"):
        assert word not in said


@pytest.mark.parametrize("procedure", FIVE)
def test_6_a_plain_reply_is_internal(play: Play, procedure: str) -> None:
    t = play(procedure)
    decided(t)
    t.answer(t.last("bo", "report"), "I know them, and plumtree is my word.", name="Bo Lind")
    t.answer(t.last("ana", "talk"), "Plumtree it is.")
    t.wait(hours=5)
    got = {address for address, box in t.boxes.items() for d in box if "plumtree" in d.text.lower()}
    assert got == {f"{p}@members.test" for p in ("ana", "bo", "chi", "dee", "eli", "fay")}
    for address, box in t.boxes.items():
        for letter in box:
            head = letter.raw.partition(b"\r\n\r\n")[0]
            assert b"@home.test" not in head.replace(b"<m1@home.test>", b"") or address == RITA


@pytest.mark.parametrize("procedure", FIVE)
@pytest.mark.parametrize("how", ["forged", "stranger", "quoted", "automatic", "misspelt", "prose"])
def test_7_a_command_is_what_an_authenticated_member_meant(
    play: Play, procedure: str, how: str
) -> None:
    t = play(procedure)
    released(t)
    case = t.house.records.case(1)
    letter = t.last("ana", "report")
    match how:
        case "forged":
            t.answer(letter, "SAFETY yes", proof="fail")
        case "stranger":
            t.answer(letter, "SAFETY yes", sender="ana@elsewhere.test")
        case "quoted":
            t.answer(letter, "I agree.\n\n> SAFETY yes")
        case "automatic":
            t.answer(letter, "SAFETY yes", headers={"Auto-Submitted": "auto-replied"})
        case "misspelt":
            t.answer(letter, "SAFETY yes\nPROPSE")
        case "prose":
            t.answer(letter, "Safety yes, but what do I know.")
    assert case.safety == ""
    if how in ("forged", "stranger"):
        asked = t.last("ana", "confirm" if how == "forged" else "was-it-you")
        assert "SAFETY yes" in asked.text
        t.answer(asked, "YES", proof="")
        assert case.safety == "yes"
    if how == "misspelt":
        assert "PROPOSE" in t.last("ana", "refused").text


@pytest.mark.parametrize("procedure", FIVE)
def test_8_no_deadline_passes_silently(play: Play, procedure: str) -> None:
    """After an outage each overdue clock speaks once, and nobody was shut out meanwhile."""
    t = play(procedure)
    released(t)
    t.restart(after=timedelta(days=6))
    due = [d for box in t.boxes.values() for d in box if d.template == "reminder"]
    first = [d for d in due if "No person has written" in d.text]
    assert first
    assert len(first) <= 2, "the lead or presiding member, once"
    t.restart()
    t.wait(minutes=30)
    again = [d for box in t.boxes.values() for d in box if d.template == "reminder"]
    assert len(again) == len(due)


@pytest.mark.parametrize("procedure", FIVE)
def test_9_rest_in_silence(play: Play, procedure: str, capsys: pytest.CaptureFixture[str]) -> None:
    """Nothing of a mail lies open on disk, nor in the operational log."""
    log = io.StringIO()
    handler = logging.StreamHandler(log)
    logger = logging.getLogger("cocmail")
    logger.addHandler(handler)
    level = logger.level
    logger.setLevel(logging.DEBUG)
    try:
        t = play(procedure)
        code = released(t)
        t.wait(days=1)
    finally:
        logger.removeHandler(handler)
        logger.setLevel(level)
    assert log.getvalue(), "the journal was listened to"
    t.house.store.close()
    t.keys.close()
    folder = t.config.site
    kept = b"".join(
        file.read_bytes() for file in folder.iterdir() if file.suffix != ".toml" and file.is_file()
    )
    for word in ("lantern", "Rita", "rita@home.test", "Sam Reed", "Shouting", code):
        assert word.encode() not in kept, f"{word!r} lies open on disk"
        assert word not in log.getvalue() + capsys.readouterr().out
    assert "@" not in log.getvalue()
    t.open()


@pytest.mark.parametrize("procedure", FIVE)
def test_10_machines_end_at_the_daemon(play: Play, procedure: str) -> None:
    t = play(procedure)
    released(t)
    before = {address: len(box) for address, box in t.boxes.items()}
    receipt = t.last(RITA)
    dsn = (
        "From: mailer-daemon@home.test\r\nTo: x\r\nSubject: failed\r\nMIME-Version: 1.0\r\n"
        'Content-Type: multipart/report; report-type=delivery-status; boundary="b"\r\n\r\n'
        "--b\r\n\r\nIt failed.\r\n--b\r\nContent-Type: message/delivery-status\r\n\r\n"
        "Reporting-MTA: dns; home.test\r\n\r\nFinal-Recipient: rfc822; rita@home.test\r\n"
        "Action: failed\r\nStatus: 5.1.1\r\n\r\n--b--\r\n"
    )
    t.reception.take(
        Arrival(dsn.encode(), "", (receipt.sender,), "lmtp", "127.0.0.1", t.now)
    )  # fmt: skip
    away = {"Auto-Submitted": "auto-replied"}
    t.answer(t.last("bo", "report"), "SAFETY yes", headers=away)
    t.write(
        "bot@list.test", ALIAS, "Weekly digest of nothing.", headers={"List-Id": "<l.list.test>"}
    )
    t.take(receipt.raw, RITA, ALIAS)  # our own letter comes back to us
    t.run()
    assert set(t.boxes) == set(before), "nobody new was written to"
    assert t.count_of(RITA) == before[RITA]
    assert t.house.records.case(1).safety == ""
    assert [f.template for f, _ in t.house.records.case(1).failed] == ["receipt"]
    told = [d for p in ("ana", "bo") for d in t.box(p) if d.template == "cannot-acknowledge"]
    assert told
    assert not any("rita@home.test" in d.raw.decode() for d in told)
    assert [c.state for c in t.house.records.cases("quarantine")] == ["quarantine"]


def test_the_committee_hears_of_a_refused_letter(play: Play) -> None:
    """Promise 10 from the other side: what the next hop refuses is said to the readers."""
    t = play()
    t.hop = lambda letter, _: Refused(550) if letter.recipient == RITA else Sent()
    released(t)
    assert t.last("ana", "cannot-acknowledge")
