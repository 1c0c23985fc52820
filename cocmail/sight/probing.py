"""The test mail to our own address, and the news that it stays out or is back (B-43, D-01).

None says anything of a case. Not here: when (core/probing.py), and what a mail is that comes back
(cocmail/probing.py).
"""

from collections.abc import Callable

from cocmail.core.probing import NEWS, TEMPLATE
from cocmail.mail.build import Head, letter_bytes
from cocmail.render import Renderer
from cocmail.sight.scene import Context, Scene, Seen

__all__ = ["NEWS", "SEEN", "TEMPLATE", "house", "made"]


def made(scene: Scene, renderer: Renderer, errand: int) -> tuple[str, str, bytes, bool] | None:
    """Return path, recipient, bytes, and that it goes by the outside; None: a later one went.

    The word by which it is known stands in the Message-ID and in the subject, as relays replace
    the one and keep the other. Nobody's address is in it but the published one.
    """
    settings, committee = scene.config.probe, scene.config.committee
    probes, n = scene.frame.house.probes, int(scene.about["probe"])
    if settings is None or n != probes.wanted or n not in probes.expected:
        return None
    handles = scene.records.handles
    context = {**scene.common(), **probe(scene).context}
    rules, language = scene.frame.rules.id, committee.language
    words = renderer.words(TEMPLATE, procedure=rules, language=language, context=context)
    to = settings.to or committee.alias
    head = Head(
        committee.name, committee.alias, to, committee.name, committee.alias, words.subject,
        handles.probe_id(n), scene.frame.now, (), "", "auto-generated", "", handles.loop_mark(),
    )  # fmt: skip
    sender = scene.records.bounce_handle(0, scene.reader, errand)
    return sender, to, letter_bytes(head, words.text), True


def probe(scene: Scene) -> Seen:
    """The words of the test mail: whose it is, and its word."""
    return Seen({"word": scene.records.handles.probe_token(int(scene.about["probe"]))})


def news(scene: Scene) -> Seen:
    """It stays out, or is back; what is no longer so need not be said."""
    probes, works = scene.frame.house.probes, bool(scene.about["works"])
    context: Context = {
        "works": works, "refused": probes.why == "refused", "since": probes.wanted_at,
        "last": probes.came_at, "missed": probes.missed_at, "spam": probes.spam,
    }  # fmt: skip
    over = works == probes.missing or scene.about["missed"] != str(probes.missed)
    return Seen(context, (), "nothing-new" if over else "")


def house(scene: Scene) -> Context:
    """What the chair's status says of the way in: the test, and a mailbox that nobody can open."""
    probes = scene.frame.house.probes
    test: Context | None = None
    if scene.config.probe is not None and probes.wanted_at is not None:
        test = {"missing": probes.missing, "came": probes.came_at, "spam": probes.spam,
                "left": probes.wanted_at}  # fmt: skip
    return {"test": test, "away": scene.records.away(scene.frame.now)}


SEEN: dict[str, Callable[[Scene], Seen]] = {TEMPLATE: probe, NEWS: news}
