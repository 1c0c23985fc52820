"""Whether the From of a mail is true: what our own relay found, or our own DKIM verification.

Two witnesses, one answer (product.md 6, "Who is speaking", 2). `relay_verdict` reads the
Authentication-Results of our own relay (RFC 8601); `dkim_verdict` verifies the signatures itself
(RFC 6376). Both ask the same question: did a DKIM signature or DMARC pass for the domain of the
From address? SPF alone never counts, ARC is not read: we trust no intermediary.

What the relay has to do: remove every Authentication-Results field that carries its own id from
the mail it accepts (RFC 8601 section 5). A forged field between its Received and the first foreign
one cannot be told from its own.

Not here: whose address it is (roster.py), whether the peer is trusted and how often one signed
body counts (house.py), the DNS (edge/dns.py: the resolver is an argument).
"""

import asyncio
import hashlib
import re
from collections.abc import Awaitable, Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

import authres
import dkim
from dkim.util import parse_tag_value

from cocmail.core.domains import ascii_domain
from cocmail.mail.fields import in_group

Verdict = Literal["pass", "none", "fail"]
Why = Literal[
    "dmarc",  # pass or fail: DMARC said so
    "dkim",  # pass or fail: an aligned signature said so
    "no-field",  # nothing of our relay to go by
    "no-pass",  # our relay looked and found nothing aligned
    "bad-from",  # no single usable From
    "malformed",  # the header cannot be read as RFC 5322 wants it
    "unsigned",  # no signature at all
    "not-aligned",  # only other domains signed
    "weak",  # aligned, but l=, or From or Subject unsigned, or an algorithm we do not count
    "dns",  # the key could not be asked for now: worth a retry (451)
]
Field = tuple[str, str]

_MAX_SIGNATURES = 8  # P37: each costs a query
_MAX_HEADER = 256 * 1024
_MAX_FIELD = 8192
_FOREIGN = re.compile(r"[^\s;=@()\"]*[^\x00-\x7f][^\s;=@()\"]*")
_FIELD = re.compile(rb"([!-9;-~]+[ \t]*):(.*)", re.DOTALL)
# RFC 5322 3.6, RFC 2045 5: what a mail has once, and what hangs on which of two is read.
_ONCE = ("date", "message-id", "subject", "content-type", "content-transfer-encoding")


@dataclass(frozen=True, slots=True)
class Authentication:
    """The answer, the domain it rests on, whether a signature carries it, and one word why."""

    verdict: Verdict
    domain: str
    signed: bool
    why: Why


def header_fields(raw: bytes) -> tuple[Field, ...]:
    """Return the header fields of a mail as they stand in it, unfolded but never decoded.

    Authentication must read these and not decoded ones: an encoded word that spells our
    authserv-id passes a relay's filter and must not become our id afterwards. Only LF ends a
    line, so a bare CR cannot start a field. The first line that is no field ends the header.
    """
    found: list[tuple[str, list[str]]] = []
    head = re.split(rb"\n\r?\n", raw[:_MAX_HEADER], maxsplit=1)[0]
    for line in head.split(b"\n"):
        line = line.removesuffix(b"\r")
        field = _FIELD.fullmatch(line)
        if line[:1] in (b" ", b"\t") and found:
            found[-1][1].append(line.decode("latin-1"))
        elif field:
            found.append((field[1].decode("ascii"), [field[2].decode("latin-1")]))
        elif not (line.startswith(b"From ") and not found):
            break
    return tuple((name, "".join(parts).strip()) for name, parts in found)


def aligned(signer: str, sender: str) -> bool:
    """Say whether a signing domain speaks for the domain of a From.

    Equal, or a parent with two labels or more: relaxed alignment (RFC 7489 3.1.1) without a
    public suffix list. A subdomain does not speak for its parent, as RFC 7489 would allow:
    subdomains are often given away.
    """
    above, below = _ascii(signer), _ascii(sender)
    if not above or not below:
        return False
    return above == below or ("." in above and below.endswith("." + above))


def _ascii(domain: str) -> str:
    domain = domain.strip().rstrip(".").lower()
    return domain if domain.isascii() else ascii_domain(domain)


def _domain(address: str) -> str:
    """Return the domain of an address, "" when it has none."""
    return address.rpartition("@")[2].strip(" >") if "@" in address else ""


def _one_from(headers: Iterable[Field], address: str) -> str:
    """Return the domain of the only From, "" when there is not exactly one to speak of."""
    froms = sum(name.strip().lower() == "from" for name, _ in headers)
    return _domain(address) if froms <= 1 else ""


def _read_one_way(headers: Sequence[Field], found: Authentication) -> Authentication:
    """No pass for a header that two programs may read in two ways; a failure stays one.

    A signature vouches for the lowest field of a name (RFC 6376 5.4.2), we read the topmost: a
    second Date above the signed one makes an old mail look new, a second Content-Type makes other
    words of it. And whose a From in a group is, a relay may answer otherwise than we.
    """
    names = [name.strip().lower() for name, _ in headers]
    group = any(name.strip().lower() == "from" and in_group(value) for name, value in headers)
    if found.verdict == "pass" and (group or any(names.count(name) > 1 for name in _ONCE)):
        return Authentication("none", found.domain, False, "malformed")
    return found


# --- what our own relay found -----------------------------------------------------------------


def relay_verdict(
    headers: Sequence[Field], from_address: str, authserv_id: str, topmost_only: bool = False
) -> Authentication:
    """Judge by the Authentication-Results fields of our own relay.

    `headers` are all fields from the top, as `header_fields` returns them. Counted is every field
    whose authserv-id is ours above the first Received that is not our relay's. `topmost_only` is
    for IMAP: only the first field with the provider's id, wherever its Received lines stand.
    """
    domain = _one_from(headers, from_address)
    if not domain:
        return Authentication("none", "", False, "bad-from")
    collect = _first if topmost_only else _ours
    ours = collect(headers, authserv_id.strip().lower())
    if not ours:
        return Authentication("none", domain, False, "no-field")
    return _read_one_way(headers, _said(ours, domain))


def _said(ours: Sequence["Results"], domain: str) -> Authentication:
    """What our relay's fields say together: DMARC's failure first, then any pass."""
    dmarc = _lowest(_dmarc(results, domain) for results in ours)
    signature = _lowest(_dkim(results, domain) for results in ours)
    match dmarc, signature:
        case "fail", _:
            return Authentication("fail", domain, False, "dmarc")
        case _, "pass":
            return Authentication("pass", domain, True, "dkim")
        case "pass", _:
            return Authentication("pass", domain, False, "dmarc")
        case _, "fail":
            return Authentication("fail", domain, False, "dkim")
    return Authentication("none", domain, False, "no-pass")


Results = Sequence[authres.core.AuthenticationResult]


def _ours(headers: Sequence[Field], our_id: str) -> list[Results]:
    """Collect our relay's fields above the first Received that is not our relay's."""
    found: list[Results] = []
    for name, value in headers:
        if name.strip().lower() == "received" and _received_by(value) != our_id:
            break
        if name.lower() == "authentication-results":
            found.extend(_results(value, our_id))
    return found


def _first(headers: Sequence[Field], our_id: str) -> list[Results]:
    """Take the topmost field with our id. One that cannot be read does not hand on to the next."""
    for name, value in headers:
        claimed = re.match(r"[^\s;()\"]+", value.strip())
        ours = claimed is not None and claimed[0].lower() == our_id
        if name.lower() == "authentication-results" and ours:
            return _results(value, our_id)
    return []


def _results(value: str, our_id: str) -> list[Results]:
    """Parse one field; an empty list when it is not ours or cannot be read in full."""
    line = re.sub(r"\s+", " ", value).strip()
    # In mail with SMTPUTF8 a relay may write a domain as it is read (RFC 8616 6).
    line = line if line.isascii() else _FOREIGN.sub(lambda word: _ascii(word[0]) or word[0], line)
    if not our_id or len(line) > _MAX_FIELD:
        return []
    try:
        field = authres.parse_value(line)
    except (authres.AuthResError, ValueError, TypeError, AttributeError, RecursionError):
        return []
    if field.authserv_id != our_id:
        return []
    return [[r for r in field.results if isinstance(r, authres.core.AuthenticationResult)]]


def _received_by(value: str) -> str:
    """Return the host of a Received field's only `by`, "" when that is in doubt.

    Comments are cut with their nesting first, and the date after the semicolon: what the client
    said in its HELO stands there too. Two `by`, or a comment that never ends, is nobody's.
    """
    clauses = _without_comments(value)
    if clauses is None:
        return ""
    words = clauses.partition(";")[0].lower().split()
    places = [i for i, word in enumerate(words) if word == "by"]
    if len(places) != 1 or places[0] + 1 >= len(words):
        return ""
    return words[places[0] + 1]


def _without_comments(value: str) -> str | None:
    kept: list[str] = []
    depth, escaped, quoted = 0, False, False
    for char in value:
        if escaped:
            escaped = False
        elif char == "\\":
            escaped = True
        elif char == '"' and not depth:
            quoted = not quoted
        elif quoted:
            continue
        elif char == "(":
            depth += 1
            kept.append(" ")
        elif char == ")":
            depth -= 1
        elif not depth:
            kept.append(char)
        if depth < 0:
            return None
    return None if depth or quoted else "".join(kept)


def _lowest(said: Iterable[Verdict | None]) -> Verdict | None:
    """The topmost field that mentions a method speaks; a later one can only lower it."""
    heard = set(said)
    worst_first: tuple[Verdict, ...] = ("fail", "none", "pass")
    return next((verdict for verdict in worst_first if verdict in heard), None)


def _dmarc(results: Results, domain: str) -> Verdict | None:
    """What one field says about DMARC of the From domain; None when it says nothing."""
    said: list[Verdict] = []
    for result in results:
        if str(result.method).lower() != "dmarc":
            continue
        named = _properties(result, "from")
        if not all(aligned(_domain(name) or name, domain) for name in named):
            said.append("none")
        else:
            said.append(_spoken(result))
    return _lowest(said)


def _dkim(results: Results, domain: str) -> Verdict | None:
    """What one field says about DKIM of the From domain; None when it says nothing.

    Of several signatures in one field one good aligned one is enough (RFC 6376 6.1); signatures
    of other domains say nothing either way, unless they are all there is.
    """
    mine: list[Verdict] = []
    mentioned = False
    for result in results:
        if str(result.method).lower() != "dkim":
            continue
        mentioned = True
        named = _properties(result, "d") or _properties(result, "i")
        if named and all(aligned(_domain(name) or name, domain) for name in named):
            mine.append(_spoken(result))
    if not mine:
        return "none" if mentioned else None
    return "pass" if "pass" in mine else _lowest(mine)


def _spoken(result: authres.core.AuthenticationResult) -> Verdict:
    word = str(result.result).lower()
    return "pass" if word == "pass" else "fail" if word in ("fail", "hardfail") else "none"


def _properties(result: authres.core.AuthenticationResult, name: str) -> list[str]:
    return [
        str(p.value)
        for p in result.properties
        if str(p.type).lower() == "header" and str(p.name).lower() == name
    ]


# --- our own verification ---------------------------------------------------------------------

Txt = Callable[[str], Awaitable[bytes | None]]


async def dkim_verdict(raw: bytes, from_address: str, txt: Txt) -> Authentication:
    """Verify the DKIM signatures of a mail's From domain (RFC 6376); never raises.

    `txt` returns the TXT record of a name, None when there is none, and raises when it cannot be
    known now. At most eight signatures are looked at. An aligned signature that fails, expired
    and keyless ones included, is "fail"; one that counts for nothing (`weak`) is "none".
    """
    headers = header_fields(raw)
    domain = _one_from(headers, from_address)
    if not domain:
        return Authentication("none", "", False, "bad-from")
    try:
        seen, _ = dkim.rfc822_parse(re.split(rb"\n\r?\n", raw, maxsplit=1)[0])
    except Exception:  # noqa: BLE001  a foreign parser on anybody's bytes: P37, IndexError too
        return Authentication("none", domain, False, "malformed")
    if sum(name.lower() == b"from" for name, _ in seen) != 1:
        return Authentication("none", "", False, "bad-from")
    signatures = [value for name, value in seen if name.lower() == b"dkim-signature"]
    outcomes = [
        await _signature(raw, index, value, domain, txt)
        for index, value in enumerate(signatures[:_MAX_SIGNATURES])
    ]
    ranked = sorted(outcomes, key=lambda outcome: _BEST_FIRST.index((outcome.verdict, outcome.why)))
    best = ranked[0] if ranked else Authentication("none", domain, False, "unsigned")
    return _read_one_way(headers, best)


# One good signature is enough. One whose key is out of reach may be good yet, so it is asked
# again before another's failure is believed.
_BEST_FIRST: tuple[tuple[Verdict, Why], ...] = (
    ("pass", "dkim"),
    ("none", "dns"),
    ("fail", "dkim"),
    ("none", "weak"),
    ("none", "not-aligned"),
)


async def _signature(raw: bytes, index: int, value: bytes, domain: str, txt: Txt) -> Authentication:
    """Verify one signature; the key is fetched before, because dkimpy's own DNS blocks (P37)."""
    try:
        tags = parse_tag_value(value)
        signer = tags[b"d"].decode("ascii")
        name = f"{tags[b's'].decode('ascii')}._domainkey.{signer}"
    except Exception:  # noqa: BLE001  as above
        return Authentication("none", domain, False, "not-aligned")
    if not aligned(signer, domain):
        return Authentication("none", domain, False, "not-aligned")
    if not _strong(tags):
        return Authentication("none", signer, False, "weak")
    try:
        key = await txt(name)
    except Exception:  # noqa: BLE001  whatever the resolver met, the key is not known now
        return Authentication("none", signer, False, "dns")
    good = await asyncio.to_thread(_verifies, raw, index, key)
    return Authentication("pass" if good else "fail", signer, good, "dkim")


def _strong(tags: Mapping[bytes, bytes]) -> bool:
    """Say whether a signature covers what we rely on.

    With l= text can be appended (P37). SHA-1 is not counted (RFC 8301 3.1). An Ed25519 signature
    we cannot verify is not a forgery: such domains sign with RSA beside it (RFC 8463).
    """
    signed = {name.strip().lower() for name in tags.get(b"h", b"").split(b":")}
    covers = {b"from", b"subject"} <= signed and b"l" not in tags
    return covers and tags.get(b"a", b"").lower() == b"rsa-sha256"


def _verifies(raw: bytes, index: int, key: bytes | None) -> bool:
    def fetched(_name: bytes, timeout: float = 0) -> bytes | None:
        return key

    try:
        return bool(dkim.DKIM(raw).verify(idx=index, dnsfunc=fetched))
    except Exception:  # noqa: BLE001  any complaint of the verifier is a failed signature
        return False


def signed_body(raw: bytes) -> str:
    """Return the hex SHA-256 of what a signature vouches for: body, From, Date, Message-ID.

    White space is folded as DKIM's relaxed form does (RFC 6376 3.4), so that another hop's
    rewrapping or new trace fields do not make a replayed mail look new.
    """
    digest = hashlib.sha256()
    for wanted in ("from", "date", "message-id"):
        for name, value in header_fields(raw):
            if name.strip().lower() == wanted:
                line = f"{wanted}:{' '.join(value.split())}\n"
                digest.update(line.encode("latin-1", "replace"))
    parts = re.split(rb"\n\r?\n", raw, maxsplit=1)
    body = parts[1] if len(parts) > 1 else b""
    lines = [re.sub(rb"[ \t]+", b" ", line.rstrip(b" \t\r")) for line in body.split(b"\n")]
    digest.update(b"\n" + b"\n".join(lines).rstrip(b"\n"))
    return digest.hexdigest()
