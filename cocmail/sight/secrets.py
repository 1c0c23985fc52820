"""What one outsider may not learn of a case, gathered for the check before sending (promise 5).

The reported person, moderators and the rest outside learn nothing of reporters, witnesses and
affected people; a reporter learns nothing of the others, nor of what the reported person wrote.
"""

import re

from cocmail.config import Config
from cocmail.core import mediating
from cocmail.core.case import Case, Party
from cocmail.leakcheck import Secrets, leaks
from cocmail.mail.replies import own_words
from cocmail.records import Records
from cocmail.render import Renderer
from cocmail.sight import attached
from cocmail.wordcheck import known_words

_LINK = re.compile(r"(?:https?://|www\.)[^\s<>\"')\]]+", re.IGNORECASE)
_HANDLE = re.compile(r"(?<![\w@.])@([A-Za-z0-9][\w.-]{2,38})")
_REF = re.compile(r"[RPWA]\d+")


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
    addresses += [a for of in config.addresses.values() for a in of]
    texts: list[str] = []
    ids: list[str] = []
    files: list[str] = []
    links: list[str] = []
    handles: list[str] = []
    times = []
    mine = case.parties.get(ref)
    for kept, at in case.mails:
        if kept.source == ref or (kept.kind == "outside" and ref in ("@moderators", "@board")):
            continue
        mail = records.mail(case.no, kept.text)
        text = mail.text if kept.kind == "report" else own_words(mail.text)
        texts.append(text)
        links += _LINK.findall(text)
        files += [p.filename for p in mail.attachments if p.filename]
        if kept.message_id:
            ids.append(kept.message_id)
        if kept.source[:1] not in ("P", "M") and kept.source not in told:
            names += [s.name for s in mail.senders if s.name]
        if kept.source[:1] not in ("P", "M"):
            handles += _own_handles(mail.text, mine)
            times.append(at)
    own = {mine.name} if mine else set()
    return Secrets(
        names=tuple(dict.fromkeys(n for n in names if n not in own)),
        addresses=tuple(dict.fromkeys(a for a in addresses if a)),
        handles=tuple(dict.fromkeys(handles)),
        message_ids=tuple(ids),
        file_names=tuple(files),
        links=tuple(dict.fromkeys(links)),
        texts=tuple(texts),
        times=tuple(times),
    )


def _own_handles(text: str, reader: Party | None) -> list[str]:
    """@handles in a report, but for those that are the reader's own name."""
    own = (reader.name if reader else "").casefold()
    return [h for h in _HANDLE.findall(text) if h.casefold() not in own]


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
