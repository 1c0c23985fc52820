"""Whose mail it is, tried from outside: every From, proof and one-time answer that is no proof.

One committee, one case, the right tag, and the words TAKE: whoever makes them run leads the case.
The rules themselves are tested in mail/test_authenticity.py.
"""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from talk import ALIAS, Delivered, Table, table

from cocmail.mail.arrival import Arrival

ANA = "ana@members.test"
REPORT = (
    "Somebody in the weekly call makes fun of the accents of others, every single week, and "
    "nobody in the call says anything against it. Please talk to them."
)
SAYS = "Authentication-Results: "
PASS = f"{SAYS}mx.example.test; dmarc=pass header.from=members.test"
FROM = f"From: {ANA}"


def opened(folder: Path) -> Table:
    made = table(folder, procedure="numpy", members="ana bo chi dee")
    made.write("rita@home.test", ALIAS, REPORT, name="Rita Vale")
    return made


@pytest.fixture(scope="module")
def call(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Table]:
    made = opened(tmp_path_factory.mktemp("call"))
    yield made
    made.close()


@pytest.fixture
def fresh(tmp_path: Path) -> Iterator[Table]:
    made = opened(tmp_path)
    yield made
    made.close()


def says(
    call: Table, *fields: str, proof: str = PASS, words: str = "TAKE", peer: str = "127.0.0.1",
    envelope: str = "x@evil.test",
) -> str:  # fmt: skip
    """Send words to Ana's tag under these fields; returns the template that came to her for it."""
    call.count += 1
    rep = call.last("ana", "report")
    head = (*filter(None, (proof,)), *fields, f"To: {rep.reply_to}", f"Subject: Re: {rep.subject}",
            f"Date: Mon, 02 Mar 2026 09:00:{call.count % 60:02} +0000",
            f"Message-ID: <w{call.count}@members.test>", "", f"{words}\r\n")  # fmt: skip
    before = len(call.box("ana"))
    raw = "\r\n".join(head).encode("utf-8", "surrogateescape")
    call.reception.take(Arrival(raw, envelope, (rep.reply_to,), "lmtp", peer, call.now))
    call.run()
    came = [d for d in call.box("ana")[before:] if d.template != "forged-command"]
    return came[0].template if came else ""


def lead(call: Table) -> str:
    return call.house.records.case(1).lead


HERS = {
    "plain": (FROM,),
    "angles": (f"From: Ana Ruiz <{ANA}>",),
    "upper case": ("From: ANA@Members.TEST",),
    "a trailing dot": ("From: ana@members.test.",),
    "folded": (f"From:\r\n Ana\r\n <{ANA}>",),
    "a comment": (f"From: {ANA} (x@evil.test)",),
    "another's comment and Sender": (FROM, "Sender: x@evil.test"),
    "the second address": ("From: ana@work.test",),
}


@pytest.mark.parametrize("fields", HERS.values(), ids=HERS)
def test_it_is_her(tmp_path: Path, fields: tuple[str, ...]) -> None:
    call = opened(tmp_path)
    proof = PASS.replace("members", "work") if "work" in fields[0] else PASS
    assert says(call, *fields, proof=proof) == "transcript"
    assert lead(call) == "ana"
    call.close()


NOT_HER = {
    "her address as a name": (f'From: "{ANA}" <x@evil.test>',),
    "her bare address before another's": (f"From: {ANA} <x@evil.test>",),
    "her bare address after another's": (f"From: <x@evil.test> {ANA}",),
    "two pairs of angles": (f"From: <{ANA}> <x@evil.test>",),
    "an encoded name": ("From: =?utf-8?q?ana=40members=2Etest?= <x@evil.test>",),
    "an encoded name with a comma": ("From: =?utf-8?q?ana=40members=2Etest=2C?= <x@evil.test>",),
    "base64": ("From: =?utf-8?b?YW5hQG1lbWJlcnMudGVzdA==?= <x@evil.test>",),
    "nothing but an encoded word": ("From: =?utf-8?q?ana=40members=2Etest?=",),
    "an encoded word in angles": ("From: <=?utf-8?q?ana=40members=2Etest?=>",),
    "an encoded local part": ("From: =?utf-8?q?ana?=@members.test",),
    "a quoted local part": ('From: "ana"@members.test',),
    "a comment within": ("From: ana@(x@evil.test)members.test",),
    "her address in a comment": (f"From: x@evil.test ({ANA})",),
    "two addresses": (f"From: {ANA}, x@evil.test",),
    "two addresses, hers last": (f"From: x@evil.test, {ANA}",),
    "the same twice": (f"From: {ANA}, {ANA}",),
    "a group": (f"From: Members: {ANA};",),
    "a group that is called like an address": (f"From: x@evil.test: {ANA};",),
    "an empty group before it": (f"From: Nobody:; {ANA}",),
    "two From": (FROM, "From: x@evil.test"),
    "two From, hers last": ("From: x@evil.test", FROM),
    "two From alike": (FROM, FROM),
    "a From with a blank": ("From : x@evil.test", FROM),
    "from and FROM": (f"from: {ANA}", "FROM: x@evil.test"),
    "Sender": ("From: x@evil.test", f"Sender: {ANA}"),
    "Resent-From": ("From: x@evil.test", f"Resent-From: {ANA}"),
    "Reply-To": ("From: x@evil.test", f"Reply-To: {ANA}"),
    "no From": (f"Sender: {ANA}",),
    "a suffix": ("From: ana+x@members.test",),
    "a subdomain": ("From: ana@sub.members.test",),
    "a longer domain": ("From: ana@members.test.evil.test",),
    "a look-alike": ("From: ana@mеmbers.test",),
    "its punycode": ("From: ana@xn--mmbers-bvf.test",),
    "a look-alike before the @": ("From: аna@members.test",),
    "wide letters": ("From: ａna@members.test",),
    "a wide @": ("From: ana＠members.test",),
    "nothing wide": ("From: an\u200ba@members.test",),
    "a soft hyphen": ("From: ana\u00ad@members.test",),
    "NUL at its end": (f"{FROM}\0",),
    "NUL within": ("From: ana@mem\0bers.test",),
    "a stray byte": (f"{FROM}\udce9",),
    "bang": ("From: evil.test!ana@members.test",),
    "percent": ("From: ana%members.test@evil.test",),
    "behind a bare CR": (f"X: y\r{FROM}", "From: x@evil.test"),
    "behind a line separator": (f"X: y\u2028{FROM}", "From: x@evil.test"),
    "a folded second address": (f"From: x@evil.test\r\n {ANA}",),
    "a second Date": (FROM, "Date: Tue, 03 Mar 2026 09:00:00 +0000"),
    "a second Message-ID": (FROM, "Message-ID: <new@members.test>"),
    "a second Subject": (FROM, "Subject: else"),
    "two Content-Types": (FROM, "Content-Type: text/plain", "Content-Type: text/html"),
}


@pytest.mark.parametrize("fields", NOT_HER.values(), ids=NOT_HER)
def test_it_may_be_anybody(call: Table, fields: tuple[str, ...]) -> None:
    """Held, and the registered address alone is asked (product.md 3 and 6, promise 7)."""
    assert says(call, *fields) in ("was-it-you", "confirm")
    assert lead(call) == ""
    assert not call.box("x@evil.test")


NO_PROOF = {
    "none": "",
    "another host's": PASS.replace("mx.example", "mx.evil"),
    "below a foreign hop": f"Received: from a by evil.test; now\r\n{PASS}",
    "in a comment": f"{SAYS}mx.example.test; dmarc=none (dmarc=pass header.from=members.test)",
    "in a quoted value": f'{SAYS}mx.example.test; spf=pass smtp.mailfrom="x; {PASS[40:]}"',
    "in a value": f"{SAYS}mx.example.test; spf=pass smtp.helo=x dmarc=pass",
    "another version": PASS.replace("test;", "test 2;"),
    "of another domain": PASS.replace("members", "evil"),
    "of two domains": f"{PASS.replace('members', 'evil')}; dmarc=none header.from=members.test",
    "of a subdomain": f"{SAYS}mx.example.test; dkim=pass header.d=sub.members.test",
    "of the top level": f"{SAYS}mx.example.test; dkim=pass header.d=test",
    "ARC": f"{SAYS}mx.example.test; arc=pass header.from=members.test",
    "an ARC field": f"ARC-{SAYS}i=1; mx.example.test; dmarc=pass header.from=members.test",
    "SPF alone": f"{SAYS}mx.example.test; spf=pass smtp.mailfrom={ANA}",
    "a login": f"{SAYS}mx.example.test; auth=pass smtp.auth={ANA}",
    "a passing error": f"{SAYS}mx.example.test; dkim=temperror header.d=members.test",
    "policy": f"{SAYS}mx.example.test; dkim=policy header.d=members.test",
    "a field called alike": f"X-{PASS}",
    "a failure": PASS.replace("pass", "fail"),
    "a failure beside a signature": f"{SAYS}mx.example.test; dkim=pass header.d=members.test; "
    "dmarc=fail header.from=members.test",
    "a signature that fails": f"{SAYS}mx.example.test; dkim=fail header.d=members.test",
}


@pytest.mark.parametrize("proof", NO_PROOF.values(), ids=NO_PROOF)
def test_nothing_proves_it(call: Table, proof: str) -> None:
    """Hers by its From, but nobody whom we believe says so."""
    told = call.count_of("ana", "forged-command")
    assert says(call, FROM, proof=proof) == "confirm"
    assert lead(call) == ""
    failed = "fail" in proof
    assert call.count_of("ana", "forged-command") - told == int(failed)


def test_a_peer_that_is_no_relay_of_ours_proves_nothing(call: Table) -> None:
    assert says(call, FROM, peer="203.0.113.5") == "confirm"
    assert lead(call) == ""


@pytest.mark.parametrize(
    ("fields", "envelope"),
    [((FROM, "Auto-Submitted: auto-replied"), ANA), ((FROM, "Precedence: bulk"), ANA),
     ((FROM, "List-Id: <all.members.test>"), ANA), ((FROM,), "")],
)  # fmt: skip
def test_a_machine_with_the_right_tag_says_nothing(
    fresh: Table, fields: tuple[str, ...], envelope: str
) -> None:
    assert says(fresh, *fields, envelope=envelope) == ""
    assert lead(fresh) == ""


# -- seen before ----------------------------------------------------------------------------------

SIGNED = "DKIM-Signature: v=1; a=rsa-sha256; d=members.test; s=s; h=from:subject;\r\n bh=AA; b="


def sent(call: Table, number: int, *, sign: str, minute: int = 0, words: str, to: str = "") -> None:
    """A mail of hers under this Message-ID, Date and signature."""
    rep = call.last("ana", "report")
    head = (PASS, f"{SIGNED}{sign}", FROM, f"To: {ALIAS}", "Subject: Re",
            f"Date: Mon, 02 Mar 2026 09:{minute:02}:00 +0000", f"Message-ID: <s{number}@x.test>",
            "", f"{words}\r\n")  # fmt: skip
    call.take("\r\n".join(head).encode(), ANA, to or rep.reply_to)
    call.run()


def test_signed_words_count_once_whatever_stands_around_them(fresh: Table) -> None:
    """Neither Message-ID nor Date is covered by that signature, and the tag never is."""
    fresh.now += timedelta(hours=1)
    sent(fresh, 1, sign="QUJD", words="SAFETY yes")
    sent(fresh, 2, sign="REVG", words="SAFETY no", minute=1)
    answers = fresh.count_of("ana")
    sent(fresh, 3, sign="QUJD", words="SAFETY yes", minute=2)
    sent(fresh, 4, sign="QU\r\n JD", words="SAFETY yes", minute=3)  # spelt in another way
    assert fresh.count_of("ana") == answers


def test_signed_words_count_once_in_all_cases(fresh: Table) -> None:
    fresh.write("lou@home.test", ALIAS, REPORT.replace("call", "channel"), name="Lou Hart")
    first, second = (d.reply_to for d in fresh.box("ana") if d.template == "report")
    sent(fresh, 1, sign="QUJD", words="TAKE", to=first)
    sent(fresh, 2, sign="QUJD", words="TAKE", to=second)
    assert [fresh.house.records.case(n).lead for n in (1, 2)] == ["ana", ""]


def test_the_same_words_signed_anew_count_anew(fresh: Table) -> None:
    fresh.now += timedelta(hours=1)
    for number in (1, 2):  # as members do: HELP today, HELP tomorrow
        head = SIGNED.replace("bh=", f"t=17000000{number}; bh=")
        raw = (f"{PASS}\r\n{head}QUJD\r\n{FROM}\r\nSubject: Re\r\n"
               f"Message-ID: <h{number}@x.test>\r\n\r\nHELP\r\n")  # fmt: skip
        fresh.take(raw.encode(), ANA, fresh.last("ana", "report").reply_to)
        fresh.run()
    assert fresh.count_of("ana", "help") == 2


# -- one-time answers -----------------------------------------------------------------------------


def asked(call: Table) -> Delivered:
    """A stranger's TAKE on her tag, and the question it brought her."""
    call.write("x@evil.test", call.last("ana", "report").reply_to, "TAKE")
    return call.last("ana", "was-it-you")


@pytest.mark.parametrize(
    ("sender", "more"),
    [("x@evil.test", {}), ("bo@members.test", {}), ("kim@council.test", {}),
     (ANA, {"headers": {"Auto-Submitted": "auto-replied"}}), (ANA, {"name": '"x@evil.test",'})],
)  # fmt: skip
def test_only_the_registered_address_answers(fresh: Table, sender: str, more: dict) -> None:
    question = asked(fresh)
    fresh.write(sender, question.reply_to, "YES", **more) if "name" not in more else fresh.write(
        ANA, question.reply_to, "YES",
        change=lambda m: m.replace_header("From", f"x@evil.test, {ANA}"),
    )  # fmt: skip
    assert lead(fresh) == ""
    fresh.write("ana@work.test", question.reply_to, "YES", proof="")  # needs no further proof
    assert lead(fresh) == "ana"


def test_yes_counts_once(fresh: Table) -> None:
    question = asked(fresh)
    fresh.write(ANA, question.reply_to, "YES")
    assert lead(fresh) == "ana"
    fresh.answer(fresh.last("ana", "report"), "HANDOFF Bo Lind")
    assert lead(fresh) == "bo"
    fresh.write(ANA, question.reply_to, "YES")
    assert lead(fresh) == "bo"


@pytest.mark.parametrize(("late", "runs"), [(timedelta(seconds=-1), True), (timedelta(0), False)])
def test_a_question_lives_for_48_hours_whatever_the_clock_has_said(
    fresh: Table, late: timedelta, runs: bool
) -> None:
    """The answer may come before the clock that ends the question has spoken."""
    question = asked(fresh)
    fresh.now += timedelta(hours=48) + late
    fresh.write(ANA, question.reply_to, "YES", run=False)
    assert (lead(fresh) == "ana") is runs
    fresh.run()
    assert fresh.last("ana", "transcript" if runs else "refused")
    if not runs:
        assert "48 hours of that question are over" in fresh.last("ana", "refused").text


def test_a_tag_that_was_replaced_asks_its_member_and_tells_nobody_else(fresh: Table) -> None:
    """NO replaced the tag; the old one may still stand in her address book."""
    old = fresh.last("ana", "report").reply_to
    fresh.answer(asked(fresh), "NO")
    seen = {box: len(letters) for box, letters in fresh.boxes.items()}
    for stranger in ("x@evil.test", "bo@members.test"):
        fresh.write(stranger, old, "TAKE")
    fresh.write(ANA, old, "TAKE", proof="")
    assert seen == {box: len(letters) for box, letters in fresh.boxes.items()}
    fresh.write(ANA, old, "TAKE")
    assert lead(fresh) == ""
    fresh.answer(fresh.last("ana", "confirm"), "YES")
    assert lead(fresh) == "ana"
