"""What a mail is: odd orders and addresses that a story cannot write (product.md 3 and 4)."""

from pathlib import Path

import pytest
from talk import ALIAS, Table, table

from cocmail.mail.letter import Fared, Letter, Refused, Sent

RITA = "rita@home.test"
WORDS = (
    "There was a lot of shouting in the call on Friday, and one person left in tears and has not "
    "been back since. I think that somebody should talk to all of them."
)


@pytest.fixture
def t(tmp_path: Path) -> Table:
    return table(tmp_path, procedure="numpy", members="ana bo chi dee")


def reports(t: Table, who: str = "ana") -> int:
    return t.count_of(who, "report")


def test_a_fresh_mail_in_the_reporters_own_thread_joins_their_case(t: Table) -> None:
    first = t.write(RITA, ALIAS, WORDS)
    thread = {"In-Reply-To": f"<{first.message_id}>", "References": f"<{first.message_id}>"}
    second = t.write(RITA, ALIAS, "And I forgot: it went on in the corridor.", headers=thread)
    third = {"In-Reply-To": f"<{second.message_id}>"}
    t.write(RITA, ALIAS, "And again today, in the same corridor.", headers=third)
    assert (reports(t), t.count_of("ana", "party-mail")) == (1, 2)
    assert "in the same corridor" in t.last("ana", "party-mail").text


def test_a_strangers_mail_in_that_thread_and_a_mail_without_it_are_reports(t: Table) -> None:
    first = t.write(RITA, ALIAS, WORDS)
    thread = {"In-Reply-To": f"<{first.message_id}>"}
    t.write("lou@home.test", ALIAS, f"I saw it as well. {WORDS}", headers=thread)
    t.write(RITA, ALIAS, f"Something else altogether. {WORDS}")
    assert (reports(t), t.count_of("ana", "party-mail")) == (3, 0)


def test_two_cases_named_in_one_mail_are_asked_about(t: Table) -> None:
    t.write(RITA, ALIAS, WORDS)
    t.write("lou@home.test", ALIAS, f"Another matter. {WORDS}")
    one, other = (d for d in t.box("bo") if d.template == "report")
    t.write("bo@members.test", one.reply_to, "TAKE", headers={"Cc": other.reply_to})
    assert "names more than one case" in t.last("bo", "confirm").text
    assert t.count_of("bo", "confirm") == 2
    assert t.count_of("bo", "transcript") == 0


def test_what_a_reported_person_writes_is_read_by_that_case_group_only(t: Table) -> None:
    t.write(RITA, ALIAS, f"It was Sam Reed, and Chi Okafor saw it. {WORDS}")
    t.answer(t.last("bo", "report"), "PARTY REPORTED Sam Reed sam@x.test")
    t.answer(t.last("dee", "report"), "RECUSE")
    code = t.last("bo", "report").subject.split("]")[0].strip("[")
    counts = {who: len(t.box(who)) for who in ("chi", "dee")}
    t.write("sam@x.test", ALIAS, f"Somebody complains about me, I hear. {WORDS}", name="Sam Reed")
    assert {who: len(t.box(who)) for who in ("chi", "dee")} == counts
    assert f"the reported person of {code}" in t.last("bo", "report").text
    assert (reports(t, "ana"), reports(t, "bo")) == (2, 2)


def test_the_receipt_of_a_reported_person_tells_nothing_of_the_case(
    t: Table, tmp_path: Path
) -> None:
    t.write(RITA, ALIAS, f"It was Sam Reed, and Chi Okafor saw it. {WORDS}")
    t.answer(t.last("bo", "report"), "PARTY REPORTED Sam Reed sam@x.test")
    without = table(tmp_path / "without", procedure="numpy", members="ana bo chi dee")
    for world in (t, without):
        world.write("sam@x.test", ALIAS, f"I was shouted at. {WORDS}", name="Sam Reed")
    assert t.last("sam@x.test").text == without.last("sam@x.test").text


@pytest.mark.parametrize("contact", [ALIAS, "conduct+to-bo@example.test", "bo@members.test"])
def test_a_contact_address_is_never_ours_nor_a_members(t: Table, contact: str) -> None:
    t.write(RITA, ALIAS, f"Contact: {contact}\n\n{WORDS}")
    assert len(t.box(RITA)) == 1
    assert not [d for d in t.boxes.get(contact, []) if not d.template]


def test_no_receipt_clock_runs_for_the_second_mail_of_a_day(t: Table) -> None:
    t.write(RITA, ALIAS, WORDS, proof="")
    t.write(RITA, ALIAS, f"A second matter. {WORDS}", proof="")
    t.wait(days=4)
    assert reports(t) == 2
    assert len(t.box(RITA)) == 1
    assert t.count_of("ana", "cannot-acknowledge") == 0


def test_a_receipt_says_so_when_nobody_may_read_it_yet(t: Table) -> None:
    names = "Ana Ruiz, Bo Lind, Chi Okafor, Dee Novak and Kim Sato"
    t.write(RITA, ALIAS, f"{names} were all unkind. {WORDS}")
    assert "Nobody may read it yet; somebody without a conflict is being" in t.last(RITA).text
    assert "0 members" not in t.last(RITA).text


@pytest.mark.parametrize("top", ["Bonjour,\n\nExclude: bo", "**Exclude:** bo", "*Exclude: bo*"])
def test_an_exclude_line_may_follow_a_greeting_and_be_bold(t: Table, top: str) -> None:
    t.write(RITA, ALIAS, f"{top}\n\n{WORDS}")
    assert (reports(t, "ana"), len(t.box("bo"))) == (1, 0)
    t.answer(t.last("ana", "report"), "ADMIT bo")
    assert "only their own yes lifts that" in t.last("ana", "refused").text


def test_a_later_exclude_line_keeps_that_member_out_from_then_on(t: Table) -> None:
    t.write(RITA, ALIAS, WORDS)
    before = len(t.box("chi"))
    t.answer(t.last(RITA), "Exclude: Chi Okafor\n\nPlease.")
    t.answer(t.last("ana", "report"), "Then we are three.")
    assert len(t.box("chi")) == before
    assert t.count_of("bo", "stepped-out") == 1
    t.answer(t.last("ana", "report"), "ADMIT Chi")
    assert "only their own yes lifts that" in t.last("ana", "refused").text


QMAIL = """From: MAILER-DAEMON@mx.x.test
To: {alias}
Subject: failure notice

Hi. This is the qmail-send program at mx.x.test.
I'm afraid I wasn't able to deliver your message to the following addresses.
This is a permanent error; I've given up. Sorry it didn't work out.

<{rita}>:
Sorry, no mailbox here by that name. (#5.1.1)

--- Below this line is a copy of the message.

Message-ID: <{id}>
Subject: Your message
"""


def test_an_old_bounce_at_the_alias_is_known_by_the_message_id_inside(t: Table) -> None:
    t.write(RITA, ALIAS, WORDS)
    receipt = t.box(RITA)[-1].mail
    mail = QMAIL.format(alias=ALIAS, rita=RITA, id=receipt.message_id)
    t.take(mail.replace("\n", "\r\n").encode(), "", ALIAS)
    t.run()
    assert t.count_of("ana", "cannot-acknowledge") == 1
    assert (reports(t), t.count_of("bo", "quarantine")) == (1, 0)
    assert RITA not in t.last("ana", "cannot-acknowledge").text


def test_a_bounce_of_no_letter_of_ours_waits_in_quarantine(t: Table) -> None:
    t.write(RITA, ALIAS, WORDS)
    mail = QMAIL.format(alias=ALIAS, rita=RITA, id="k7.one@project.test")
    t.take(mail.replace("\n", "\r\n").encode(), "", ALIAS)
    t.wait(hours=1)
    assert t.count_of("ana", "quarantine") == 1
    assert (reports(t), t.count_of("ana", "cannot-acknowledge")) == (1, 0)


@pytest.mark.parametrize(
    ("status", "pauses"), [("5.1.1", True), ("5.2.1", True), ("5.7.1", False), ("", False)]
)
def test_a_member_whose_address_fails_waits_until_they_write(
    t: Table, status: str, pauses: bool
) -> None:
    """The group is told at once; nothing is lost, and nothing of it concerns another case."""
    t.write(RITA, ALIAS, WORDS)
    t.write("lou@home.test", ALIAS, f"Another matter. {WORDS}")
    mine = {who: next(d for d in t.box(who) if d.template == "report") for who in ("ana", "bo")}
    other = t.last("ana", "report")

    def refuses_bo(letter: Letter, _: int) -> Fared:
        return Refused(550, status) if letter.recipient.startswith("bo@") else Sent()

    t.hop = refuses_bo
    t.answer(mine["ana"], "I shall look into it tonight.")
    t.hop = lambda _letter, _attempt: Sent()
    told = [d.text for d in t.box("chi") if d.template == "notices"]
    assert any("the address fails" in text for text in told) == pauses
    t.answer(mine["ana"], "And again on Thursday.")
    assert any("on Thursday" in d.text for d in t.box("bo")) != pauses
    t.answer(other, "And this one I know already.")
    assert "this one I know" in t.last("bo", "talk").text
    t.answer(mine["bo"], "SAFETY no")
    assert any("on Thursday" in d.text for d in t.box("bo"))
    t.close()


def test_a_report_that_names_no_address_is_told_at_once_and_every_other_clock_runs(
    t: Table,
) -> None:
    """E-5, variant: no usable From or Reply-To; there is no receipt whose clock could run (T41)."""
    t.write("x7@throwaway.test", ALIAS, WORDS, proof="", change=lambda m: m.__delitem__("From"))
    assert "names no address" in t.last("ana", "cannot-acknowledge").text
    assert "not confirmed" not in t.last("ana", "report").text
    t.answer(t.last("ana", "report"), "STATUS")
    said = t.last("ana", "case-status").text
    assert "outcome, or news with a date: 2026-03-" in said
    assert "a first answer by a person" not in said
    t.wait(days=15)
    assert t.count_of("ana", "cannot-acknowledge") == 1, "no receipt is overdue"
    assert "Overdue" in t.last("ana", "chair-status").text
    assert [box for box in t.boxes if "throwaway" in box] == []
