"""Promise 4 where a hidden case touches one that is seen: limits, older cases, the group's letters.

Each history was found by looking for it, and told the excluded person something once. The worlds
are worlds.py's; what any history does is test_any_world.py's.
"""

from typing import Any

import pytest
from histories import HOME, SPACES, Hop, Probe
from moves import HARMLESS, Away, Copy, Flood, Forget, Linked, Named, Threaded
from talk import proposal
from test_two_worlds import SECRET, STRANGER, Command, Report, Said, Step, Wait, two_worlds
from worlds import AnyWorld

SENDER = "reporter-secret@home.test"
ABOUT_SAM = "PARTY REPORTED Sam Reed sam@x.test"


def limits(sender: int, domain: int, every: int) -> str:
    return (
        f"[limits]\nreports_per_sender_per_day = {sender}\n"
        f"unauthenticated_per_domain_per_hour = {domain}\nunauthenticated_per_hour = {every}\n"
    )


def play(person: str, steps: list[Any], exclusion: str = "named", **options: str) -> AnyWorld:
    """Both worlds, compared; the first, in which the case was there and they were out of it."""
    base = {"procedure": "numpy", "members": "ana bo chi dee", "rota": "dee ana bo",
            "council": "kim lee"}  # fmt: skip
    one, two = two_worlds(person, steps, exclusion, world=AnyWorld, **base | options)
    assert isinstance(one, AnyWorld)
    assert SECRET in one.cases
    assert SECRET not in two.cases
    assert one.mailbox()
    return one


def hidden(who: str, text: str) -> Command:
    return Command(SECRET, who, text)


def seen(who: str, text: str) -> Command:
    return Command("one", who, text)


def unproven(label: str, sender: str) -> Report:
    return Report(label, "unproven", HARMLESS, sender)


def hop(ruling: str) -> Hop:
    return Hop("bo@members.test", ruling, hidden=False)


def test_what_a_machine_says_of_an_erased_case_is_no_line() -> None:
    """Who is next on the rota, and kept out, hears nothing of it in the quarantine."""
    steps = [Report(SECRET), Report("one"), Wait(192), Forget(), Wait(168),
             Away(SECRET, "chi", "vacation"), Wait(2)]  # fmt: skip
    play("ana", steps, procedure="jupyter", members="bo ana dee fay chi", rota="dee bo ana")


# -- limits ---------------------------------------------------------------------------------------

COUNTED: dict[str, tuple[str, list[Step]]] = {
    "a sender's day": (limits(1, 9, 9), [Report(SECRET), Report("one", "plain", HARMLESS, SENDER)]),
    "a domain's hour": (limits(9, 1, 9), [Report(SECRET, "unproven"), unproven("one", HOME)]),
    "everybody's hour": (limits(9, 9, 1), [Report(SECRET, "unproven"), unproven("one", STRANGER)]),
}


@pytest.mark.parametrize("what", COUNTED)
def test_a_hidden_report_takes_no_room_in_a_limit(what: str) -> None:
    """product.md 4.5: the next report, which they see, is let in as it would be without."""
    extra, steps = COUNTED[what]
    one = play("bo", [*steps, Wait(2), Said("SHOW 1"), Wait(30)], extra=extra)
    assert one.t.house.records.case(one.cases["one"]).state == "open"


def test_limits_hold_where_nobody_is_kept_out() -> None:
    """Or the tests above would say nothing."""
    extra, steps = COUNTED["everybody's hour"]
    once: list[Step] = [*steps, unproven("two", "third@far.test"), Wait(1)]
    one = play("bo", once, extra=extra)
    assert one.t.house.records.case(one.cases["two"]).state == "quarantine"


@pytest.mark.parametrize("kind", ["sender", "domain", "all"])
@pytest.mark.parametrize("how", ["plain", "unproven"])
def test_a_flood_at_each_limit_tells_nothing(kind: str, how: str) -> None:
    """One more than the limit takes, from addresses that nobody knows; followed for 40 days."""
    steps = [Report(SECRET, how), Flood(kind, 4), Wait(1), Said("SHEET"), Said("SHOW 1"),
             Wait(24 * 40)]  # fmt: skip
    one = play("bo", steps, extra=limits(3, 3, 3))
    assert one.states.count("open") >= 3


def test_a_receipt_of_a_hidden_report_is_nobodys_receipt_of_today() -> None:
    """One receipt a day goes to an unconfirmed address: the document of the second shows it."""
    steps = [Report(SECRET, "unproven"), unproven("one", SENDER), Wait(2), seen("bo", "DOC"),
             seen("bo", "STATUS"), Wait(40)]  # fmt: skip
    one = play("bo", steps)
    assert "R1: receipt" in one.t.last("bo", "document").text


# -- cases about the same person ------------------------------------------------------------------


def let_in(label: str, members: str) -> list[Any]:
    first, *rest = members.split()
    return [Wait(1), Command(label, first, "SHOW"), Command(label, first, "ABOUT Sam Reed\nCLEAR"),
            *(Command(label, p, "CLEAR") for p in rest)]  # fmt: skip


BOTH = [Report("one"), *let_in("one", "dee bo fay ana"), Report(SECRET)]
LOOKS = [seen("bo", "DOC"), seen("bo", "AUDIT"), seen("bo", "SHARE"), seen("bo", "STATUS"),
         seen("bo", "HELP"), seen("bo", "SHEET")]  # fmt: skip
SCREENED = {"procedure": "numfocus", "members": "ana bo chi dee fay"}


def test_a_hidden_group_that_asks_for_history_leaves_nothing_in_the_older_case() -> None:
    """PS-30: who is out of the asking case finds it in no document, and has nothing to SHARE."""
    steps = [*BOTH, *let_in(SECRET, "dee ana chi fay"), Wait(1), hidden("chi", "HISTORY Sam Reed"),
             Wait(1), *LOOKS, Wait(2)]  # fmt: skip
    one = play("bo", steps, **SCREENED)
    reminded = [d for d in one.t.box("ana") if d.template == "reminder"]
    assert any("asks whether more is known" in d.text for d in reminded)
    assert "Nobody has asked" in one.t.last("bo", "refused").text


def test_nor_in_the_steps_that_an_audit_shows() -> None:
    steps = [*BOTH, *let_in(SECRET, "dee bo chi fay"), Wait(1), hidden("chi", "HISTORY Sam Reed"),
             Wait(1), seen("ana", "DOC"), seen("ana", "AUDIT"), seen("ana", "SHARE"),
             Wait(1)]  # fmt: skip
    one = play("ana", steps, **SCREENED)
    assert one.t.count_of("ana", "audit") == 1


def test_nor_when_the_letter_that_asked_comes_back() -> None:
    """What another case wanted pauses nobody here, and is in no status (product.md 5)."""
    steps = [*BOTH, *let_in(SECRET, "dee bo chi fay"), Wait(1), hop("refuses"),
             hidden("chi", "HISTORY Sam Reed"), Wait(1), hop("takes"),
             seen("ana", "STATUS"), seen("ana", "DOC"), seen("ana", "AUDIT"),
             Wait(24 * 7)]  # fmt: skip
    one = play("ana", steps, **SCREENED)
    assert "bo" not in one.t.house.records.case(one.cases["one"]).paused


def test_a_hidden_older_case_that_lets_itself_be_known_leaves_nothing() -> None:
    steps = [*BOTH, *let_in(SECRET, "dee chi fay"), Wait(1), seen("ana", "HISTORY Sam Reed"),
             Wait(1), hidden("chi", "SHARE"), Wait(1), *LOOKS, Wait(2)]  # fmt: skip
    one = play("bo", steps, **SCREENED)
    assert one.t.count_of("ana", "history") == 2


@pytest.mark.parametrize("erased", [False, True])
def test_a_report_in_escrow_does_not_say_by_whom_it_was_woken(erased: bool) -> None:
    """B-24: neither while the hidden case is there nor when it is erased."""
    steps = [Report(SECRET), Wait(1), Report("one"), Wait(1), seen("ana", ABOUT_SAM),
             seen("ana", "TAKE"), seen("ana", "ESCROW"), Wait(1), hidden("ana", ABOUT_SAM),
             Wait(2), *([Forget()] if erased else []), *LOOKS, Wait(40)]  # fmt: skip
    one = play("bo", steps)
    reminded = [d for d in one.t.box("ana") if d.template == "reminder"]
    assert any("was reported again" in d.text for d in reminded)


def test_a_hidden_report_in_escrow_leaves_nothing_in_the_case_that_wakes_it() -> None:
    steps = [Report(SECRET), Wait(1), hidden("dee", ABOUT_SAM), hidden("dee", "TAKE"),
             hidden("dee", "ESCROW"), Wait(1), Report("one"), Wait(1), seen("bo", ABOUT_SAM),
             Wait(2), seen("ana", "DOC"), seen("ana", "AUDIT"), Wait(40)]  # fmt: skip
    one = play("ana", steps)
    reminded = [d for d in one.t.box("dee") if d.template == "reminder"]
    assert any("was reported again" in d.text for d in reminded)


# -- the person as a party ------------------------------------------------------------------------


@pytest.mark.parametrize("address", ["", "bo@members.test", STRANGER])
def test_who_is_the_reported_person_reads_their_own_fakes_as_before(address: str) -> None:
    """product.md 4.6: a private address counts once a letter went there, and not before."""
    steps = [Report(SECRET), Wait(1), Named("ana", address), hidden("chi", "RECUSE"), Wait(1),
             Probe(HARMLESS, STRANGER), Probe(HARMLESS), Wait(24 * 40)]  # fmt: skip
    one = play("bo", steps)
    case = one.t.house.records.case(one.cases[SECRET])
    assert [p.person for p in case.reported()] == ["bo"]
    assert one.until is None


def test_the_comparison_ends_with_the_first_letter_to_them_as_a_party() -> None:
    """And what they write from there then belongs to the case, as anybody's would (4.6)."""
    steps = [Report(SECRET), Wait(1), Named("ana", STRANGER), hidden("ana", "TAKE"),
             hidden("ana", "ASK REPORTED\nWhat happened in the channel on that day?"),
             hidden("chi", "OK ID"), Wait(1), Probe(HARMLESS, STRANGER), Wait(1)]  # fmt: skip
    one = play("bo", [Said("SHEET"), *steps])
    assert one.until is not None
    mail = one.t.house.records.case(one.cases["two"])
    assert mail.linked == one.cases[SECRET]
    assert "bo" in mail.excluded


# -- what a letter of the hidden case may do ------------------------------------------------------


@pytest.mark.parametrize("of", ["report", "letter"])
@pytest.mark.parametrize("field", ["Message-ID", "In-Reply-To", "References"])
def test_a_copied_message_id_answers_as_any_other(field: str, of: str) -> None:
    steps = [Report(SECRET), Wait(1), Threaded(field, of, ""), Threaded(field, of, STRANGER),
             Wait(24 * 40)]  # fmt: skip
    play("bo", steps)


def test_a_copy_brought_in_by_them_is_a_new_report() -> None:
    """product.md 4.8: IMPORT joins only where who brings it is not kept out."""
    one = play("bo", [Report(SECRET), Wait(1), Copy("bo"), Wait(24 * 9)])
    assert "two" in one.cases


@pytest.mark.parametrize("how", ["vacation", "bounce"])
def test_an_answering_machine_or_a_dead_box_stays_in_its_case(how: str) -> None:
    steps = [Report(SECRET), Report("one"), Wait(1), Away(SECRET, "ana", how), Wait(1),
             Said("ROSTER"), seen("bo", "STATUS"), seen("bo", "What do you think?"),
             Copy("ana", SECRET), hidden("ana", ABOUT_SAM), Linked(), Wait(24 * 8)]  # fmt: skip
    play("bo", steps)


# -- what the house says by itself ----------------------------------------------------------------


@pytest.mark.parametrize("person", ["ana", "dee"])
def test_a_hidden_line_of_the_quarantine_moves_nobodys_letter(person: str) -> None:
    """The chair, and the first of the rota: neither hears of the line, nor earlier of another."""
    steps = [Report(SECRET, "spam"), Wait(1), Report("one", "spam", "Buy watches."), Wait(1),
             Said("SHOW 1"), Wait(24 * 3), Said("RELEASE 2"), Wait(24 * 5)]  # fmt: skip
    play(person, steps, **SCREENED)


@pytest.mark.parametrize("procedure", ["numpy", "numfocus"])
def test_a_hidden_case_that_is_late_wakes_no_excluded_chair(procedure: str) -> None:
    """T32: whoever presides there gets its status; the chair's own comes on its Mondays."""
    steps = [Report(SECRET), Report("one"), Wait(24 * 20), Said("STATUS"), Wait(24 * 20)]
    one = play("ana", steps, **SCREENED | {"procedure": procedure})
    assert one.t.count_of("ana", "chair-status")
    late = [p for p in ("bo", "chi", "dee", "fay") if one.t.count_of(p, "chair-status")]
    assert late


def test_a_new_question_is_no_number_of_the_digest_before_its_reader_is_asked() -> None:
    """Who is named by the first reader must not have seen it counted on a Monday."""
    steps = [Wait(24 * 7 - 2), Report(SECRET), Wait(3), hidden("dee", "SHOW"),
             hidden("dee", "ABOUT Ana Ruiz\nCLEAR"), Wait(24 * 8)]  # fmt: skip
    one = play("ana", steps, "none", **SCREENED)
    assert one.t.count_of("ana", "chair-status") == 2


def test_whoever_asks_about_a_name_hears_of_cases_open_to_them_only() -> None:
    """JU-29, PS-30: the register, a name in it, older cases, and a code name that was guessed."""
    asking = ["BANS", "BAN CHECK Sam Reed", "HISTORY Sam Reed", "STATUS {guess}", "DOC {guess}",
              "AUDIT {guess}", "CLOSE {guess} RESOLVED", "MERGE {guess} INTO {guess}"]  # fmt: skip
    steps = [Report(SECRET), Wait(1), hidden("dee", f"TAKE\n{ABOUT_SAM}"),
             hidden("dee", proposal("numpy")),
             *(hidden(p, "VOTE yes") for p in ("ana", "chi", "dee")), Wait(3),  Wait(3),
             *(Said(line) for line in asking), Wait(24)]  # fmt: skip
    one = play("bo", steps, extra=SPACES)
    assert one.t.house.records.case(one.cases[SECRET]).decision()


def test_bundles_leave_at_their_own_hour() -> None:
    """product.md 6: two-hourly, whatever else waits."""
    steps = [*BOTH, *let_in(SECRET, "dee ana chi fay"), hidden("ana", "TAKE"), seen("ana", "TAKE"),
             hidden("ana", "NEXT look at it again"), Wait(1), seen("dee", "SAFETY no"),
             Wait(24)]  # fmt: skip
    one = play("bo", steps, **SCREENED)
    assert one.t.count_of("bo", "notices")


def test_a_linked_report_of_theirs_counts_like_any_other_of_theirs() -> None:
    """Its sender gets a second receipt today neither in this world nor in the other."""
    steps = [Report(SECRET), Named("bo", "lee@council.test"), Probe(HARMLESS),
             Probe("Again. " + HARMLESS, proof=""), Probe("More. " + HARMLESS, proof=""),
             Wait(24 * 40)]  # fmt: skip
    one = play("lee", steps, extra=limits(1, 3, 3))
    assert one.t.house.records.case(one.cases["two"]).linked == one.cases[SECRET]


@pytest.mark.parametrize("erased", [False, True])
@pytest.mark.parametrize("person", ["ana", "bo"])
def test_a_hidden_case_is_no_third_one_in_the_summary(person: str, erased: bool) -> None:
    """GC-13: three are the first number that is told; of a case about us in the period after."""
    wish, labels = "CLOSE CODE AT-REPORTERS-WISH", ("one", "two")
    steps: list[Any] = [Report(SECRET), Wait(2), hidden("dee", "TAKE"), hidden("dee", wish)]
    steps += [Wait(24 * 125), *map(Report, labels), Wait(2)]
    steps += [Command(label, "dee", line) for label in labels for line in ("TAKE", wish)]
    steps += [Said("SUMMARY NOW"), Said("SUMMARY"), Wait(24 * 10)]
    keep = "100 days" if erased else "3000 days"
    rules = ("council_report = false", f'retain_resolved = "{keep}"')
    one = play(person, steps, procedure="gcc", overrides="\n".join(rules))
    assert (one.cases[SECRET] in one.t.house.records.house.past.erased) is erased
    assert one.t.count_of("ana", "periodic-summary")
