"""Nothing falls between two bundles: notices, and the mails of a party that floods."""

from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given, settings
from hypothesis import strategies as st
from talk import Sent, Table, table

from cocmail.mail.letter import Letter

WORDS = (
    "In the last weeks somebody has answered every one of my questions in the channel with a joke "
    "about where I come from, and others join in."
)


def committee(folder: Path, overrides: str = "") -> Table:
    return table(folder, procedure="gcc", members="ana bo chi", overrides=overrides)


def reported(folder: Path, overrides: str = "") -> Table:
    house = committee(folder, overrides)
    house.write("rita@home.test", "conduct@example.test", WORDS, name="Rita Vale")
    return house


def shown(house: Table, who: str) -> str:
    return "\n".join(d.text for d in house.box(who) if d.template == "party-mail")


def test_a_notice_of_the_moment_at_which_a_bundle_leaves_is_in_the_next(tmp_path: Path) -> None:
    """Also while the bundle is on its way to the next hop."""
    house = reported(tmp_path)
    house.answer(house.last("ana", "report"), "TAKE")
    second = house.last("chi", "report")
    left: list[Letter] = []

    def hop(letter: Letter, _attempt: int) -> Sent:
        if b"X-Cocmail: notices" in letter.content and letter.recipient.startswith("bo@"):
            left.append(letter)
            if len(left) == 1:
                house.answer(second, "NOTE spoke with the venue", run=False)
        return Sent()

    house.hop = hop
    house.wait(hours=5)
    told = [d.text for d in house.box("bo") if d.template == "notices"]
    assert len(told) == 2
    assert "Ana Ruiz leads the case" in told[0]
    assert "Chi Okafor added a note" in told[1]
    assert "leads the case" not in told[1]
    house.close()


def test_a_flood_is_bundled_and_what_sounds_urgent_is_not(tmp_path: Path) -> None:
    """product.md 7: a party that floods is bundled."""
    house = reported(tmp_path)
    receipt = house.box("rita@home.test")[0]
    for n in range(1, 9):
        house.answer(receipt, f"One more thing, number {n}, that I forgot to say.")
    assert house.count_of("bo", "party-mail") == 5
    house.answer(receipt, "Number 9: now I am in danger, they stand at my door.")
    assert house.count_of("bo", "party-mail") == 6
    assert "Number 9" in house.last("bo", "party-mail").text
    house.wait(hours=2, minutes=1)
    bundle = house.last("bo", "party-mail")
    assert house.count_of("bo", "party-mail") == 7
    assert "messages from R1" in bundle.subject
    assert [f"number {n}," in bundle.text for n in (5, 6, 7, 8)] == [False, True, True, True]
    assert "number 9" not in bundle.text.casefold()
    house.answer(receipt, "The next day I remember number 10.")
    assert "number 10" in house.last("bo", "party-mail").text
    house.close()


def test_a_flood_without_bundles_is_sent_at_once(tmp_path: Path) -> None:
    house = reported(tmp_path, 'internal_bundle = "0"')
    receipt = house.box("rita@home.test")[0]
    for n in range(1, 8):
        house.answer(receipt, f"One more thing, number {n}, that I forgot to say.")
    assert [house.count_of(who, "party-mail") for who in ("ana", "bo", "chi")] == [7, 7, 7]
    house.close()


@settings(max_examples=12, deadline=None)
@given(st.lists(st.tuples(st.integers(0, 40), st.booleans()), min_size=6, max_size=14))
def test_every_mail_of_a_flood_reaches_everybody_once(mails: list[tuple[int, bool]]) -> None:
    with TemporaryDirectory() as folder:
        house = reported(Path(folder))
        receipt = house.box("rita@home.test")[0]
        for n, (minutes, urgent) in enumerate(mails):
            house.wait(minutes=minutes)
            house.answer(receipt, f"Mail m{n:02}. {'There is a threat.' if urgent else 'More.'}")
        house.wait(hours=24)
        for who in ("ana", "bo", "chi"):
            text = shown(house, who)
            assert [text.count(f"Mail m{n:02}.") for n in range(len(mails))] == [1] * len(mails)
        house.close()
