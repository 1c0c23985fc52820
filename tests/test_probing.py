"""The test mail (practice.md B-43, D-01): it leaves, comes back once, and its absence is told.

In process: whoever carries mail is played here. Over sockets: e2e/test_probe.py.
"""

from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from talk import ALIAS, MONDAY, Delivered, Refused, Sent, Table, table, toml

from cocmail.core import entries as e
from cocmail.core.probes import Probes, fold
from cocmail.mail.parse import parse
from cocmail.records import AWAY

ECHO = "echo@elsewhere.test"
PROBE = "[probe]\n"
EVERYBODY = ("ana", "bo", "chi", "dee", "eli", "fay")


def house(folder: Path, more: str = "") -> Table:
    return table(folder, toml(extra=PROBE + more))


def back(t: Table, probe: Delivered, *, raw: bytes = b"", sender: str = "") -> None:
    """Whoever carries mail hands it in at the alias."""
    t.take(raw or probe.raw, sender or probe.sender, ALIAS)
    t.run()


def left(t: Table, to: str = ALIAS) -> list[Delivered]:
    return t.boxes[to]


def untouched(t: Table) -> bool:
    """No case, no line in the quarantine, no receipt."""
    return not t.house.store.case_rows() or {r.no for r in t.house.store.case_rows()} == {0}


def test_it_leaves_weekly_and_comes_back(tmp_path: Path) -> None:
    t = house(tmp_path)
    t.run()
    (probe,) = left(t)
    assert ALIAS in probe.text
    assert probe.mail.header("Auto-Submitted") == "auto-generated"
    assert t.house.handles.loop_mark() == probe.mail.header("X-Loop")
    back(t, probe)
    t.wait(days=6)
    assert len(left(t)) == 1
    t.wait(hours=30)
    assert len(left(t)) == 2
    assert t.house.records.house.probes.came == 1
    assert untouched(t)
    assert not t.house.store.setting("loops")
    assert not any(t.count_of(p, "probe-news") for p in EVERYBODY)


def test_without_the_table_nothing_leaves(tmp_path: Path) -> None:
    t = table(tmp_path)
    t.wait(days=20)
    assert left(t) == []
    assert "test of our address" not in t.last("ana", "chair-status").text


def test_the_chairs_status_says_when_it_last_came(tmp_path: Path) -> None:
    t = house(tmp_path)
    t.run()
    back(t, left(t)[0])
    t.wait(days=7)
    assert "last came back on 2026-03-02 09:00 UTC." in t.last("ana", "chair-status").text


def test_what_was_taken_for_spam_came_back_and_says_so(tmp_path: Path) -> None:
    t = house(tmp_path)
    t.run()
    back(t, left(t)[0], raw=b"X-Spam-Flag: YES\r\n" + left(t)[0].raw)
    assert t.house.records.house.probes.came == 1
    t.wait(days=7)
    assert "taken for spam" in t.last("ana", "chair-status").text


@pytest.mark.parametrize("to", ["", f'to = "{ECHO}"\n'])
def test_a_copy_or_a_forgery_is_counted_and_dropped(tmp_path: Path, to: str) -> None:
    t = house(tmp_path, to)
    t.run()
    (probe,) = left(t, ECHO if to else ALIAS)
    word = t.house.handles.probe_token(1)
    forged = probe.raw.replace(word.encode(), b"a" * 26)
    back(t, probe, raw=forged)
    assert t.house.records.house.probes.came == 0
    assert t.house.store.setting("loops") == "1"
    back(t, probe)
    back(t, probe, raw=b"Received: from again.test\r\n" + probe.raw)  # a retry of the next hop's
    back(t, probe, raw=probe.raw.replace(b"Nobody needs", b"You need"))
    assert t.house.records.house.probes.came == 1
    assert t.house.store.setting("loops") == "2"
    assert untouched(t)


def test_everybody_hears_once_that_it_stays_out_and_once_that_it_is_back(tmp_path: Path) -> None:
    t = house(tmp_path)
    t.run()
    t.wait(hours=23)
    assert not any(t.count_of(p, "probe-news") for p in EVERYBODY)
    t.wait(days=4)
    assert all(t.count_of(p, "probe-news") == 1 for p in EVERYBODY)
    alarm = t.last("bo", "probe-news")
    assert "has not come back" in alarm.text
    assert "It last came back: never" in alarm.text
    assert len(left(t)) > 3, "while one is missing they follow each other faster"
    back(t, left(t)[-1])
    assert all(t.count_of(p, "probe-news") == 2 for p in EVERYBODY)
    assert "works again" in t.last("bo", "probe-news").subject
    back(t, left(t)[-2])
    assert t.house.store.setting("loops") == "1", "one that left before is not expected any more"
    t.wait(days=6)
    assert all(t.count_of(p, "probe-news") == 2 for p in EVERYBODY)


def test_a_mail_server_that_refuses_it_is_an_alarm_at_once(tmp_path: Path) -> None:
    """D-01: the published address bounces."""
    t = house(tmp_path)
    t.hop = lambda letter, _: Refused(550, "5.1.1") if letter.recipient == ALIAS else Sent()
    t.run()
    assert "was refused by a mail server" in t.last("bo", "probe-news").text
    t.hop = lambda _letter, _attempt: Sent()
    t.wait(days=2)
    back(t, left(t)[-1])
    assert t.count_of("bo", "probe-news") == 2


def test_a_bounce_of_it_is_an_alarm_at_once(tmp_path: Path) -> None:
    t = house(tmp_path)
    t.run()
    (probe,) = left(t)
    bounce = (
        "From: MAILER-DAEMON@mx.test\r\nTo: x\r\nSubject: Undelivered\r\nMIME-Version: 1.0\r\n"
        'Content-Type: multipart/report; report-type=delivery-status; boundary="b"\r\n\r\n'
        "--b\r\n\r\nSorry.\r\n--b\r\nContent-Type: message/delivery-status\r\n\r\n"
        f"Reporting-MTA: dns; mx.test\r\n\r\nFinal-Recipient: rfc822; {ALIAS}\r\n"
        "Action: failed\r\nStatus: 5.1.1\r\n--b--\r\n"
    )
    t.take(bounce.encode(), "", probe.sender)
    t.run()
    assert "was refused by a mail server" in t.last("bo", "probe-news").text
    assert untouched(t)


def test_an_outage_is_no_silence_and_makes_no_heap(tmp_path: Path) -> None:
    t = house(tmp_path)
    t.run()
    t.restart(after=timedelta(days=40))
    assert len(left(t)) == 2
    assert not t.count_of("bo", "probe-news"), "nobody ran who could have taken it"
    t.wait(hours=23)
    assert not t.count_of("bo", "probe-news")
    t.wait(hours=2)
    assert t.count_of("bo", "probe-news") == 1


def test_a_restart_between_leaving_and_coming_back(tmp_path: Path) -> None:
    t = house(tmp_path)
    t.run()
    t.restart()
    assert len(left(t)) == 1
    back(t, left(t)[0])
    t.restart()
    assert t.house.records.house.probes.came == 1
    back(t, left(t)[0], raw=left(t)[0].raw.replace(b"Nobody needs", b"You need"))
    assert t.house.store.setting("loops") == "1"


def test_what_waited_too_long_at_our_own_door_does_not_leave_as_a_heap(tmp_path: Path) -> None:
    """The next hop was down for days: one test leaves afterwards, and no alarm that is over."""
    from talk import Deferred

    t = house(tmp_path)
    t.hop = lambda _letter, _attempt: Deferred(0)
    t.wait(days=4)
    t.hop = lambda _letter, _attempt: Sent()
    t.wait(hours=9)
    assert len(left(t)) == 1


def test_somebody_outside_sends_it_back_in_a_mail_of_their_own(tmp_path: Path) -> None:
    t = house(tmp_path, f'to = "{ECHO}"\n')
    t.run()
    (probe,) = left(t, ECHO)
    assert left(t) == []
    t.write(ECHO, ALIAS, "You wrote:", subject=f"Re: {probe.subject}", answers=probe,
            headers={"Auto-Submitted": "auto-replied"})  # fmt: skip
    assert t.house.records.house.probes.came == 1
    assert untouched(t)


def test_a_person_who_got_hold_of_it_is_heard_like_anyone(tmp_path: Path) -> None:
    """Only who is configured to send it back answers it without our mark."""
    t = house(tmp_path, f'to = "{ECHO}"\n')
    t.run()
    (probe,) = left(t, ECHO)
    t.write("rita@home.test", ALIAS, "Somebody shouted at me.", subject=probe.subject,
            answers=probe, name="Rita Vale")  # fmt: skip
    assert t.house.records.house.probes.came == 0
    assert len(t.box("rita@home.test")) == 1, "a receipt"


def test_what_the_table_no_longer_wants_does_not_leave(tmp_path: Path) -> None:
    from cocmail.config import Config, load

    t = house(tmp_path)
    t.house.begin(MONDAY)
    file = tmp_path / "cocmail.toml"
    t.run()
    file.write_text(file.read_text().replace(PROBE, ""))
    config = load(file)
    assert isinstance(config, Config)
    t.config = config
    t.restart(after=timedelta(days=20))
    t.wait(days=10)
    assert len(left(t)) == 1
    assert not t.count_of("bo", "probe-news")
    assert "test of our address" not in t.last("ana", "chair-status").text


@given(st.lists(st.sampled_from(["want", "came", "missed"]), max_size=30))
def test_whatever_happened_a_word_is_believed_once(steps: list[str]) -> None:
    """Of those that left, what is expected is never what came before, and never twice."""
    probes, taken = Probes(), set[int]()
    for step in steps:
        if step == "want":
            fold(probes, e.ProbeWanted(probes.wanted + 1), MONDAY)
        elif probes.expected and step == "came":
            n = probes.expected[len(taken) % len(probes.expected)]
            assert n not in taken
            taken.add(n)
            fold(probes, e.ProbeCame(n, spam=False), MONDAY)
        elif probes.expected:
            fold(probes, e.ProbeMissed(probes.wanted, "silence"), MONDAY)
        assert not taken & set(probes.expected)
        assert probes.missing <= bool(probes.expected)


def test_it_shows_nothing_but_the_published_address(tmp_path: Path) -> None:
    t = house(tmp_path)
    t.run()
    probe = parse(left(t)[0].raw)
    assert {a.addr for a in (*probe.senders, *probe.to, *probe.sender_reply_to)} == {ALIAS}
    assert not any(name.encode() in left(t)[0].raw for name in ("Ruiz", "members.test"))


def test_a_mailbox_that_cannot_be_opened_is_the_chairs_daily_news(tmp_path: Path) -> None:
    t = table(tmp_path)
    t.wait(days=1)
    quiet = t.count_of("ana", "chair-status")
    with t.house.batch():
        t.house.store.set_setting(AWAY, t.now.isoformat())
    t.wait(minutes=30)
    assert t.house.records.away(t.now) is None, "a hiccup is no news"
    t.wait(days=3)
    assert t.count_of("ana", "chair-status") == quiet + 3
    assert "The mailbox cannot be opened since 2026-03-03" in t.last("ana", "chair-status").text
    with t.house.batch():
        t.house.store.set_setting(AWAY, "")
    t.wait(days=2)
    assert t.count_of("ana", "chair-status") == quiet + 3
    t.wait(days=2)
    assert "cannot be opened" not in t.last("ana", "chair-status").text
