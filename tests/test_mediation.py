"""Mediation and second addresses from end to end: what is kept, who is told, and in which order."""

import re
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from talk import ALIAS, Deferred, Delivered, Sent, Table, id_in, table

from cocmail.records import PARTY_BIT, of_party, party_number, party_ref, party_tag

RITA, SAM, PIA, NOA = "rita@work.test", "sam@x.test", "pia@f.test", "noa@w.test"
WORDS = (
    "Sam Reed and I have quarrelled in the reviews of the parser for weeks, and neither of us was "
    "kind; I would rather find a way to work together than go on like this.\n\nRita Vale"
)
SECRET = ("zwibble", "frandle", "snorple")


@pytest.fixture
def numpy(tmp_path: Path) -> Iterator[Table]:
    made = opened(tmp_path)
    yield made
    made.close()


def opened(folder: Path) -> Table:
    t = table(folder, procedure="numpy", members="ana bo chi", overrides='undo_window = "0"')
    t.write(RITA, ALIAS, WORDS, name="Rita Vale", subject="Reviews")
    say(t, "chi", "TAKE\nSEVERE no\nPARTY REPORTED Sam Reed sam@x.test")
    return t


def say(t: Table, who: str, text: str) -> None:
    """A member answers the report with these lines."""
    t.now = t.now.replace(second=(t.now.second + 1) % 60)
    t.answer(t.last(who, "report"), text)


def approve(t: Table) -> None:
    """Bo agrees to whatever Chi drafted last."""
    say(t, "bo", f"OK {id_in(t.last('bo', 'preview'))}")


def letter(t: Table, who: str, words: str) -> Delivered:
    """The newest letter to a party that says this."""
    found = [d for d in t.box(who) if words in d.text]
    assert found, f"{who} has none with {words!r}: {[d.text[:80] for d in t.box(who)]}"
    return found[-1]


def agreed(t: Table, *, named: bool = True) -> None:
    """Everybody agrees that Pia mediates, and she has the brief."""
    say(t, "chi", "MEDIATE CANDIDATE Pia Falk pia@f.test")
    approve(t)
    t.answer(letter(t, PIA, "AGREE"), "AGREE")
    say(t, "chi", "MEDIATE INVITE")
    approve(t)
    t.answer(letter(t, RITA, "A mediator talks"), "Yes.")
    say(t, "ana", "MEDIATE YES R1" + (" NAMED" if named else ""))
    say(t, "chi", "MEDIATE INVITE")
    approve(t)
    t.answer(letter(t, SAM, "A mediator talks"), "Yes.")
    say(t, "ana", "MEDIATE YES P1")
    approve(t)


def relay(t: Table, name: str) -> str:
    """The address that Pia's brief prints for this party."""
    found = re.search(rf"{name}: (\S+)", letter(t, PIA, "agreed that you mediate").text)
    assert found
    return found[1]


def everything_kept(t: Table) -> str:
    """Every fact, text, errand and transit text of the house, unsealed."""
    store = t.house.store
    cases = range(4)
    kept = [row.payload for no in cases for row in store.entries(no)]
    kept += [store.text(no, n) for no in cases for n in range(1, 300)]
    kept += [row.payload for no in cases for row in store.errands_of(no)]
    kept += [store.transit(n) or b"" for n in range(1, 300)]
    return b"\n".join(kept).decode("utf-8", "replace")


# -- JU-42: nothing of it is kept ------------------------------------------------------------------


def test_nothing_of_the_talk_is_in_the_store(numpy: Table) -> None:
    """JU-42: not in the log, not in a text, and in transit only until it was passed on."""
    t = numpy
    agreed(t)
    t.write(PIA, relay(t, "Rita Vale"), "What about the zwibble?")
    t.answer(letter(t, RITA, "zwibble"), "It was a frandle, really.", attach=(
        ("frandle.txt", "text/plain", b"a snorple"),))  # fmt: skip
    t.answer(letter(t, PIA, "frandle"), "Then a snorple it is.", subject="zwibble")
    t.answer(
        letter(t, RITA, "snorple"), "Away: zwibble.", headers={"Auto-Submitted": "auto-replied"}
    )
    t.answer(letter(t, RITA, "snorple"), "A strange frandle.", sender="rita@home.test")
    t.answer(letter(t, PIA, "agreed that you mediate"), "They will share the snorple.")
    kept = everything_kept(t)
    assert "parser" in kept, "the report is kept, so that this test looks in the right place"
    assert "mediation-talk" in kept, "that a letter left is a fact; its words are not"
    for word in SECRET:
        assert word not in kept
    for who in ("ana", "bo", "chi"):
        assert not [d for d in t.box(who) if any(w in str(d.raw) for w in SECRET)]
    assert t.house.store.verify_chain() is None


def test_a_bounce_of_the_talk_is_noted_without_its_words(numpy: Table) -> None:
    """JU-42: a delivery report quotes what it returns."""
    t = numpy
    agreed(t)
    t.write(PIA, relay(t, "Sam Reed"), "What about the zwibble?")
    sent = letter(t, SAM, "zwibble")
    report = (
        f"From: MAILER-DAEMON@relay.test\r\nTo: {sent.sender}\r\nSubject: failed\r\n"
        "MIME-Version: 1.0\r\nContent-Type: multipart/report; report-type=delivery-status; "
        'boundary="b"\r\n\r\n--b\r\nContent-Type: text/plain\r\n\r\nsorry\r\n--b\r\n'
        "Content-Type: message/delivery-status\r\n\r\nReporting-MTA: dns; relay.test\r\n\r\n"
        f"Final-Recipient: rfc822; {SAM}\r\nAction: failed\r\nStatus: 5.1.1\r\n\r\n--b\r\n"
        "Content-Type: message/rfc822\r\n\r\n"
    ).encode()
    t.take(report + sent.raw + b"\r\n--b--\r\n", "", sent.sender)
    t.run()
    assert "could not be delivered to Sam Reed" in t.box(PIA)[-1].text
    assert "zwibble" not in everything_kept(t)
    assert not [d for d in t.box("chi") if d.template == "cannot-acknowledge"]


def test_what_waits_when_it_ends_is_not_passed_on(numpy: Table) -> None:
    """Promise 3: the gate asks again at every attempt, and the words are destroyed."""
    t = numpy
    agreed(t)
    t.hop = lambda one, _: Deferred(451) if one.recipient == SAM else Sent()
    t.write(PIA, relay(t, "Sam Reed"), "What about the zwibble?")
    assert "zwibble" in everything_kept(t), "in transit"
    say(t, "chi", "MEDIATE CLOSE")
    t.hop = lambda _, __: Sent()
    t.wait(days=1)
    assert not [d for d in t.box(SAM) if "zwibble" in d.text]
    assert "zwibble" not in everything_kept(t)


def test_the_report_is_kept_without_what_is_quoted_below_it(numpy: Table) -> None:
    """JU-43: the vetted words are filed, the talk under them is not."""
    t = numpy
    agreed(t)
    t.write(PIA, relay(t, "Rita Vale"), "What about the zwibble?")
    t.answer(letter(t, RITA, "zwibble"), "A frandle, in fact.")
    below = letter(t, PIA, "frandle").text
    quoted = "\n".join(f"> {line}" for line in below.split("\n"))
    words = f"They go on together.\nVetted by: Rita, P1\n\nOn Monday, R1 wrote:\n{quoted}\n"
    t.write(PIA, letter(t, PIA, "agreed that you mediate").reply_to, words, attach=(
        ("plan.txt", "text/plain", b"one leek"),))  # fmt: skip
    assert "They go on together." in t.last("chi", "party-mail").text
    kept = everything_kept(t)
    assert "They go on together." in kept
    assert "frandle" not in kept
    assert b"one leek" in t.last("chi", "party-mail").mail.attachments[0].content
    say(t, "chi", "DOC")
    assert "mediation-talk" not in t.last("chi", "document").text


def test_a_reply_whose_tag_was_lost_is_passed_on_as_well(numpy: Table) -> None:
    """JU-42: known by the letter it answers, and no less private for it."""
    t = numpy
    agreed(t)
    t.write(PIA, relay(t, "Rita Vale"), "What about the zwibble?")
    t.write(RITA, ALIAS, "A frandle, in fact.", answers=letter(t, RITA, "zwibble"))
    assert "A frandle, in fact." in t.box(PIA)[-1].text
    assert "frandle" not in everything_kept(t)


def test_who_writes_to_the_committee_as_well_is_heard_by_it(numpy: Table) -> None:
    """Nothing is lost: what is sent to the committee's own handle too is for the committee."""
    t = numpy
    agreed(t)
    t.write(PIA, relay(t, "Rita Vale"), "What about the zwibble?")
    both = letter(t, RITA, "zwibble")
    t.write(RITA, f"{both.reply_to}, {t.box(RITA)[0].reply_to}", "I am afraid of them.",
            answers=both)  # fmt: skip
    assert "I am afraid of them." in t.box(PIA)[-1].text
    assert "I am afraid of them." in t.last("chi", "party-mail").text
    assert "zwibble" not in everything_kept(t)


# -- JU-38, JU-39: the order, and the name ---------------------------------------------------------

MOVES = st.lists(
    st.sampled_from(
        ["MEDIATE CANDIDATE Pia Falk pia@f.test", "MEDIATE CANDIDATE Noa Winter noa@w.test",
         "MEDIATE INVITE", "MEDIATE INVITE", "MEDIATE INVITE P1", "MEDIATE INVITE\nIn writing.",
         "MEDIATE YES R1", "MEDIATE YES R1 NAMED", "MEDIATE YES R1 WITH Noa Winter",
         "MEDIATE YES P1", "MEDIATE YES P1 WITH Noa Winter", "MEDIATE NO R1", "MEDIATE NO P1",
         "MEDIATE CLOSE", "ok", "ok", "ok", "ok", "clear", "clear", "clear", "decline", "day",
         "week", "next", "next", "next", "next"]),
    min_size=4, max_size=24,
)  # fmt: skip
# The way that leads to an agreement, one step at a time.
WAY = ("MEDIATE CANDIDATE Pia Falk pia@f.test", "ok", "clear", "MEDIATE INVITE", "ok",
       "MEDIATE YES R1", "MEDIATE INVITE", "ok", "MEDIATE YES P1", "ok")  # fmt: skip


@settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
@given(moves=MOVES, begun=st.integers(0, len(WAY)))
def test_nobody_is_asked_before_their_turn_or_named_without_their_word(
    moves: list[str], begun: int
) -> None:
    """JU-36, JU-38, JU-39: whatever members write, in any order."""
    with TemporaryDirectory() as folder:
        t = opened(Path(folder))
        try:
            way = iter(WAY[begun:])
            for move in (*WAY[:begun], *moves):
                _move(t, next(way, "day") if move == "next" else move)
                _look(t)
        finally:
            t.close()


def _move(t: Table, move: str) -> None:
    if move in ("day", "week"):
        before = {who: _invitations(t, who) for who in (RITA, SAM)}
        t.wait(days=1 if move == "day" else 7)
        after = {who: _invitations(t, who) for who in (RITA, SAM)}
        assert before == after, "time brings nobody an invitation, nor a reminder of one (JU-36)"
    elif move == "ok":
        waiting = [d.id for d in t.house.records.case(1).drafts.values() if d.state == "waiting"]
        say(t, "bo", "\n".join(f"OK {i}" for i in waiting) or "STATUS")
    elif move in ("clear", "decline"):
        for who in (PIA, NOA):
            if t.box(who):
                t.answer(t.box(who)[-1], move)
    else:
        say(t, "chi", move)


def _invitations(t: Table, who: str) -> int:
    return len([d for d in t.box(who) if "A mediator talks" in d.text])


def _look(t: Table) -> None:
    case = t.house.records.case(1)
    said = [step for step, _ in case.mediation.steps]
    agreed_r = [s for s in said if type(s).__name__ == "PartyAnswered" and s.ref == "R1" and s.yes]  # type: ignore[union-attr]
    named = [s for s in agreed_r if s.named]  # type: ignore[union-attr]
    if not agreed_r:
        assert not _invitations(t, SAM), "the reporter is asked first"
    if not named:
        for who in (SAM, PIA, NOA):
            for got in t.box(who):
                assert not re.search("Rita|Vale", got.text), got.text
    for who in (RITA, SAM):
        texts = [d.text for d in t.box(who) if "A mediator talks" in d.text]
        assert len(texts) == len(set(texts)), "nobody is asked the same twice (JU-36)"
    for who in (PIA, NOA):
        for got in t.box(who):
            assert "parser" not in got.text
    if case.mediation.stage == "agreed":
        assert all(case.mediation.said[ref].yes for ref in ("R1", "P1"))
        assert {case.mediation.said[r].mediator for r in ("R1", "P1")} == {case.mediation.mediator}
        assert case.mediation.willing[case.mediation.mediator]


def test_terms_of_their_own_are_agreed_to_anew(numpy: Table) -> None:
    """JU-40: who agreed to other terms has not agreed to these."""
    t = numpy
    say(t, "chi", "MEDIATE CANDIDATE Pia Falk pia@f.test")
    approve(t)
    t.answer(letter(t, PIA, "AGREE"), "No conflict.")
    say(t, "chi", "MEDIATE INVITE")
    approve(t)
    say(t, "chi", "MEDIATE YES R1 NAMED")
    say(t, "chi", "MEDIATE INVITE\nThe talks are in writing only.")
    assert "in writing only" in t.last("bo", "preview").text
    assert "rita@work.test" in t.last("bo", "preview").text, (
        "the reporter is asked about them first"
    )
    assert "the yes of R1 is not recorded" in _refused(t, "MEDIATE INVITE P1")


def _refused(t: Table, text: str) -> str:
    say(t, "chi", text)
    return " ".join(t.last("chi", "refused").text.split())


def test_an_invitation_that_waits_when_the_reporter_says_no_never_leaves(numpy: Table) -> None:
    """JU-38: the OK of an invitation is refused without the reporter's yes."""
    t = numpy
    say(t, "chi", "MEDIATE CANDIDATE Pia Falk pia@f.test")
    approve(t)
    t.answer(letter(t, PIA, "AGREE"), "agree")
    say(t, "chi", "MEDIATE INVITE")
    approve(t)
    say(t, "chi", "MEDIATE YES R1 NAMED")
    say(t, "chi", "MEDIATE INVITE")
    waiting = id_in(t.last("bo", "preview"))
    say(t, "ana", "MEDIATE NO R1")
    say(t, "bo", f"OK {waiting}")
    assert "no longer holds" in t.last("bo", "refused").text
    t.wait(days=2)
    assert not t.box(SAM)


def test_where_the_manual_has_no_mediation_there_is_none(tmp_path: Path) -> None:
    t = table(tmp_path, procedure="gcc", members="ana bo chi")
    t.write(RITA, ALIAS, WORDS, name="Rita Vale")
    for line in ("MEDIATE CANDIDATE Pia Falk pia@f.test", "MEDIATE INVITE", "MEDIATE CLOSE"):
        assert "This procedure has no mediation" in _refused(t, line)
    t.close()


def test_mediation_stops_the_other_letters_until_it_is_over(numpy: Table) -> None:
    """JU-40: while all may still agree, nothing else is settled."""
    t = numpy
    agreed(t)
    code = t.house.records.case(1).code
    assert "a mediation is under way" in _refused(t, f"CLOSE {code} RESOLVED")
    say(t, "chi", "MEDIATE CLOSE")
    assert "a mediation is under way" not in _refused(t, f"CLOSE {code} RESOLVED")


def test_the_clock_of_the_case_stands_still_meanwhile(numpy: Table) -> None:
    """JU-41: 14 days to resolve, and six of them with a mediator at work."""
    t = numpy
    agreed(t)
    before = t.count_of("chi", "reminder")
    t.wait(days=6)
    say(t, "chi", "MEDIATE CLOSE")
    assert t.count_of("chi", "reminder") == before
    t.wait(days=6.9)
    assert t.count_of("chi", "reminder") == before
    t.wait(days=0.3)
    assert "due to the reporter" in t.last("chi", "reminder").text


# -- handles --------------------------------------------------------------------------------------


@given(st.sampled_from("RWAPM"), st.integers(1, 4000), st.sampled_from("RPM"), st.integers(1, 99))
def test_a_party_is_found_again_by_their_number(
    kind: str, n: int, other_kind: str, other_n: int
) -> None:
    ref, other = f"{kind}{n}", f"{other_kind}{other_n}"
    assert party_ref(party_number(ref)) == ref
    assert party_number(ref) < PARTY_BIT
    tag = party_tag(7, ref, other)
    assert of_party(tag)
    assert party_ref(tag.who) == ref
    assert party_ref(tag.number - 1) == other
    assert party_tag(7, ref).number == 0


# -- T45 ------------------------------------------------------------------------------------------


@given(st.lists(st.tuples(st.sampled_from(["a@one.test", "b@two.test", "c@three.test",
                                           "d@four.test", "bo@work.test", SAM, RITA]),
                          st.sampled_from(["pass", "", "fail"])), max_size=10))  # fmt: skip
@settings(max_examples=15, deadline=None, suppress_health_check=list(HealthCheck))
def test_a_new_address_is_asked_about_once_and_a_stranger_hears_nothing(
    mails: list[tuple[str, str]],
) -> None:
    """Product.md 3: at most one question for each address, none about a member's or a party's."""
    with TemporaryDirectory() as folder:
        t = opened(Path(folder))
        handle = t.box(RITA)[0].reply_to
        for n, (sender, proof) in enumerate(mails):
            t.write(sender, handle, f"More facts, part {n}.", name="Rita Vale", proof=proof)
        asked = [d.text for d in t.box(RITA) if "an address that we do not know" in d.text]
        for sender in {sender for sender, _ in mails}:
            naming = [text for text in asked if sender in text]
            assert len(naming) <= (0 if sender in ("bo@work.test", SAM, RITA) else 1)
            assert sender == RITA or not t.box(sender)
        assert len(asked) <= 3
        assert all("facts" not in text for text in asked)
        t.close()
