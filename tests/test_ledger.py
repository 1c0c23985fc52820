"""Whatever comes, the counts reconcile: every accepted mail is somewhere (product.md 4).

An inbox is drawn at random from everything that can come to a house, and played; then the numbers
that `cocmail status` prints are compared with what the log holds.
"""

import json
from collections import Counter
from collections.abc import Callable
from datetime import timedelta
from itertools import count
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from talk import ALIAS, Table, table

from cocmail import ledger
from cocmail.core import entries as e

WORDS = (
    "Somebody shouted at me at the sprint on Saturday and would not stop when I asked, so that I "
    "left the room and went home, and I do not know what to do now."
)


def report(at: Table) -> None:
    at.write(f"r{at.count}@home.test", ALIAS, f"{WORDS} {at.count}")


def unproven(at: Table) -> None:
    at.write(f"u{at.count}@far.test", ALIAS, f"{WORDS} {at.count}", proof="")


def again(at: Table) -> None:
    """The same sender and the same words within a day join their case."""
    at.write("rita@home.test", ALIAS, WORDS)


def spam(at: Table) -> None:
    at.write("shop@offers.test", ALIAS, f"pills {at.count}", headers={"X-Spam-Flag": "YES"})


def robot(at: Table) -> None:
    at.write("robot@lists.test", ALIAS, f"digest {at.count}", headers={"Precedence": "bulk"})


def nobody(at: Table) -> None:
    at.take(b"\r\n", "", ALIAS)


def bounce(at: Table) -> None:
    letter = at.box("rita@home.test")[0]
    words = b"From: MAILER-DAEMON@home.test\r\n\r\nI could not deliver it: user unknown. %d\r\n"
    at.take(words % next(ANOTHER), "", letter.sender)


def to_a_return_path(at: Table) -> None:
    at.write("rita@home.test", at.box("rita@home.test")[0].sender, f"hello {at.count}")


def reply(at: Table) -> None:
    at.answer(at.box("rita@home.test")[0], f"It happened again {at.count} times.")


def away(at: Table) -> None:
    letter, headers = at.box("rita@home.test")[0], {"Auto-Submitted": "auto-replied"}
    at.answer(letter, f"Away {at.count}.", headers=headers)


def strange_reply(at: Table) -> None:
    at.answer(at.box("rita@home.test")[0], f"I am Rita, too {at.count}.", sender="x@far.test")


def talk(at: Table) -> None:
    at.answer(at.last("ana", "report"), f"I think so {at.count}.")


def command(at: Table) -> None:
    at.answer(at.last("bo", "report"), f"NOTE looked at it {at.count}")


def forged(at: Table) -> None:
    at.answer(at.last("bo", "report"), f"NOTE looked at it {at.count}", proof="fail")


def sheet(at: Table) -> None:
    at.write("chi@members.test", ALIAS, f"SHEET\n# {at.count}")


def member_away(at: Table) -> None:
    at.answer(at.last("chi", "report"), "RECUSE", headers={"Auto-Submitted": "auto-replied"})


def loop(at: Table) -> None:
    at.take(at.box("rita@home.test")[0].raw + b"%d\r\n" % next(ANOTHER), "", ALIAS)


def repeat(at: Table) -> None:
    """The very same bytes as those that Rita wrote first."""
    at.take(FIRST[id(at)], "rita@home.test", ALIAS)


FIRST: dict[int, bytes] = {}
ANOTHER = count(1)  # no two of these are the same bytes
COMERS: tuple[Callable[[Table], None], ...] = (
    report, unproven, again, spam, robot, nobody, bounce, to_a_return_path, reply, away,
    strange_reply, talk, command, forged, sheet, member_away, loop, repeat,
)  # fmt: skip


def begun(folder: Path) -> Table:
    """A committee with one case, and what its first mail was."""
    at = table(folder, procedure="numpy", members="ana bo chi dee", rota="dee ana")
    taken = at.reception.take

    def kept(arrival: object) -> None:
        FIRST.setdefault(id(at), arrival.raw)  # type: ignore[attr-defined]
        taken(arrival)  # type: ignore[arg-type]

    at.reception.take = kept  # type: ignore[method-assign,assignment]
    again(at)
    return at


def in_the_log(at: Table) -> Counter[str]:
    """What the log itself holds, counted by what a mail leaves there."""
    found: Counter[str] = Counter()
    records = at.house.records
    for row in at.house.store.case_rows():
        entries = [e.read(r.kind, r.payload) for r in records.entries(row.no)]
        waits = any(isinstance(one, e.Quarantined) for one in entries)
        for one in entries:
            if isinstance(one, e.MailKept):
                outside = one.kind != "bounce" and one.source[:1] in "RPWA" and one.source[1:2]
                kind = "letters" if one.kind == "bounce" else "cases" if outside else "members"
                found["quarantine" if waits and kind == "cases" else kind] += 1
            found["members"] += isinstance(one, e.SignedSeen | e.MemberMailHeld)
    return found


@settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.lists(st.sampled_from(COMERS), max_size=12))
def test_every_mail_is_somewhere(inbox: list[Callable[[Table], None]]) -> None:
    with TemporaryDirectory() as folder:
        at = begun(Path(folder))
        for comer in inbox:
            before = ledger.read(at.house.store).accepted
            comer(at)
            at.wait(seconds=30)
            kept = ledger.read(at.house.store)
            assert kept.accepted == before + 1, comer.__name__
            assert kept.adds_up, (comer.__name__, kept)
        found, kept = in_the_log(at), ledger.read(at.house.store)
        assert kept.cases == found["cases"]
        assert kept.quarantine == found["quarantine"]
        assert kept.letters == found["letters"]
        assert kept.members == found["members"]
        assert kept.loops == inbox.count(loop)
        assert kept.repeats == inbox.count(repeat) + max(0, inbox.count(nobody) - 1)
        at.close()


def test_it_says_when_a_mail_is_nowhere(tmp_path: Path) -> None:
    at = begun(tmp_path)
    assert ledger.said(ledger.read(at.house.store)).startswith("1: 1 in cases, 0 to quarantine")
    with at.house.batch():
        ledger.count(at.house.store, None)
    assert "DOES NOT ADD UP" in ledger.said(ledger.read(at.house.store))
    at.close()


def test_it_survives_a_restart_and_an_erasure(tmp_path: Path) -> None:
    at = begun(tmp_path)
    spam(at)
    before = ledger.read(at.house.store)
    at.wait(days=31)  # the quarantine is erased
    at.restart(timedelta(hours=1))
    assert at.house.store.counts().cases.get("quarantine", 0) == 0
    assert ledger.read(at.house.store) == before
    assert json.loads(at.house.store.setting("ledger") or "")["quarantine"] == 1
    at.close()
