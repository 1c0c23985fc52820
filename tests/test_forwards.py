"""Letters of a case that somebody forwards: what they carry is recognised, and nothing runs.

A forwarded letter holds the tag of the one reader it was for. Whoever then writes to that tag is
not that reader; and what comes back to the committee's address with it inside is read by nobody
whom that case keeps out (product.md 3 and 5, promises 4 and 7).
"""

from collections.abc import Iterator
from email import message_from_bytes
from email.message import EmailMessage
from email.mime.message import MIMEMessage
from pathlib import Path

import pytest
from talk import ALIAS, Delivered, Table, table

ANA, BO = "ana@members.test", "bo@members.test"
REPORT = (
    "Exclude: Dee Novak\n\n"
    "Somebody in the weekly call makes fun of the accents of others, every single week, and "
    "nobody in the call says anything against it. Please talk to them."
)
MINE = "I was sent this by one of your members, and I do not think that this is right."


@pytest.fixture
def call(tmp_path: Path) -> Iterator[Table]:
    """A case from which its reporter keeps Dee, and from which Eli has stepped out."""
    made = table(tmp_path, procedure="numpy", members="ana bo chi dee eli fay")
    made.write("rita@home.test", ALIAS, REPORT, name="Rita Vale")
    made.answer(made.last("eli", "report"), "RECUSE")
    made.answer(made.last("ana", "report"), "the plumtree is what I think of")
    yield made
    made.close()


def below(letter: Delivered, words: str = "") -> str:
    """What a mail program makes of a letter that is sent on."""
    return (
        f"{words}\n\n---------- Forwarded message ---------\nFrom: The committee <{ALIAS}>\n"
        f"Subject: {letter.subject}\nReply-To: {letter.reply_to}\n\n{letter.text}\n"
    )


def attached(letter: Delivered):
    def change(message: EmailMessage) -> None:
        message.make_mixed()
        message.attach(MIMEMessage(message_from_bytes(letter.raw)))

    return change


def forward(call: Table, way: str, letter: Delivered, sender: str, to: str = ALIAS,
            words: str = MINE) -> None:  # fmt: skip
    """Somebody sends a letter on, in one of the ways of mail programs."""
    match way:
        case "below":
            call.write(sender, to, below(letter, words), subject=f"Fwd: {letter.subject}")
        case "quoted":
            quoted = "\n".join(f"> {line}" for line in below(letter).split("\n"))
            call.write(sender, to, f"{words}\n\n{quoted}")
        case "attached":
            call.write(sender, to, words, change=attached(letter))
        case "as a file":
            call.write(sender, to, words,
                       attach=(("m.eml", "application/octet-stream", letter.raw),))  # fmt: skip
        case "as HTML":
            link = f'<p>{words}</p><a href="mailto:{letter.reply_to}?body=TAKE">TAKE</a> plumtree'
            call.write(sender, to, words, html=link)
        case "in a header":
            call.write(sender, to, f"{words}\n\nplumtree",
                       headers={"Reply-To": letter.reply_to})  # fmt: skip


WAYS = ["below", "quoted", "attached", "as a file", "as HTML", "in a header"]


@pytest.mark.parametrize("way", WAYS)
def test_a_friend_sends_it_to_the_committee(call: Table, way: str) -> None:
    """A report, with its receipt; of that case's group alone, and not of who passed it on."""
    letter = call.last("bo", "talk")
    before = {who: call.count_of(who) for who in ("bo", "dee", "eli")}
    forward(call, way, letter, "friend@f.test")
    case = call.house.records.case(2)
    assert case.holds == 1
    assert "bo" in case.excluded  # whose letter it was
    call.wait(days=3)
    assert call.box("friend@f.test")
    assert [call.count_of(who) - before[who] for who in ("dee", "eli")] == [0, 0]
    for letter in call.box("bo")[before["bo"] :]:  # of the first case they hear as ever
        assert call.house.handles.read_address(letter.reply_to).case == 1


def test_an_id_and_its_own_sender_replace_the_tag(call: Table) -> None:
    """product.md 3: the member who got that letter writes in its case."""
    answers = {"References": f"<{call.last('ana', 'report').mail.message_id}>"}
    call.write(ANA, "conduct@example.test", "look at this", headers=answers)
    assert "look at this" in call.last("bo", "talk").text


def test_an_id_alone_says_nothing(call: Table) -> None:
    """Whoever is kept out may have copied it, and must not notice the case (promise 4)."""
    letter = call.last("bo", "talk")
    answers = {"References": f"<{letter.mail.message_id}>"}
    call.write("friend@f.test", "conduct@example.test", MINE, headers=answers)
    case = call.house.records.case(2)
    assert case.holds == 0
    assert "bo" not in case.excluded


@pytest.mark.parametrize("way", ["in a header", "as HTML"])
def test_the_group_is_told_where_it_belongs(call: Table, way: str) -> None:
    words = MINE.replace("one of your members", "somebody")
    forward(call, way, call.last("bo", "talk"), "friend@f.test", words=words)
    code = call.house.records.case(1).code
    assert call.house.records.case(2).state == "open"
    for who in ("ana", "chi", "fay"):
        assert f"a letter or a reply address of {code}" in call.last(who, "report").text


def test_a_link_that_is_ended_lets_the_others_in(call: Table) -> None:
    words = MINE.replace("one of your members", "somebody")
    forward(call, "in a header", call.last("bo", "talk"), "friend@f.test", words=words)
    assert call.house.records.case(2).state == "open"
    dee = call.count_of("dee")
    call.answer(call.last("chi", "report"), "NEW CASE")
    assert call.count_of("dee") > dee


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("proof", ["pass", ""])
def test_a_member_sends_it_to_the_alias_instead_of_its_address(
    call: Table, way: str, proof: str
) -> None:
    """Nothing runs and nobody else reads it; the case asks whether it is meant."""
    before = {who: call.count_of(who) for who in ("bo", "chi", "dee", "eli")}
    forward(call, way, call.last("ana", "report"), ANA, words="look at this")
    assert not call.house.store.entries(2)[:1]
    assert before["dee"] == call.count_of("dee")
    assert before == {who: call.count_of(who) for who in before}
    question = call.last("ana", "confirm")
    assert "your words go to the case group" in question.text
    call.answer(question, "YES")
    assert "look at this" in call.last("bo", "talk").text
    assert before["dee"] == call.count_of("dee")
    assert before["eli"] == call.count_of("eli")


def test_what_a_member_sends_on_runs_no_line_of_it(call: Table) -> None:
    call.write(ANA, ALIAS, below(call.last("ana", "report"), "please see\nTAKE"))
    assert call.house.records.case(1).lead == ""
    call.answer(call.last("ana", "confirm"), "NO")
    assert call.house.records.case(1).lead == ""
    assert call.count_of("ana", "forged-command") == 0
    call.write(ANA, ALIAS, below(call.last("ana", "report"), "TAKE"))
    assert call.house.records.case(1).lead == ""
    assert call.last("ana", "refused")  # a command that needs a case


def test_who_stepped_out_reports_like_anyone_and_reaches_the_group_alone(call: Table) -> None:
    old = next(d for d in call.box("eli") if d.template == "report")
    dee = call.count_of("dee")
    call.write("eli@members.test", ALIAS, f"I still think about this.\n\nplumtree {old.reply_to}")
    case = call.house.records.case(2)
    assert case.holds == 1
    assert {"dee", "eli"} <= set(case.excluded)
    assert dee == call.count_of("dee")


def test_a_letter_of_another_case_in_an_answer_asks_in_both(call: Table) -> None:
    """Bo sends Ana's group of the first case what only the second case may read."""
    call.write("lou@home.test", ALIAS, REPORT.replace("Dee Novak", "Ana Ruiz"), name="Lou Hart")
    first, second = (d for d in call.box("bo") if d.template == "report")
    ana = call.count_of("ana")
    call.write(BO, first.reply_to, "look at this", change=attached(second))
    assert call.count_of("ana") == ana
    assert call.count_of("bo", "confirm") == 2


@pytest.mark.parametrize(
    "sender", ["friend@f.test", BO, "dee@members.test", "rita@home.test", "kim@council.test"]
)
@pytest.mark.parametrize("way", ["TAKE", "TAKE\n\nI would like to lead this.", "thank you all"])
def test_whoever_answers_a_forwarded_letter_is_not_its_reader(
    call: Table, sender: str, way: str
) -> None:
    """Held; the registered address asked, once, with the address it came from; nobody else."""
    before = {box: len(letters) for box, letters in call.boxes.items()}
    call.write(sender, call.last("ana", "report").reply_to, way)
    before[ANA] += 1
    assert before == {box: len(letters) for box, letters in call.boxes.items()}
    assert f"from {sender}" in call.last("ana", "was-it-you").text
    assert call.house.records.case(1).lead == ""


@pytest.mark.parametrize("order", ["hers first", "his first", "apart", "apart, his first"])
@pytest.mark.parametrize("proof", ["pass", ""])
def test_a_copy_to_another_members_tag_changes_nothing(call: Table, order: str, proof: str) -> None:
    """In whichever order a relay hands them in, the mail is hers, once."""
    hers, his = call.last("ana", "report").reply_to, call.last("bo", "report").reply_to
    bo = call.count_of("bo")
    raw = (f"Authentication-Results: mx.example.test; dmarc={proof or 'none'} "
           f"header.from=members.test\r\nFrom: {ANA}\r\nTo: {hers}\r\nCc: {his}\r\n"
           "Message-ID: <1@members.test>\r\n\r\nTAKE\r\n").encode()  # fmt: skip
    orders = {"hers first": [(hers, his)], "his first": [(his, hers)],
              "apart": [(hers,), (his,)], "apart, his first": [(his,), (hers,)]}  # fmt: skip
    for to in orders[order]:
        call.take(raw, ANA, *to)
    call.run()
    assert call.count_of("bo", "was-it-you") == 0
    assert (call.house.records.case(1).lead == "ana") is bool(proof)
    assert call.count_of("ana", "transcript" if proof else "confirm") == 1
    assert call.count_of("bo") == bo or proof


def test_a_party_with_their_own_address_in_the_same_mail_is_that_party(call: Table) -> None:
    hers, ritas = call.last("ana", "report").reply_to, call.last("rita@home.test").reply_to
    raw = (f"Authentication-Results: mx.example.test; dmarc=pass header.from=home.test\r\n"
           f"From: rita@home.test\r\nTo: {hers}\r\nCc: {ritas}\r\nMessage-ID: <1@home.test>\r\n\r\n"
           "It happened again on Friday.\r\n").encode()  # fmt: skip
    call.take(raw, "rita@home.test", hers, ritas)
    call.run()
    assert "again on Friday" in call.last("bo", "party-mail").text
    assert call.count_of("ana", "was-it-you") == 0


@pytest.mark.parametrize("mark", [True, False])
@pytest.mark.parametrize("to", ["alias", "tag"])
def test_a_letter_that_is_redirected_as_it_is_does_nothing(
    call: Table, mark: bool, to: str
) -> None:
    letter = call.last("ana", "report")
    raw = letter.raw if mark else letter.raw.replace(b"X-Loop:", b"X-Lost:")
    before = {box: len(letters) for box, letters in call.boxes.items()}
    call.take(raw, ANA, ALIAS if to == "alias" else letter.reply_to)
    call.run()
    assert before == {box: len(letters) for box, letters in call.boxes.items()}
    assert call.house.records.case(1).lead == ""


def test_tags_of_nobody_and_words_as_long_as_a_tag_are_words(call: Table) -> None:
    words = " ".join(["abcdefghijklmnopqrstuvwxyz", "conduct+c-" + "a" * 26 + "@example.test"] * 9)
    chi = call.count_of("chi")
    call.write("lou@home.test", ALIAS, f"They wrote this to me again and again: {words}")
    assert call.house.records.case(2).holds == 0
    assert call.count_of("chi") > chi
