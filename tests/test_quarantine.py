"""The quarantine under a flood, and what its numbers mean (product.md 4; A20; promise 4)."""

import re
import time
from datetime import timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from talk import ALIAS, Table, table

from cocmail import ledger
from cocmail.core.quarantine import spelled, spelled_out

REAL = (
    "Somebody hit me at the venue yesterday evening, and I am still afraid to go there again. "
    "Please do something about it."
)
FLOOD = 2000
_LINE = re.compile(r"^(\d+) \| (\S+ \S+ \S+) \| (\S+) \|", re.M)


def junk(at: Table, n: int, domain: str) -> None:
    raw = (
        f"From: x{n}@{domain}\r\nTo: {ALIAS}\r\nMessage-ID: <{n}@{domain}>\r\nX-Spam-Flag: YES\r\n"
        f"\r\nBuy number {n} today, it is cheap and good, and everybody has one now.\r\n"
    )
    at.take(raw.encode(), f"x{n}@{domain}", ALIAS)


def lines(at: Table, who: str) -> list[tuple[int, str]]:
    """Numbers and domains of this reader's newest list."""
    lists = [d for d in at.box(who) if d.template == "quarantine" and "No. |" in d.text]
    return [(int(n), domain) for n, _, domain in _LINE.findall(lists[-1].text)]


def in_sight(at: Table, who: str) -> set[str | None]:
    """The domains of what waits and may be seen by this reader."""
    found = [c for c in at.house.records.cases("quarantine") if who not in c.excluded]
    return {c.quarantine.domain for c in found if c.quarantine and who not in c.mishaps.left_out}


def test_a_report_in_a_flood(tmp_path: Path) -> None:
    """Junk from 50 domains; the real ones reach people, the lists stay readable and quick."""
    at = table(tmp_path, procedure="numpy", members="ana bo chi dee", rota="dee ana")
    with at.house.batch():
        for n in range(FLOOD // 2):
            junk(at, n, f"junk{n % 50}.test")
    began = time.monotonic()
    at.write("lou@real.test", ALIAS, REAL)
    assert time.monotonic() - began < 5
    assert [at.count_of(who, "report") for who in ("ana", "bo", "chi", "dee")] == [1] * 4
    assert at.count_of("lou@real.test") == 1
    spam = {"X-Spam-Flag": "YES"}
    at.write("mia@true.test", ALIAS, f"{REAL} It was Bo Lind.", headers=spam)  # authenticated
    at.write("una@far.test", ALIAS, f"{REAL} My name is Una.", headers=spam, proof="")
    assert at.count_of("mia@true.test") == 1  # its receipt, in quarantine too
    assert at.count_of("una@far.test") == 0
    with at.house.batch():
        for n in range(FLOOD // 2, FLOOD):
            junk(at, n, f"junk{n % 50}.test")
    began = time.monotonic()
    at.wait(minutes=59)
    took = time.monotonic() - began
    assert at.count_of("dee", "quarantine") == 1
    assert at.count_of("ana", "quarantine") == 0
    listed = lines(at, "dee")
    assert [n for n, _ in listed] == list(range(1, FLOOD + 3))
    assert [domain for _, domain in listed[:2]] == ["true.test", "far.test"]
    assert took < 20  # a fold of every mail for every list took minutes
    at.wait(hours=36)
    assert len(lines(at, "ana")) == FLOOD + 2
    at.write("dee@members.test", ALIAS, "RELEASE 1\nRELEASE 2")
    assert [at.count_of(who, "report") for who in ("ana", "bo", "chi", "dee")] == [3, 2, 3, 3]
    assert at.count_of("una@far.test") == 1
    assert at.count_of("mia@true.test") == 1
    kept = ledger.read(at.house.store)
    assert kept.adds_up
    assert kept.quarantine == FLOOD + 2
    at.close()


def test_limits_bind_a_domain_and_everybody_unproven_but_no_proven_sender(tmp_path: Path) -> None:
    limits = "[limits]\nunauthenticated_per_domain_per_hour = 3\nunauthenticated_per_hour = 5\n"
    limits += "reports_per_sender_per_day = 2\n"
    at = table(tmp_path, procedure="numpy", members="ana bo chi", rota="bo", extra=limits)

    def comes(sender: str, **more: str) -> bool:
        before = at.count_of("ana", "report")
        at.write(sender, ALIAS, f"{REAL} {at.count}", **more)
        return at.count_of("ana", "report") > before

    assert [comes(f"a{n}@one.test", proof="") for n in range(5)] == [True] * 3 + [False] * 2
    assert [comes(f"a{n}@two.test", proof="") for n in range(4)] == [True] * 2 + [False] * 2
    assert [comes("lou@one.test") for _ in range(3)] == [True, True, False]
    assert comes("mia@one.test")
    assert at.count_of("lou@one.test") == 2  # two receipts; the third waits for its day
    at.wait(hours=25)
    assert comes("lou@one.test")
    assert comes("a9@one.test", proof="")
    at.close()


@given(st.lists(st.integers(1, 30)))
def test_numbers_in_short_are_the_numbers(numbers: list[int]) -> None:
    assert spelled_out(spelled(tuple(numbers))) == tuple(numbers)


STEPS = st.lists(
    st.tuples(st.sampled_from(("come", "names", "RELEASE", "SPAM", "hour", "ana")),
              st.integers(1, 6)), max_size=14,
)  # fmt: skip


@settings(max_examples=20, deadline=None, suppress_health_check=list(HealthCheck))
@given(STEPS)
def test_a_number_is_the_line_of_the_list_that_was_read(steps: list[tuple[str, int]]) -> None:
    """Never another mail than the one that stood there, and never one that names its reader."""
    with TemporaryDirectory() as folder:
        at = table(Path(folder), procedure="numpy", members="ana bo chi", rota="bo ana")
        for n in range(3):
            junk(at, n, f"d{n}.test")
        at.wait(hours=1)
        for what, n in steps:
            if what == "come":
                junk(at, 100 + at.count, f"e{at.count}.test")
                at.count += 1
            elif what == "names":
                spam = {"X-Spam-Flag": "YES"}
                at.write(f"v{at.count}@hidden.test", ALIAS, f"Bo Lind hit me {at.count}",
                         headers=spam, proof="")  # fmt: skip
            elif what == "hour":
                at.wait(hours=1)
            elif what == "ana":  # somebody else's commands change no number of Bo's
                at.write("ana@members.test", ALIAS, f"RELEASE {n}")
            else:
                shown, before = dict(lines(at, "bo")), in_sight(at, "bo")
                at.write("bo@members.test", ALIAS, f"{what} {n}")
                assert before - in_sight(at, "bo") == {shown.get(n)} & before
        listed = lines(at, "bo")
        assert [n for n, _ in listed] == list(range(1, len(listed) + 1))
        assert "hidden.test" not in {domain for _, domain in listed}
        at.close()


def test_an_excluded_reader_frees_nothing(tmp_path: Path) -> None:
    at = table(tmp_path, procedure="numpy", members="ana bo chi", rota="ana bo")
    spam = {"X-Spam-Flag": "YES"}
    at.write("una@far.test", ALIAS, f"{REAL} It was Bo Lind.", headers=spam, proof="")
    at.wait(hours=1)
    assert len(lines(at, "ana")) == 1
    for said in ("SHOW 1", "RELEASE 1", "SPAM 1", "ABUSE 1"):
        at.write("bo@members.test", ALIAS, said)
        assert at.last("bo").template == "refused"
        assert "There is no line 1" in at.last("bo").text
    assert at.house.store.counts().cases == {"quarantine": 1}
    at.write("ana@members.test", ALIAS, "RELEASE 1")
    assert at.count_of("chi", "report") == 1
    assert not [d for d in at.box("bo") if d.template == "report"]
    at.wait(hours=1)
    at.restart(timedelta(hours=1))
    assert at.house.store.counts().cases == {"open": 1}
    at.close()
