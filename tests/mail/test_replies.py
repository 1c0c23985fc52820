"""Dividing a reply into own words and the rest, in the styles of many mail programs."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cocmail.mail.replies import Reply, own_words, split, without_signature

QUOTED = "> VOTE no\n> more of it"
HEADER = "VOTE no\nmore of it"

ATTRIBUTIONS = {
    "gmail": "On Tue, 3 Mar 2026 at 09:12, Ana Novak <ana@x.test> wrote:",
    "gmail us": "On Tue, Mar 3, 2026 at 9:12 AM Ana Novak <ana@x.test> wrote:",
    "gmail wrapped": "On Tue, 3 Mar 2026 at 09:12, home shelf <\nconduct+c-abc@x.test> wrote:",
    "gmail three lines": (
        "On Tue, Mar 3, 2026 at 9:12 AM A Committee With A Long Name\n"
        "<conduct+c-abcdefghijklmnopqrstuvwxyz234567@project-with-a-long-name.test>\nwrote:"
    ),
    "apple": "On 3 Mar 2026, at 09:12, Ana Novak <ana@x.test> wrote:",
    "thunderbird": "On 3/3/26 09:12, Ana Novak wrote:",
    "yahoo": "On Tuesday, March 3, 2026 at 09:12:00 AM GMT+1, Ana Novak <ana@x.test> wrote:",
    "mutt": "On Tue, Mar 03, 2026 at 09:12:33AM +0100, Ana Novak wrote:",
    "french": "Le mar. 3 mars 2026 à 09:12, Ana Novak <ana@x.test> a écrit :",
    "french nbsp": "Le 3 mars 2026 à 09:12, Ana Novak <ana@x.test> a écrit\xa0:",
    "german": "Am Di., 3. März 2026 um 09:12 Uhr schrieb Ana Novak <ana@x.test>:",
    "german thunderbird": "Am 03.03.26 um 09:12 schrieb Ana Novak:",
    "spanish": "El mar, 3 mar 2026 a las 9:12, Ana Novak (<ana@x.test>) escribió:",
    "italian": "Il giorno mar 3 mar 2026 alle ore 09:12 Ana Novak <ana@x.test> ha scritto:",
    "portuguese": "Em ter., 3 de mar. de 2026 às 09:12, Ana Novak <ana@x.test> escreveu:",
    "dutch": "Op di 3 mrt 2026 om 09:12 schreef Ana Novak <ana@x.test>:",
    "polish": "wt., 3 mar 2026 o 09:12 Ana Novak <ana@x.test> napisał(a):",
    "polish thunderbird": "W dniu 3.03.2026 o 09:12, Ana Novak pisze:",
    "russian": "вт, 3 мар. 2026 г. в 09:12, Ana Novak <ana@x.test>:",
    "swedish": "Den tis 3 mars 2026 kl 09:12 skrev Ana Novak <ana@x.test>:",
    "danish": "Den tir. 3. mar. 2026 kl. 09.12 skrev Ana Novak <ana@x.test>:",
    "norwegian": "tir. 3. mars 2026 kl. 09:12 skrev Ana Novak <ana@x.test>:",
    "japanese": "2026年3月3日(火) 9:12 Ana Novak <ana@x.test>:",
    "chinese": "Ana Novak <ana@x.test> 于2026年3月3日周二 09:12写道：",
    "korean": "2026년 3월 3일 (화) 오전 9:12, Ana Novak <ana@x.test>님이 작성:",
}

MARKED_HEADERS = {
    "outlook": "From: Ana <ana@x.test>\nSent: Tuesday, March 3, 2026 9:12 AM\nTo: Bo\nSubject: x",
    "outlook rule": "_" * 32 + "\nFrom: Ana\nSent: Tuesday\nTo: Bo\nSubject: x",
    "outlook bold": "*From:* Ana <ana@x.test>\n*Sent:* Tuesday\n*To:* Bo\n*Subject:* x",
    "outlook german": "Von: Ana\nGesendet: Dienstag, 3. März 2026 09:12\nAn: Bo\nBetreff: x",
    "outlook french": "De : Ana\nEnvoyé : mardi 3 mars 2026 09:12\nÀ : Bo\nObjet : x",
    "outlook spanish": "De: Ana\nEnviado el: martes, 3 de marzo\nPara: Bo\nAsunto: x",
    "outlook italian": "Da: Ana\nInviato: martedì 3 marzo\nA: Bo\nOggetto: x",
    "outlook dutch": "Van: Ana\nVerzonden: dinsdag 3 maart\nAan: Bo\nOnderwerp: x",
    "outlook portuguese": "De: Ana\nEnviada em: terça-feira\nPara: Bo\nAssunto: x",
    "original message": "-----Original Message-----\nFrom: Ana",
    "original german": "-----Ursprüngliche Nachricht-----\nVon: Ana",
    "original french": "-----Message d'origine-----\nDe : Ana",
    "samsung": "-------- Original message --------\nFrom: Ana",
    "gmail forward": "---------- Forwarded message ---------\nFrom: Ana",
    "unknown language": "---------- Xyz zyx ---------\nFrom: Ana\nDate: Tuesday\nSubject: x",
    "apple forward": "Begin forwarded message:\n\nFrom: Ana",
    "unquoted gmail": "On Tue, 3 Mar 2026 at 09:12, Ana Novak <ana@x.test> wrote:",
}

FOOTERS = [
    "Sent from my iPhone",
    "Sent from Outlook for Android<https://aka.test/x>",
    "Get Outlook for iOS<https://aka.test/x>",
    "Sent from Yahoo Mail on Android",
    "Sent with Proton Mail secure email.",
    "Envoyé de mon iPhone",
    "Von meinem iPhone gesendet",
    "Enviado desde mi iPhone",
    "Inviato da iPhone",
    "Verstuurd vanaf mijn iPhone",
    "Wysłane z iPhone'a",
    "Отправлено с iPhone",
    "iPhoneから送信",
    "发自我的iPhone",
    "Skickat från min iPhone",
]


@pytest.mark.parametrize("line", ATTRIBUTIONS.values(), ids=ATTRIBUTIONS)
def test_attribution_and_quote_go_to_the_tail(line: str) -> None:
    assert split(f"CLEAR\n\n{line}\n\n{QUOTED}\n") == Reply(
        "CLEAR", f"\n{line}\n\n{QUOTED}".strip()
    )


@pytest.mark.parametrize("line", ATTRIBUTIONS.values(), ids=ATTRIBUTIONS)
def test_attribution_right_below_the_words(line: str) -> None:
    assert split(f"CLEAR\n{line}\n{QUOTED}\n").own == "CLEAR"


@pytest.mark.parametrize("block", MARKED_HEADERS.values(), ids=MARKED_HEADERS)
def test_nothing_below_a_marked_header_is_own(block: str) -> None:
    reply = split(f"CLEAR\n\n{block}\n\n{HEADER}\n")
    assert reply.own == "CLEAR"
    assert reply.tail.endswith(HEADER)


@pytest.mark.parametrize("line", FOOTERS)
def test_device_lines_are_tail(line: str) -> None:
    assert split(f"CLEAR\n\n{line}\n") == Reply("CLEAR", line)
    assert without_signature(f"It was late.\n\n{line}") == "It was late."


@pytest.mark.parametrize("mark", ["-- ", "--", "--\r"])
def test_signature(mark: str) -> None:
    text = f"VOTE yes\n{mark}\nRita Okon\nfork.test\n\nOn 3/3/26 09:12, Ana Novak wrote:\n> q"
    assert split(text).own == "VOTE yes"
    assert "Rita" not in without_signature(text)
    assert "> q" in without_signature(text)


def test_interleaved_answers_keep_their_quotes() -> None:
    text = (
        "On 3 Mar 2026, at 09:12, Ana Novak <ana@x.test> wrote:\n\n> One?\n\nYes.\n\n> Two?\n\n"
        "No.\n\n> Three?\n"
    )
    assert split(text).own == "> One?\n\nYes.\n\n> Two?\n\nNo."


def test_answer_below_the_whole_quote() -> None:
    text = "On 3/3/26 09:12, Ana Novak wrote:\n> VOTE no\n> more\n\nI agree with that."
    assert split(text).own == "I agree with that."


@pytest.mark.parametrize(
    "text",
    [
        "On Monday Sam wrote:\nyou are an idiot\nand it went on.",
        "On 3 March 2026 at 14:30 Sam wrote:\nyou are an idiot\nand it went on.",
        "sam@x.test wrote:\nyou are an idiot",
        "Sent from his work address to everybody.\nIt was awful.",
        "These people saw it:\nFrom: the second row\nand others",
        "--- second day ---\nIt went on.",
        "What I want: an apology\nDate: as soon as you can",
    ],
)
def test_a_reporters_own_lines_stay_own(text: str) -> None:
    assert split(text) == Reply(text, "")


def test_a_forward_alone_has_no_own_words() -> None:
    text = "---------- Forwarded message ---------\nFrom: Sam <sam@x.test>\n\nyou idiot"
    assert split(text) == Reply("", text)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Dear Ana,\n\nSam shouted.\n\nBest,\nBo", "Sam shouted."),
        ("Hi Ana, Sam shouted.", "Sam shouted."),
        ("Hi Ana hit me, then left.", "Hi Ana hit me, then left."),
        ("Hi, Ana hit me.", "Ana hit me."),
        ("Dear Dr. Novak and all,\nSam shouted.", "Sam shouted."),
        ("Sehr geehrte Damen und Herren,\nSam schrie.\nViele Grüße\nRita", "Sam schrie."),
        ("Bonjour à tous,\nSam a crié.\nCordialement,\nRita Okon", "Sam a crié."),
        ("Sam shouted.\n\nThanks Bo", "Sam shouted."),
        ("Sam shouted.\n- Rita", "Sam shouted."),
        ("> Ana said\nSam shouted.\n> Bo said\nTwice.", "Sam shouted.\nTwice."),
        ("It was\nAna", "It was\nAna"),
        ("Who did it?\n\nAna", "Who did it?\n\nAna"),
        ("Thanks\nAna hit me", "Thanks\nAna hit me"),
        ("Sam shouted.\n-- \nAna Novak", "Sam shouted."),
        ("", ""),
    ],
)
def test_own_words(text: str, words: str) -> None:
    assert own_words(text) == words


@pytest.mark.parametrize(
    ("text", "rest"),
    [
        ("Sam shouted.\n\nBest regards,\nRita Okon\nFork & Co", "Sam shouted."),
        ("Sam shouted.\n\nRita", "Sam shouted."),
        ("Sam shouted.\n\nRita\n\n> quoted", "Sam shouted.\n\n\n\n> quoted"),
        ("Rita", "Rita"),
        ("Sam shouted. He left.", "Sam shouted. He left."),
    ],
)
def test_without_signature(text: str, rest: str) -> None:
    assert without_signature(text).split() == rest.split()


FRAGMENTS = st.sampled_from(
    [*ATTRIBUTIONS.values(), *MARKED_HEADERS.values(), *FOOTERS, "> q", "own", "-- ", "", "On 3:"]
)


@given(st.lists(FRAGMENTS | st.text(max_size=30), max_size=25).map("\n".join))
def test_every_line_is_in_one_of_both(text: str) -> None:
    reply = split(text)
    both = [x for part in (reply.own, reply.tail) for x in part.split("\n") if x.strip()]
    assert sorted(both) == sorted(x.rstrip("\r") for x in text.split("\n") if x.strip())
    own_words(text)
    without_signature(text)


@given(st.lists(FRAGMENTS | st.text(max_size=30), max_size=25).map("\n".join))
def test_own_text_never_ends_with_a_quote_and_words_hold_none(text: str) -> None:
    own = split(text).own
    assert not own.split("\n")[-1].lstrip().startswith(">")
    assert not any(line.startswith(">") for line in own_words(text).split("\n"))


@pytest.mark.parametrize(
    "piece", ["On a a a", "On 1 a@b:\n", "From: x\n", "-----\n", "> ", "--\n", "a:\n", "<a@b", "A "]
)
def test_long_and_repetitive_text_is_read(piece: str) -> None:
    text = piece * (100_000 // len(piece))
    split(text)
    own_words(text)
    without_signature(text)
