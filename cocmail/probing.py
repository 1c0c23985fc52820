"""The test mail: when it leaves, and how it is known when it comes back (practice.md B-43).

It leaves for the published address as a stranger's mail would, and must come in by a door or the
mailbox. It bears our loop mark and a word that only we can make; each is believed once. Any other
mail with our mark is a loop, counted and dropped; what only claims to be the test goes the way of
every mail. Not here: who is told (core/probing.py), and the letter (sight/probing.py).
"""

import hmac
from datetime import datetime

from cocmail import journal
from cocmail.core import probing
from cocmail.core.sitting import Sitting
from cocmail.house import House, Work
from cocmail.incoming import Incoming
from cocmail.roster import fold_address


def strike(house: House, now: datetime) -> None:
    """Send the next one when it is time, and say when one stays out."""
    settings = house.config.probe
    if settings is None:
        return
    probes = house.records.house.probes
    at = probing.due(probes, settings.every, settings.back_within)
    late = probing.late(house.frame(now), settings.back_within)
    if not late and at is not None and at > now:
        return

    def decide_it(sitting: Sitting) -> None:
        if late:
            probing.missed(sitting, probes.wanted, "silence")
        if at is None or at <= now:
            probing.want(sitting)

    def act(work: Work) -> None:
        house.sit(work, house.records.case(0), decide_it)

    with house.batch():
        house.once(now, f"probe|{probes.wanted}|{probes.missed}", act)
    journal.note("probe", missing=int(house.records.house.probes.missing))


def came(house: House, work: Work, mail: Incoming, *, ours: bool, spam: bool) -> bool:
    """Whether this mail is the test that is expected now; it is then written down.

    `ours`: it bears our loop mark. Somebody outside who sends every mail back may have written a
    new one; then it comes from just that address, and answers ours.
    """
    settings = house.config.probe
    if settings is None:
        return False
    back = bool(settings.to) and fold_address(mail.address) == fold_address(settings.to or "")
    n = _which(house, mail) if ours or back else 0
    if not n:
        return False
    house.sit(work, house.records.case(0), lambda s: probing.came(s, n, spam=spam))
    journal.note("probe", back=n)
    return True


def _which(house: House, mail: Incoming) -> int:
    """The number of the test whose word stands in this mail, among those that are expected."""
    said = (mail.mail.message_id, *mail.mail.in_reply_to, *mail.mail.references)
    words = [text.strip().strip("<>").partition("@")[0] for text in said]
    words += [word.strip("[]()") for word in mail.mail.subject.split()]
    given = [word.casefold().encode() for word in words if len(word) == _LENGTH]
    for n in reversed(house.records.house.probes.expected):
        token = house.handles.probe_token(n).encode()
        if any(hmac.compare_digest(token, word) for word in given):
            return n
    return 0


_LENGTH = 26  # letters of the word
