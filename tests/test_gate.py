"""The gate's table: who gets which letter, by door and by where they stand in the case.

The cases are folded from facts in memory; words, bytes and mailboxes are tested in the stories.
"""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from mutations import MUTATIONS, Mutation
from talk import MONDAY, Table, table, toml

import cocmail
from cocmail.core import entries as e
from cocmail.core.audience import CaseGroup, One, PartyTo, Presiding, Readers
from cocmail.core.case import Case
from cocmail.core.fold import fold
from cocmail.doors import DOORS, OUTSIDE_UNAPPROVED
from cocmail.gate import Errand, Parked, Withheld
from cocmail.mail.letter import Letter

# Where each of these people stands in the case below.
STANDS = {
    "ana": "in",  # chair
    "bo": "in",
    "chi": "asked",
    "dee": "recused",
    "eli": "excluded",
    "fay": "paused",
    "gus": "silent",
}


@pytest.fixture(scope="module")
def committee(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Table]:
    folder = tmp_path_factory.mktemp("gate")
    made = table(folder, advisers="gus", members="ana bo chi dee eli fay")
    yield made
    made.close()


def folded(*facts: e.Entry, no: int = 1) -> Case:
    case = Case(no)
    for entry in facts:
        fold(case, entry, MONDAY)
    return case


def opened() -> tuple[e.Entry, ...]:
    return (
        e.Opened("numfocus", "1", "", silent_out=True),
        e.MailKept(1, "R1", "report", 0, "Rita Vale"),
        e.PartyNamed("R1", "reporter", "Rita Vale", 5, confirmed=True),
        e.PartyNamed("P1", "reported", "Sam Reed", 6, confirmed=True),
        e.Held("screening"),
        e.Excluded("eli", "matched"),
        e.ScreenerAsked("ana"),
        e.QuestionOpened(1, "Sam Reed", "ana"),
        *(e.QuestionSent(1, p) for p in STANDS if p != "eli"),
        e.Recused("dee"),
    )


def released() -> tuple[e.Entry, ...]:
    return (
        *opened(),
        *(e.Cleared(p, 1) for p in ("ana", "bo", "fay")),
        e.Released("home shelf"),
        *(e.Entered(p) for p in ("ana", "bo", "fay")),
        e.Paused("fay", "half-recusal"),
        e.QuestionOpened(2, "Ira Holm", "bo", after_release=True),
        e.QuestionSent(2, "chi"),
        e.Cleared("ana", 2),
        e.MailKept(2, "R1", "party", 0, "Rita Vale", withheld=("bo",)),
    )


def told(committee: Table, case: Case, template: str, reader: str, **about: str) -> str:
    """The rule that keeps the letter back, or "yes"."""
    errand = Errand(9, case.no, template, reader, tuple(sorted(about.items())))
    frame = committee.house.frame(MONDAY)
    answer = committee.house.gate.may(errand, case, frame)
    assert answer is None or isinstance(answer, Withheld | Parked)
    return "yes" if answer is None else answer.rule


def who_gets(committee: Table, case: Case, template: str, **about: str) -> set[str]:
    return {p for p in STANDS if told(committee, case, template, f"member:{p}", **about) == "yes"}


def one(door: str) -> list[str]:
    return sorted(t for t, d in DOORS.items() if d == door)


# -- after release --------------------------------------------------------------------------------


@pytest.mark.parametrize("template", [*one("group"), *one("readers")])
def test_letters_of_the_case_go_to_the_case_group(committee: Table, template: str) -> None:
    case = folded(*released())
    assert who_gets(committee, case, template) == {"ana", "bo"}
    assert told(committee, case, template, "member:fay") == "paused"


@pytest.mark.parametrize("template", ["party-mail", "report"])
def test_a_mail_that_names_a_member_is_kept_from_them(committee: Table, template: str) -> None:
    case = folded(*released())
    assert who_gets(committee, case, template, mail="2") == {"ana"}
    assert who_gets(committee, case, template, mail="1") == {"ana", "bo"}
    fold(case, e.MailUnlocked(2, "bo", "ana"), MONDAY)
    assert who_gets(committee, case, template, mail="2") == {"ana", "bo"}


@pytest.mark.parametrize("template", sorted(DOORS))
def test_the_excluded_get_nothing_at_all_of_a_case(committee: Table, template: str) -> None:
    for facts in (opened(), released(), (*released(), e.Closed("RESOLVED", "", "ana"))):
        case = folded(*facts)
        for about in ({}, {"q": "1"}, {"q": "2"}, {"out": "yes"}, {"listing": "yes"}):
            assert told(committee, case, template, "member:eli", **about) == "excluded"


@pytest.mark.parametrize("template", sorted(DOORS))
def test_who_stepped_out_gets_last_words_alone(committee: Table, template: str) -> None:
    for facts in (opened(), released()):
        said = told(committee, folded(*facts), template, "member:dee", q="1")
        assert said == ("yes" if template == "delete-please" else "recused")
    assert told(committee, folded(*released()), "refused", "member:dee", out="yes") == "yes"


@pytest.mark.parametrize("template", sorted({*one("own"), *one("house")}))
def test_answers_and_the_houses_mail_reach_whoever_is_not_out(
    committee: Table, template: str
) -> None:
    case = folded(*released())
    assert who_gets(committee, case, template) == set(STANDS) - {"dee", "eli"}
    # A recusal is of one case, not of the house.
    assert who_gets(committee, Case(0), template) == set(STANDS)


@pytest.mark.parametrize("template", one("presiding"))
def test_the_presidings_mail_goes_to_whoever_presides_now(committee: Table, template: str) -> None:
    case = folded(*released())
    assert who_gets(committee, case, template) == {"ana"}
    fold(case, e.Recused("ana"), MONDAY)
    assert who_gets(committee, case, template) == {"bo"}


@pytest.mark.parametrize("template", sorted(DOORS))
def test_nobody_off_the_roster_gets_a_members_letter(committee: Table, template: str) -> None:
    assert told(committee, folded(*released()), template, "member:zed") == "off-roster"


# -- before release -------------------------------------------------------------------------------


@pytest.mark.parametrize("template", [*one("readers"), *one("screener")])
def test_a_held_report_is_its_screeners_alone(committee: Table, template: str) -> None:
    case = folded(*opened())
    assert who_gets(committee, case, template) == {"ana"}
    fold(case, e.ScreenerLeft("ana", "silent"), MONDAY)
    # While nobody reads, whoever presides is reminded; that letter holds no word of the report.
    reminded = {"ana"} if template in ("reminder", "cannot-acknowledge") else set()
    assert who_gets(committee, case, template) == reminded
    fold(case, e.ScreenerAsked("bo"), MONDAY)
    assert who_gets(committee, case, template) == {"bo"}


@pytest.mark.parametrize("template", one("group"))
def test_before_release_there_is_no_group(committee: Table, template: str) -> None:
    assert who_gets(committee, folded(*opened()), template) == set()


def test_a_hold_notice_is_over_with_the_hold(committee: Table) -> None:
    assert who_gets(committee, folded(*released()), "held") == set()


def test_the_question_goes_to_those_who_still_owe_an_answer(committee: Table) -> None:
    case = folded(*opened())
    asked = set(STANDS) - {"dee", "eli"}
    assert who_gets(committee, case, "conflict-question", q="1") == asked
    fold(case, e.Cleared("bo", 1), MONDAY)
    assert who_gets(committee, case, "conflict-question", q="1") == asked - {"bo"}
    fold(case, e.QuestionClosed(1), MONDAY)
    assert who_gets(committee, case, "conflict-question", q="1") == set()
    assert who_gets(committee, case, "conflict-question", q="7") == set()
    closed = folded(*released(), e.Closed("RESOLVED", "", "ana"))
    assert who_gets(committee, closed, "conflict-question", q="1") == set()


@pytest.mark.parametrize("template", sorted(DOORS))
def test_of_spam_only_the_news_is_shown(committee: Table, template: str) -> None:
    """Another member can undo SPAM, so the group hears of it; nobody gets its words."""
    case = folded(*released(), e.MarkedSpam("ana"))
    if DOORS[template] in ("own", "house"):
        return
    shown = {"ana", "bo"} if template == "notices" else set()
    assert who_gets(committee, case, template, q="1") - {"dee"} == shown  # dee's are last words


# -- parties --------------------------------------------------------------------------------------


def drafted(committee: Table, template: str = "outcome-reported", ref: str = "P1") -> Case:
    """A case with a letter that was drafted, and the digest it was shown with."""
    case = folded(*released())
    words = ("A subject", "Some words nobody wrote in the report.")
    digest = committee.house.gate.digest_of(case, ref, template, *words)
    fold(case, e.Drafted("3F7K", template, ref, "ana", *words, digest), MONDAY)
    return case


def approved(committee: Table, template: str = "outcome-reported", ref: str = "P1") -> Case:
    case = drafted(committee, template, ref)
    fold(case, e.Approved("3F7K", "bo", case.drafts["3F7K"].digest), MONDAY)
    return case


LETTER = {"draft": "3F7K"}


def test_a_drafted_letter_leaves_when_another_agreed(committee: Table) -> None:
    case = drafted(committee)
    assert told(committee, case, "outcome-reported", "party:P1", **LETTER) == "not-approved"
    case = approved(committee)
    assert told(committee, case, "outcome-reported", "party:P1", **LETTER) == "yes"
    assert told(committee, case, "outcome-reported", "party:P1", draft="9X9X") == "not-approved"
    fold(case, e.Stopped("3F7K", "ana"), MONDAY)
    assert told(committee, case, "outcome-reported", "party:P1", **LETTER) == "not-approved"


@pytest.mark.parametrize("who", ["ana", "bo"])
def test_an_approval_falls_with_its_author_or_its_reader(committee: Table, who: str) -> None:
    case = approved(committee)
    fold(case, e.Recused(who), MONDAY)
    assert told(committee, case, "outcome-reported", "party:P1", **LETTER) == "not-approved"


@pytest.mark.parametrize("change", ["text", "subject", "role"])
def test_approval_binds_words_and_role(committee: Table, change: str) -> None:
    case = approved(committee)
    if change == "role":
        case.parties["P1"].role = "witness"
    else:
        setattr(case.drafts["3F7K"], change, "other words")
    assert told(committee, case, "outcome-reported", "party:P1", **LETTER) == "changed-since"


def test_the_check_runs_once_more_at_the_moment_of_sending(committee: Table) -> None:
    """A name that came later stops a letter that was approved before."""
    case = drafted(committee)
    draft = case.drafts["3F7K"]
    draft.text = "Rita Vale told us."
    draft.digest = committee.house.gate.digest(case, "3F7K")
    fold(case, e.Approved("3F7K", "bo", draft.digest), MONDAY)
    assert told(committee, case, "outcome-reported", "party:P1", **LETTER) == "check-hit"


@pytest.mark.parametrize(
    "template", ["question", "outcome-reporter", "no-violation", "outcome-reported", "talk"]
)
def test_words_of_people_need_a_draft(committee: Table, template: str) -> None:
    assert told(committee, folded(*released()), template, "party:R1") == "not-approved"


@pytest.mark.parametrize("template", ["receipt", "status-reporter", "arrived-too"])
def test_templates_alone_need_none(committee: Table, template: str) -> None:
    assert told(committee, folded(*released()), template, "party:R1") == "yes"


@pytest.mark.parametrize("template", one("outside"))
def test_offices_get_what_two_members_stand_behind(committee: Table, template: str) -> None:
    """Moderators, administrators and the council: a draft, or template words alone."""
    wordless = template in OUTSIDE_UNAPPROVED
    answer = told(committee, folded(*released()), template, "member:ana")
    assert answer == ("yes" if wordless else "not-approved")


def test_the_first_contact_names_the_lead_of_the_moment(committee: Table) -> None:
    case = folded(*released(), e.LeadTaken("ana", "ana"))
    assert told(committee, case, "first-contact", "party:R1", contact="ana") == "yes"
    fold(case, e.LeadTaken("bo", "ana"), MONDAY)
    assert told(committee, case, "first-contact", "party:R1", contact="ana") == "lead-changed"


@pytest.mark.parametrize(
    ("template", "draft", "answer"),
    [
        ("receipt", "", "yes"),
        ("status-reporter", "", "yes"),
        ("status-reporter", "3F7K", "unconfirmed"),  # a drafted one is a member's words
        ("arrived-too", "", "unconfirmed"),
        ("outcome-reporter", "3F7K", "unconfirmed"),
    ],
)
def test_an_unconfirmed_address_gets_receipt_and_neutral_status_alone(
    committee: Table, template: str, draft: str, answer: str
) -> None:
    """Product 4: everything else waits for the first reply, and then leaves."""
    case = approved(committee, template, "R1") if draft else folded(*released())
    case.parties["R1"].confirmed = False
    about = LETTER if draft else {}
    assert told(committee, case, template, "party:R1", **about) == answer
    fold(case, e.AddressConfirmed("R1"), MONDAY)
    assert told(committee, case, template, "party:R1", **about) == "yes"


def test_nothing_goes_where_authentication_failed(committee: Table) -> None:
    case = folded(*released())
    case.parties["R1"].answerable = False
    assert told(committee, case, "receipt", "party:R1") == "no-address"
    assert told(committee, case, "receipt", "party:R7") == "no-address"


@pytest.mark.parametrize("end", [e.MarkedSpam("ana"), e.Merged(2, "ana")])
def test_a_voided_case_writes_to_no_party(committee: Table, end: e.Entry) -> None:
    case = folded(*released(), end)
    assert told(committee, case, "status-reporter", "party:R1") == case.state


# -- a role becomes people ------------------------------------------------------------------------


def test_readers_of_each_role(committee: Table) -> None:
    gate, frame = committee.house.gate, committee.house.frame(MONDAY)
    case, before = folded(*released()), folded(*opened())
    assert gate.readers(CaseGroup(), case, frame) == ["member:ana", "member:bo", "member:fay"]
    assert gate.readers(CaseGroup(("bo",)), case, frame) == ["member:ana", "member:fay"]
    assert gate.readers(CaseGroup(), before, frame) == []
    assert gate.readers(Readers(), before, frame) == ["member:ana"]
    assert gate.readers(Readers(("ana",)), before, frame) == []
    assert gate.readers(Readers(), case, frame) == gate.readers(CaseGroup(), case, frame)
    assert gate.readers(One("chi"), case, frame) == ["member:chi"]
    assert gate.readers(One(""), case, frame) == []
    assert gate.readers(PartyTo("R1"), case, frame) == ["party:R1"]
    assert gate.readers(Presiding(), case, frame) == ["member:ana"]


# -- the letter -----------------------------------------------------------------------------------


def test_a_letter_has_one_recipient_and_no_outsider_in_its_head(tmp_path: Path) -> None:
    t = table(tmp_path, procedure="numpy")
    t.write(
        "rita@home.test", "conduct@example.test", "Somebody shouts at people.", name="Rita Vale"
    )
    for address, letters in t.boxes.items():
        for one_letter in letters:
            assert [a.addr for a in one_letter.mail.to] == [address]
            assert not one_letter.mail.cc
            assert [a.addr for a in one_letter.mail.senders] == ["conduct@example.test"]
            head = one_letter.raw.partition(b"\r\n\r\n")[0]
            if address != "rita@home.test":
                assert b"rita@" not in head
            else:
                assert b"@members.test" not in one_letter.raw
                assert not one_letter.template
    t.close()


def test_an_approval_is_for_one_address(tmp_path: Path) -> None:
    t = table(tmp_path, procedure="numpy")
    t.write("rita@home.test", "conduct@example.test", "Somebody shouts at people.")
    case, gate = t.house.records.case(1), t.house.gate
    with t.house.batch():
        first, other = (t.house.store.keep_text(1, a) for a in (b"sam@x.test", b"sam@y.test"))
    fold(case, e.PartyNamed("P1", "reported", "Sam Reed", first), MONDAY)
    before = gate.digest_of(case, "P1", "outcome-reported", "a subject", "words")
    fold(case, e.PartyNamed("P1", "reported", "Sam Reed", other), MONDAY)
    assert gate.digest_of(case, "P1", "outcome-reported", "a subject", "words") != before
    t.close()


def test_who_wants_notices_gets_no_word_until_they_fetch_it(tmp_path: Path) -> None:
    """product.md 7: of a case only that there is something to fetch."""
    own = 'addresses = ["bo@members.test", "bo@work.test"]\n'
    text = toml("numpy", "ana bo dee fay").replace(own, f'{own}delivery = "notice"\n')
    t = table(tmp_path, text)
    t.write("rita@home.test", "conduct@example.test", "Somebody shouts at people.")
    assert "shouts" in t.last("ana", "report").text
    for one_letter in t.box("bo"):
        assert "shouts" not in one_letter.text + one_letter.mail.html + one_letter.subject
    t.answer(t.last("bo"), "READ")
    assert "shouts" in t.last("bo").text
    t.close()


def test_a_retry_asks_the_gate_again(tmp_path: Path) -> None:
    """Promise 3: what was allowed at 10:00 is not allowed at 10:06."""
    t = table(tmp_path, procedure="numpy")
    t.write("rita@home.test", "conduct@example.test", "Somebody shouts at people.")
    frame = t.house.frame(MONDAY)
    case = t.house.records.case(1)
    errand = Errand(99, 1, "report", "member:bo", (("mail", "all"),))
    assert isinstance(t.house.gate.letter(errand, case, frame), Letter)
    t.now += timedelta(minutes=5)
    t.answer(t.last("bo", "report"), "RECUSE")
    case = t.house.records.case(1)
    again = t.house.gate.letter(errand, case, t.house.frame(t.now))
    assert again == Withheld("recused")
    t.close()


@pytest.mark.parametrize("mutation", MUTATIONS, ids=lambda m: m.rule)
def test_every_mutation_still_fits_the_source(mutation: Mutation) -> None:
    source = (Path(cocmail.__file__).parent / mutation.file).read_text()
    assert source.count(mutation.old) == 1
    assert mutation.new != mutation.old
