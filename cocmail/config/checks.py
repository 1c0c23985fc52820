"""What must agree across tables: people and addresses, who presides, doors, pairs of keys.

These checks read the document as TOML gave it and skip what has the wrong type, so that a slip
in one table does not hide the problems of the others. Not here: what one key must be by itself
(tables.py), and what is allowed but unwise (cautions.py).
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import timedelta
from ipaddress import ip_address

from cocmail.config.problems import Problem, Values, key_of, shown, suggestion
from cocmail.core.spelling import fold_address
from cocmail.durations import read_duration

Finding = tuple[str, str, str]  # key, problem, remedy


@dataclass(frozen=True, slots=True)
class Entry:
    """One mention of a person in the file; the same person may have several."""

    key: str
    table: str
    id: str
    name: str
    role: str
    addresses: tuple[tuple[str, str], ...]  # key, folded address


def across(document: Values, file: str, roster_minimum: int | None) -> list[Problem]:
    """Everything that does not agree; the minimum (GC-02) is None when it is not known."""
    found = [finding for check in _CHECKS for finding in check(document)]
    if roster_minimum is not None:
        found += _roster_minimum(document, roster_minimum)
    return [Problem(file, key[:120], problem, remedy) for key, problem, remedy in found]


def entries(document: Values) -> list[Entry]:
    """Everyone the file names, in its order: members, council, moderators, delegates."""
    people: list[Entry] = []
    for table in ("members", "council"):
        people += _entries_in(document, (table,), table)
    for number, _space in enumerate(_tuple(document.get("spaces"))):
        for office in ("moderators", "administrators"):
            people += _entries_in(document, ("spaces", number, office), office)
    return [*people, *_entries_in(document, ("delegates",), "delegates")]


def _entries_in(document: Values, place: tuple[str | int, ...], table: str) -> Iterator[Entry]:
    for number, raw in enumerate(_tuple(_at(document, place))):
        if not isinstance(raw, Mapping) or not _string(raw, "id"):
            continue
        loc = (*place, number)
        addresses = [((*loc, "address"), raw.get("address"))] + [
            ((*loc, "addresses", n), one) for n, one in enumerate(_tuple(raw.get("addresses")))
        ]
        folded = [(key_of(document, at), _fold(a)) for at, a in addresses if isinstance(a, str)]
        role = _string(raw, "role") or "member"
        yield Entry(
            key_of(document, loc),
            table,
            _string(raw, "id"),
            _string(raw, "name"),
            role,
            tuple(folded),
        )


def _at(document: Values, place: tuple[str | int, ...]) -> object:
    here: object = document
    for part in place:
        if isinstance(part, str):
            here = here.get(part) if isinstance(here, Mapping) else None
        else:
            here = here[part] if isinstance(here, tuple) else None
    return here


def _tuple(value: object) -> tuple[object, ...]:
    return value if isinstance(value, tuple) else ()


def _table(document: Values, name: str) -> Values:
    table = document.get(name)
    return table if isinstance(table, Mapping) else {}


def _string(table: Values, key: str) -> str:
    value = table.get(key)
    return value if isinstance(value, str) else ""


def _fold(address: str) -> str:
    return fold_address(address)


def _same_ids(document: Values) -> Iterator[Finding]:
    """An id stands once in a list, and means one person everywhere (one namespace)."""
    first: dict[str, Entry] = {}
    within: set[tuple[str, str]] = set()
    for entry in entries(document):
        home = (entry.key.rpartition(".")[0] or entry.table, entry.id)
        if home in within:
            yield entry.key, "this id stands twice", "give each person an id of their own"
            continue
        within.add(home)
        before = first.setdefault(entry.id, entry)
        if before is not entry:
            yield from _same_person(before, entry)


def _same_person(before: Entry, entry: Entry) -> Iterator[Finding]:
    if before.name.strip().casefold() != entry.name.strip().casefold():
        problem = f"is {shown(entry.name)} here and {shown(before.name)} in {before.key}"
        yield f"{entry.key}.name", problem, "write the same name, or choose another id"
    ours, theirs = {a for _, a in entry.addresses}, {a for _, a in before.addresses}
    both_list = {before.table, entry.table} == {"members", "council"}
    if (both_list and ours != theirs) or not (ours <= theirs or theirs <= ours):
        remedy = "write the same addresses, or choose another id"
        yield f"{entry.key}.addresses", f"are not those of {before.key}", remedy


def _same_addresses(document: Values) -> Iterator[Finding]:
    whose: dict[str, Entry] = {}
    for entry in entries(document):
        seen: set[str] = set()
        for key, address in entry.addresses:
            before = whose.setdefault(address, entry)
            if address in seen:
                yield key, "this address stands twice", "remove one"
            elif before.id != entry.id:
                problem = f"is an address of {before.key} too"
                yield key, problem, "give each person addresses of their own, never a list (PS-02)"
            seen.add(address)


def _alias_address(document: Values) -> Iterator[Finding]:
    """Mail to a person must not come back to the alias: that would be a loop."""
    committee = _table(document, "committee")
    local, _, domain = _fold(_string(committee, "alias")).rpartition("@")
    separator = committee.get("subaddress", "+")
    tag_domain = _fold(_string(committee, "tag_domain"))
    remedy = "write the person's own address"
    for entry in entries(document):
        for key, address in entry.addresses:
            person, _, home = address.rpartition("@")
            if local and home == domain and person == local:
                yield key, "is the alias itself", remedy
            elif (
                separator
                and isinstance(separator, str)
                and home == domain
                and person.startswith(local + separator)
            ):
                yield key, "is an address of the alias", remedy
            elif tag_domain and separator == "" and home == tag_domain != domain:
                yield key, "is in tag_domain, which all comes back to cocmail", remedy


def _who_presides(document: Values) -> Iterator[Finding]:
    members = {e.id: e.role for e in entries(document) if e.table == "members"}
    committee = _table(document, "committee")
    chair = _string(committee, "chair")
    if chair and chair not in members:
        yield "committee.chair", f"{shown(chair)} is no member", suggestion(chair, members)
    elif chair and members[chair] != "member":
        problem = f"{shown(chair)} is an {members[chair]}"
        yield "committee.chair", problem, 'name somebody with role = "member"'
    yield from _named(committee.get("succession"), "committee.succession", members)
    for number, one in enumerate(_tuple(committee.get("succession"))):
        if isinstance(one, str) and members.get(one) == "adviser":
            key = f"committee.succession[{number + 1}]"
            yield key, f"{shown(one)} is an adviser, who has no vote", "remove the id (PS-06)"
    yield from _named(_at(document, ("screening", "rota")), "screening.rota", members)


def _named(ids: object, key: str, members: Mapping[str, str]) -> Iterator[Finding]:
    seen: set[object] = set()
    for number, one in enumerate(_tuple(ids)):
        if isinstance(one, str) and one not in members:
            yield f"{key}[{number + 1}]", f"{shown(one)} is no member", suggestion(one, members)
        elif isinstance(one, str) and one in seen:
            yield f"{key}[{number + 1}]", f"{shown(one)} stands twice", "remove one"
        seen.add(one)


def _spaces(document: Values) -> Iterator[Finding]:
    known: dict[str, str] = {}
    for number, space in enumerate(_tuple(document.get("spaces"))):
        name = _string(space, "id") if isinstance(space, Mapping) else ""
        if name and name in known:
            yield f"spaces[{number + 1}].id", f"{shown(name)} stands twice", "choose another id"
        known[name] = name
    for number, delegate in enumerate(_tuple(document.get("delegates"))):
        wanted = _string(delegate, "space") if isinstance(delegate, Mapping) else ""
        if wanted and wanted not in known:
            key = f"{key_of(document, ('delegates', number))}.space"
            options = [name for name in known if name]
            yield key, f"{shown(wanted)} is no space", suggestion(wanted, options)


def _council(document: Values) -> Iterator[Finding]:
    council = _tuple(document.get("council"))
    # Anything but false is a contact here: a wrong type is named already.
    if all(isinstance(one, Mapping) and one.get("contact", False) is False for one in council):
        remedy = "add contact = true to at least one [[council]] entry (JU-01)"
        yield "council", "has no contact", remedy


def _roster_minimum(document: Values, minimum: int) -> Iterator[Finding]:
    voting = {e.id for e in entries(document) if e.table == "members" and e.role == "member"}
    if len(voting) < minimum:
        problem = f"{len(voting)} with role member, the procedure wants {minimum}"
        yield "members", problem, "add [[members]] or set roster_minimum in [procedure] (GC-02)"


def _doors(document: Values) -> Iterator[Finding]:
    if not {"smtp", "lmtp", "imap"} & document.keys():
        yield "smtp", "no way in for mail", "add one of the tables [smtp], [lmtp], [imap]"
    smtp, lmtp = (_string(_table(document, name), "listen") for name in ("smtp", "lmtp"))
    if smtp and smtp == lmtp and not smtp.endswith(":0"):
        yield "lmtp.listen", "is the place of [smtp] too", "choose another port"
    imap = _table(document, "imap")
    if imap.get("security") == "none" and not _loopback(_string(imap, "host")):
        yield "imap.security", "none is for loopback only", 'write "tls" or "starttls"'
    ways = [key for key in ("password_file", "oauth2_token_command") if key in imap]
    if "imap" in document and len(ways) != 1:
        problem = "has two ways to log in" if ways else "has no way to log in"
        yield "imap", problem, "give either password_file or oauth2_token_command"


def _loopback(host: str) -> bool:
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return host == "localhost" or not host


_PAIRS = (
    ("smtp", "tls_certificate", "tls_key_file"),
    ("smarthost", "user", "password_file"),
    ("smarthost", "dkim_selector", "dkim_key_file"),
)


def _pairs(document: Values) -> Iterator[Finding]:
    for table, left, right in _PAIRS:
        here = _table(document, table)
        for given, wanted in ((left, right), (right, left)):
            if given in here and wanted not in here:
                yield f"{table}.{given}", f"stands without {wanted}", f"add {wanted}"


def _tags(document: Values) -> Iterator[Finding]:
    committee = _table(document, "committee")
    if committee.get("subaddress") == "" and "tag_domain" not in committee:
        remedy = 'add tag_domain = "..." (a catch-all domain), or write "+"'
        yield "committee.subaddress", "is empty without tag_domain", remedy


def _openpgp(document: Values) -> Iterator[Finding]:
    for number, member in enumerate(_tuple(document.get("members"))):
        if not isinstance(member, Mapping) or "openpgp" in member:
            continue
        key, remedy = key_of(document, ("members", number)), 'add openpgp = "keys/NAME.asc"'
        if member.get("delivery") == "encrypted":
            yield f"{key}.delivery", "encrypted without an OpenPGP key", remedy
        if member.get("signed_commands") is True:
            yield f"{key}.signed_commands", "wants signatures without an OpenPGP key", remedy


def _probe(document: Values) -> Iterator[Finding]:
    """A test mail must be able to come back before the next one leaves, and is nobody's mail."""
    probe = _table(document, "probe")
    if "probe" not in document:
        return
    every, within = (_span(probe, key, usual) for key, usual in
                     (("every", "1 week"), ("back_within", "1 day")))  # fmt: skip
    if every is not None and every < timedelta(hours=1):
        yield "probe.every", "is less than an hour", 'write at least "1 hour"'
    elif every is not None and within is not None and not timedelta(0) < within <= every:
        problem = "is zero, or longer than every"
        yield "probe.back_within", problem, 'write how long a mail may take, such as "1 day"'
    to = _fold(_string(probe, "to"))
    if to and to in {address for entry in entries(document) for _, address in entry.addresses}:
        remedy = "give a mailbox of the test's own, which forwards to the alias"
        yield "probe.to", "is an address of somebody on the roster", remedy
    route = _string(probe, "route") or _string(_table(document, "smarthost"), "url")
    if route.startswith("maildir:"):
        yield "probe", "letters go to a Maildir, where none comes back", "add route, or remove it"


def _span(table: Values, key: str, usual: str) -> timedelta | None:
    """A duration, where it is one; tables.py names what is none."""
    return read_duration(_string(table, key) if key in table else usual)


def _one_file(document: Values) -> Iterator[Finding]:
    store = _table(document, "store")
    if _string(store, "path") and store.get("path") == store.get("key_file"):
        yield "store.key_file", "is the database itself", "name another file"


_CHECKS: tuple[Callable[[Values], Iterator[Finding]], ...] = (
    _same_ids,
    _same_addresses,
    _alias_address,
    _who_presides,
    _spaces,
    _council,
    _doors,
    _pairs,
    _tags,
    _openpgp,
    _probe,
    _one_file,
)
