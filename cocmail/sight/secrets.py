"""What one outsider may not learn of a case, gathered for the check before sending (promise 5).

The reported person, moderators and the rest outside learn nothing of reporters, witnesses and
affected people; a reporter learns nothing of the others, nor of what the reported person wrote.
"""

import re
from collections.abc import Sequence

from cocmail import telling
from cocmail.config import Config
from cocmail.core import mediating
from cocmail.core.case import Case, Party
from cocmail.core.spelling import tokens
from cocmail.leakcheck import Secrets, leaks
from cocmail.mail.replies import own_words
from cocmail.mail.said import all_words
from cocmail.records import Records
from cocmail.render import Renderer
from cocmail.roster import looks_like_a_list
from cocmail.sight import attached
from cocmail.wordcheck import known_words

_REF = re.compile(r"[RPWA]\d+")
MOST = 2**20  # characters of one mail that are looked for in letters; its text is at most a quarter


def secrets(records: Records, config: Config, case: Case, ref: str) -> Secrets:
    """Names, addresses, handles, links, ids, files, times and words that `ref` may not see."""
    others = [p for p in case.parties.values() if p.ref != ref]
    # Without a reader (the sheet) nobody's name may stand there, the reported person's either.
    hidden = [p for p in others if not ref or p.role != "reported"]
    told = mediating.named_to(case, ref)  # JU-39: who agreed to be named, to these readers
    if mediating.knows_mediator(case, ref):
        told |= {p.ref for p in others if p.role == "mediator"}
    names = [p.name for p in hidden if not _REF.fullmatch(p.name) and p.ref not in told]
    addresses = [records.address(case.no, p.address) for p in others if p.address]
    boxes = [records.address(case.no, p.address).rpartition("@")[0]
             for p in hidden if p.address and p.ref not in told]  # fmt: skip
    addresses += [a for of in config.addresses.values() for a in of]
    texts: list[str] = []
    ids: list[str] = []
    files: list[str] = []
    links: list[str] = []
    # A local part of letters alone may be anybody's word (music@): that much is a guess.
    guesses = [box for box in boxes if box.isalpha()]
    handles = [box for box in boxes if not box.isalpha()]
    times = []
    mine = case.parties.get(ref)
    reported = [p for p in case.reported() if ref]
    open_names = _open(config, case, mine, reported)
    theirs = [p.name for p in (mine, *reported) if p]
    at_home = {records.address(case.no, p.address) for p in (mine, *reported) if p and p.address}
    for kept, at in case.mails:
        if kept.source == ref or (kept.kind == "outside" and ref in ("@moderators", "@board")):
            continue
        mail = records.mail(case.no, kept.text)
        said = _bounded(all_words(mail))
        if kept.kind != "report":
            said = (own_words(said[0]), *said[1:])
        texts += (*said, mail.subject)
        links += (link for text in said for link in telling.links(text))
        files += [p.filename for p in mail.attachments if p.filename]
        files += (name for text in said for name in telling.files(text))
        if kept.message_id:
            ids.append(kept.message_id)
        if kept.source[:1] not in ("P", "M") and kept.source not in told:
            names += [s.name for s in mail.senders if s.name]
            names += _signed(mail.text, open_names)
            addresses += (a for text in said for a in telling.addresses(text)
                          if a not in at_home and not _everybodys(config, a))  # fmt: skip
            guesses += (g for t in said for g in telling.guesses(t, (*theirs, *open_names)))
        if kept.source[:1] not in ("P", "M"):
            handles += (h for text in said for h in telling.handles(text, theirs))
            times.append(at)
    own = {mine.name} if mine else set()
    return Secrets(
        names=tuple(dict.fromkeys(n for n in names if n not in own)),
        addresses=tuple(dict.fromkeys(a for a in addresses if a)),
        handles=tuple(dict.fromkeys(h for h in handles if _telling(h, open_names))),
        message_ids=tuple(ids),
        file_names=tuple(files),
        links=tuple(dict.fromkeys(links)),
        texts=tuple(texts),
        times=tuple(times),
        words=tuple(dict.fromkeys(g for g in guesses if _telling(g, open_names))),
        open_names=open_names if ref else (),
        reader=mine.name if mine else "",
        open_addresses=tuple(a for a in [mine and records.address(case.no, mine.address)] if a),
    )


def _everybodys(config: Config, address: str) -> bool:
    """Whether an address in a report is a list's or the committee's own: those are public."""
    local, _, domain = config.committee.alias.casefold().rpartition("@")
    ours = address.casefold().endswith(f"@{domain}") and address.casefold().startswith(local)
    return ours or looks_like_a_list(address)


def _bounded(texts: Sequence[str]) -> tuple[str, ...]:
    """The texts of one mail up to a size that a check at every sending can bear."""
    kept: list[str] = []
    left = MOST
    for text in texts:
        kept.append(text[:left])
        left -= len(kept[-1])
    return tuple(text for text in kept if text) or ("",)


def _open(
    config: Config, case: Case, mine: Party | None, reported: Sequence[Party]
) -> tuple[str, ...]:
    """Names that may stand in a letter in full: the recipient's, the reported person's, ours."""
    parties = [p.name for p in (mine, *reported) if p and not _REF.fullmatch(p.name)]
    return tuple(dict.fromkeys((*parties, *(p.name for p in config.roster.people.values()))))


def _signed(text: str, open_names: Sequence[str]) -> list[str]:
    """How a mail is signed, but for a name that the letter's own people bear as well."""
    known = {frozenset(tokens(name)) for name in open_names}
    return [n for n in telling.signed(text) if not any(set(tokens(n)) <= of for of in known)]


def _telling(handle: str, open_names: Sequence[str]) -> bool:
    """Whether a handle says who it is; sandra@ may be the member who signs, info@ is anybody."""
    folded = handle.casefold()
    words = {word for name in open_names for word in tokens(name)}
    return len(handle) > 3 and folded not in words


def allowed(config: Config, renderer: Renderer, case: Case) -> tuple[str, ...]:
    """Words that stand in a template or in the configuration: public anyway."""
    committee = config.committee
    templates = tuple(
        renderer.source(name, procedure=case.procedure, language=language)
        for language in dict.fromkeys((committee.language, *renderer.languages()))
        for name in ("outcome-reported", "outcome-reporter", "no-violation", "question",
                     "right-of-reply", "severe-originator", "accidental-disclosure",
                     "status-reporter", "proposed-resolution", "recommendation", "board-notice",
                     *sorted(mediating.OURS))
    )  # fmt: skip
    sentence = known_words(config.site, committee.language).no_contact
    public = (committee.name, committee.emergency or "", config.procedure.title)
    return (*templates, sentence, *public)


def given_away(
    config: Config,
    records: Records,
    renderer: Renderer,
    case: Case,
    text: str,
    marks: tuple[str, ...],
    ref: str,
    files: int,
) -> tuple[tuple[str, str], ...]:
    """What in text and files would give something away to that party: (kind, the words)."""
    told = secrets(records, config, case, ref)
    public = (*marks, *allowed(config, renderer, case))
    text = "\n\n".join((text, attached.words(records, case, files)))
    found = tuple((hit.kind, hit.words) for hit in leaks(text, told, public))
    theirs = attached.of_a_party(records, case, files, ref)
    named = (("attachment of a report", name) for name in theirs)
    return (*found, *named, *mediating.hints(case, text, ref))
