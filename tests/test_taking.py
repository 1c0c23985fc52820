"""The operator's file beside the log: seeded once, compared later (product.md 5, JU-03, GC-02)."""

import typing
from datetime import timedelta
from pathlib import Path

import pytest
from talk import ALIAS, Table, table, toml

from cocmail import opening, seating, status
from cocmail.config import Config, load
from cocmail.core import entries as e

KIM = "kim@council.test"


def edited(t: Table, **options: str) -> None:
    """The operator edits the file and restarts the daemon."""
    options.setdefault("procedure", "gcc")
    file = t.config.file
    file.write_text(toml(**options))
    config = load(file)
    assert isinstance(config, Config), [str(p) for p in config]
    t.config = config
    t.restart()


def asked(t: Table, line: str) -> None:
    t.write(KIM, ALIAS, line)
    t.answer(t.last(KIM, "confirm"), "YES")


def voting(t: Table) -> list[str]:
    return [p.id for p in t.house.config.roster.members() if p.role == "member"]


def test_the_first_start_tells_nobody_and_later_edits_are_told(tmp_path: Path) -> None:
    t = table(tmp_path, procedure="gcc", members="ana bo chi dee")
    assert not any(t.boxes.values())
    edited(t, members="ana bo chi eli", chair="bo")
    assert voting(t) == ["ana", "bo", "chi", "eli"]
    for who in (KIM, "bo"):
        told = t.last(who, "roster-change").text
        assert "the operator changed the roster" in t.last(who).subject
        for line in ("added: Eli Brandt (member)", "removed: Dee Novak", "chair: Bo Lind"):
            assert line in told
    assert not t.box("ana")
    # Who was taken off is asked to delete what they hold, and gets nothing else (PS-56).
    assert [d.template for d in t.box("dee")] == ["offboarding"]
    t.restart()
    assert t.count_of(KIM, "roster-change") == 1
    t.close()


def test_a_change_by_mail_survives_restarts_and_other_edits(tmp_path: Path) -> None:
    """After the first start the log is the truth; the file is compared with its own last state."""
    t = table(tmp_path, procedure="gcc", members="ana bo chi dee")
    asked(t, "ROSTER ADD Eli Brandt eli@members.test adviser")
    t.wait(hours=24)
    t.restart()
    t.wait(hours=49)
    asked(t, "ROSTER REMOVE Dee")
    t.wait(hours=73)
    assert voting(t) == ["ana", "bo", "chi"]
    assert t.last("dee").template == "offboarding"
    t.restart()
    assert voting(t) == ["ana", "bo", "chi"]
    edited(t, members="ana bo chi dee fay")
    assert voting(t) == ["ana", "bo", "chi", "fay"]
    assert t.house.config.roster.people["eli"].role == "adviser"
    told = t.last(KIM, "roster-change").text
    assert "added: Fay Moreau" in told
    assert "Dee" not in told
    lines = seating.differences(t.house.file, t.house.records.house)
    assert lines == ["dee is in the file and not on the roster",
                     "eli is on the roster and not in the file"]  # fmt: skip
    assert status.status(t.house, t.now).differences == tuple(lines)
    t.close()
    with opening.reading(t.config) as house:  # status, why and log see the same roster
        assert "eli" in house.config.roster.people
        assert "dee" not in house.config.roster.people


def test_whoever_comes_by_the_file_sees_nothing_of_the_past_either(tmp_path: Path) -> None:
    """PS-04 whichever way somebody joins."""
    t = table(tmp_path, procedure="gcc", members="ana bo chi")
    t.write("rita@home.test", ALIAS, "Sam Reed laughed at my question again, before everybody.")
    edited(t, members="ana bo chi eli")
    t.answer(t.last("rita@home.test"), "It happened again this morning, twice.")
    t.wait(hours=24 * 3)
    assert not {d.template for d in t.box("eli")} & {"report", "party-mail", "conflict-question"}
    t.write("new@home.test", ALIAS, "Uli Storm shouted at me in the meeting, more than once.")
    assert t.last("eli", "report")
    t.close()


def test_an_address_is_never_a_fact(tmp_path: Path) -> None:
    """Addresses are numbers of sealed texts, in the log as everywhere (promise 9)."""
    t = table(tmp_path, procedure="gcc", members="ana bo chi")
    asked(t, "ROSTER ADD Eli Brandt eli@private.test")
    t.wait(hours=73)
    assert t.box("eli@private.test")
    kinds = {kind.__name__ for kind in typing.get_args(e.RosterFact)}
    payloads = b"".join(r.payload for r in t.house.store.entries(0) if r.kind in kinds)
    assert b"eli" in payloads
    assert b"@" not in payloads
    t.close()


def test_a_refused_mail_leaves_nothing_behind(tmp_path: Path) -> None:
    """All or nothing, for what the house would remember too (product.md 6)."""
    t = table(tmp_path, procedure="gcc", members="ana bo chi")
    t.write(KIM, ALIAS, "ROSTER REMOVE Chi\nROSTER REMOVE Nobody Known")
    assert t.last(KIM).template == "refused"
    assert not t.house.records.house.seats.changes
    t.write("bo@members.test", ALIAS, "AWAY\nVOTE yes")
    assert t.last("bo").template == "refused"
    assert not t.house.records.house.away
    t.close()


# -- who may, and how -----------------------------------------------------------------------------


@pytest.mark.parametrize(
    "line", ["ROSTER ADD X Yolo x@y.test", "ROSTER REMOVE Bo", "ROSTER CHAIR Bo", "ONBOARD Bo",
             "OFFBOARD Bo"],
)  # fmt: skip
def test_only_the_contact_changes_the_roster(tmp_path: Path, line: str) -> None:
    """JU-01: refused with T39 and told to the contact; an unproven mail runs nothing either."""
    t = table(tmp_path, procedure="gcc", members="ana bo chi")
    t.write("chi@members.test", ALIAS, line)
    assert "for the council's contact" in t.last("chi", "refused").text
    assert "Chi Okafor sent" in t.last(KIM, "roster-change").text
    t.write(KIM, ALIAS, line, proof="fail")
    assert not t.house.records.house.seats.changes
    t.wait(hours=80)
    assert voting(t) == ["ana", "bo", "chi"]
    t.close()


@pytest.mark.parametrize("address", ["bo@members.test", ALIAS, "team@lists.x.test"])
def test_an_address_of_somebody_else_or_of_many_is_refused(tmp_path: Path, address: str) -> None:
    """A personal address; the committee's own and lists are none."""
    t = table(tmp_path, procedure="gcc", members="ana bo chi")
    t.write(KIM, ALIAS, f"ROSTER ADD Eli Brandt {address}")
    assert t.last(KIM).template == "refused"
    t.close()


def test_another_contact_alone_stops_a_change(tmp_path: Path) -> None:
    """product.md 5: two members, or one other contact than the one who said YES."""
    text = toml("gcc", "ana bo chi", council="kim lee").replace("contact = false", "contact = true")
    t = table(tmp_path, text)
    asked(t, "ROSTER REMOVE Chi")
    t.write(KIM, ALIAS, "HOLD")
    assert t.house.records.house.seats.changes
    assert all(c.open for c in t.house.records.house.seats.changes.values())
    t.write("lee@council.test", ALIAS, "HOLD")
    assert not any(c.open for c in t.house.records.house.seats.changes.values())
    t.wait(hours=80)
    assert voting(t) == ["ana", "bo", "chi"]
    t.close()


def test_words_of_a_contact_are_a_report_like_anybodys(tmp_path: Path) -> None:
    t = table(tmp_path, procedure="gcc", members="ana bo chi")
    t.write(KIM, ALIAS, "Uli Storm shouted at me in the meeting, more than once, and at others.")
    assert t.last("ana", "report")
    t.close()


# -- the calendar ---------------------------------------------------------------------------------


def test_below_the_minimum_chair_and_contact_hear_daily(tmp_path: Path) -> None:
    """GC-02: while the active roster is below the minimum, every day, once."""
    t = table(tmp_path, procedure="gcc", members="ana bo chi")
    t.write("bo@members.test", ALIAS, "AWAY 2026-03-02 2026-03-04")
    t.wait(hours=24 * 5)
    for who in (KIM, "ana"):
        alerts = [d for d in t.box(who) if "below its minimum" in d.subject]
        assert len({d.at.date() for d in alerts}) == len(alerts) == 3
        assert "2 voting member(s)" in alerts[0].text
    assert not any("below" in d.subject for d in t.box("bo") + t.box("chi"))
    t.close()


def test_the_council_reviews_the_roster_and_members_renew(tmp_path: Path) -> None:
    """GC-04, T32b and T32c: names, roles, term ends and signs of life; nothing of cases."""
    t = table(tmp_path, procedure="gcc", members="ana bo chi",
              overrides='roster_review = "30 days"\nterm = "20 days"')  # fmt: skip
    t.write("rita@home.test", ALIAS, "Sam Reed laughed at my question again, before everybody.")
    t.answer(t.last("chi", "report"), "SAFETY no")  # activity in a case is no sign of life here
    t.write("bo@members.test", ALIAS, "HERE")
    t.wait(hours=24 * 21)
    asked_for = [d for d in t.box("ana") if "your term" in d.subject]
    assert len(asked_for) == 1
    assert "2026-03-22" in asked_for[0].text
    t.answer(asked_for[0], "RENEW")
    t.wait(hours=24 * 10)
    review = t.last(KIM, "chair-status")
    assert "Ana Ruiz | chair | 2026-04-12 | 2026-03" in review.text
    assert "Bo Lind | voting member | 2026-03-22 | 2026-03" in review.text
    assert "Chi Okafor | voting member | 2026-03-22 | -" in review.text
    t.wait(hours=24 * 25)
    assert t.count_of(KIM, "chair-status") == 1
    t.close()


# -- rules ----------------------------------------------------------------------------------------


def test_an_open_case_keeps_its_rules_and_new_rules_wait_for_the_contact(tmp_path: Path) -> None:
    """JU-03, A17: the parameters of a case do not move, not only its hash."""
    t = table(tmp_path, procedure="gcc", members="ana bo chi")
    t.write("rita@home.test", ALIAS, "Sam Reed laughed at my question again, before everybody.")
    before = t.house.frame(t.now).rules
    edited(t, members="ana bo chi", overrides='resolution_limit = "2 days"\nterm = "9 days"')
    assert t.house.config.procedure == before
    assert "takes the place of the one in force" in t.last(KIM, "confirm").text
    t.answer(t.last(KIM, "confirm"), "YES")
    assert t.last("chi", "roster-change")
    t.restart()
    t.wait(hours=73)
    now = t.house.frame(t.now)
    assert now.rules.resolution_limit == timedelta(days=2)
    assert now.rules.hash == t.config.procedure.hash
    old = t.house.records.case(1)
    assert t.house.frame(t.now, old).rules == before
    t.answer(t.last("ana", "report"), "STATUS")
    assert "2026-03-09 09:00" in t.last("ana", "case-status").text
    t.write("new@home.test", ALIAS, "Uli Storm shouted at me in the meeting, more than once.")
    young = t.house.records.case(2)
    assert t.house.frame(t.now, young).rules == now.rules
    t.restart()
    assert t.house.frame(t.now, t.house.records.case(1)).rules == before
    assert t.house.frame(t.now, t.house.records.case(2)).rules == now.rules
    t.close()


def test_rules_that_a_rule_change_makes_wait_for_its_result(tmp_path: Path) -> None:
    """A17: in NF and PS only a CHANGE whose RESULT accepted them loads another version."""
    t = table(tmp_path, procedure="psf", members="ana bo chi")
    edited(t, procedure="psf", members="ana bo chi", overrides='undo_window = "1 minute"')
    assert t.house.config.procedure.undo_window != timedelta(minutes=1)
    assert "CHANGE" in t.last(KIM, "roster-change").text
    assert not [d for d in t.box(KIM) if d.template == "confirm"]
    t.close()


def test_a_file_that_looks_different_and_asks_for_the_same_asks_nobody(tmp_path: Path) -> None:
    t = table(tmp_path, procedure="gcc", members="ana bo chi")
    default = t.house.config.procedure.roster_minimum
    edited(t, members="ana bo chi", overrides=f"roster_minimum = {default}")
    assert not t.box(KIM)
    assert t.house.config.procedure.hash == t.config.procedure.hash
    t.close()


# -- oneself --------------------------------------------------------------------------------------


def test_two_members_swap_their_turns(tmp_path: Path) -> None:
    """B-01: once both said so, and everybody sees it."""
    t = table(tmp_path, procedure="psf", members="ana bo chi", rota="ana bo chi")
    t.write("ana@members.test", ALIAS, "SWAP Chi")
    assert "would like to swap" in t.last("chi", "roster-change").text
    t.answer(t.last("chi", "roster-change"), "SWAP Ana Ruiz")
    assert "Chi Okafor and Ana Ruiz swap" in t.last("bo", "roster-change").text
    t.restart()
    said = "Somebody laughed at my question again, in front of everybody in the channel."
    t.write("rita@home.test", ALIAS, said)
    assert t.last("chi", "held")
    t.wait(hours=24 * 14)
    t.write("lou@home.test", ALIAS, said + " Again.")
    assert t.last("ana", "held").at == t.now
    t.close()


def test_was_me_runs_the_held_mail_once(tmp_path: Path) -> None:
    """T40: what was taken for forged was theirs; only a proven mail says so."""
    t = table(tmp_path, procedure="gcc", members="ana bo chi")
    t.write("bo@members.test", ALIAS, "AWAY", proof="")
    assert t.last("bo", "confirm")
    t.write("bo@members.test", ALIAS, "WAS-ME", proof="")
    assert "bo" not in t.house.records.house.away
    t.write("chi@members.test", ALIAS, "WAS-ME")
    assert "No mail of yours waits" in t.last("chi", "refused").text
    t.write("bo@members.test", ALIAS, "WAS-ME")
    t.write("bo@members.test", ALIAS, "WAS-ME")
    assert "bo" in t.house.records.house.away
    t.close()
