"""The roster's addresses, and whom a report mentions.

Here live the look-up between ids and addresses, the matching of a report against everyone
configured (product.md 5), the words that speak of the committee, and the check of an ABOUT name.
Excluding is decided in core/, reading rights in gate.py; tags live in handles.py.

What counts as a mention, case, accents and look-alikes folded, broken lines joined:

* an address, also in a link or as "ana at members dot test";
* a full name, also "Novak, Dee", possessive or inflected, and a title with a surname;
* a handle or `known_as`, on its own boundaries, in any case. One that is an everyday word, or the
  bearer's given name, needs its @ or a place in a link;
* a given name or a surname alone: with a capital, in the sender's own words. Not where it stands
  in another person's name ("Ana Torres" for Ana Ruiz). A surname that is an everyday word (Reed)
  and a given name marked `ordinary_name` never count alone.

In doubt a word counts: a false alarm is undone by the screener, a missed one cannot be.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from cocmail.core.people import Roster
from cocmail.core.spelling import (
    TITLES,
    is_ordinary,
    look,
    looks,
    name_words,
    places,
    readings,
    tokens,
    vocabulary,
)
from cocmail.core.spelling import fold_address as fold_address
from cocmail.mail.replies import own_words
from cocmail.nets import Bare, Net, Why

_RANK: tuple[Why, ...] = ("address", "name", "handle", "given-name")


class Addresses:
    """Which address is whose. The only place where an id becomes an address."""

    def __init__(
        self,
        of: Mapping[str, tuple[str, ...]],
        former: Mapping[str, tuple[str, ...]] | None = None,
    ) -> None:
        self._former = dict(former or {})  # of who left: a farewell goes there, nothing else
        self._of = {person: tuple(given) for person, given in of.items()}
        owners: dict[str, list[str]] = defaultdict(list)
        for person, given in self._of.items():
            for address in dict.fromkeys(map(fold_address, given)):
                owners[address].append(person)
        self._owners = {address: tuple(people) for address, people in owners.items()}
        self._net: tuple[Roster, Net] | None = None

    def whose(self, address: str) -> tuple[str, ...]:
        """Ids of everyone who has this address, in the roster's order; () for a stranger's."""
        return self._owners.get(fold_address(address), ())

    def receiving(self, person: str) -> str:
        """The address at which this person gets mail: the first. KeyError for one without."""
        given = self._of.get(person, ()) or self._former.get(person, ())
        if not given:
            raise KeyError(f"{person} has no address; give one under addresses in the roster")
        return given[0]

    def every(self, person: str) -> tuple[str, ...]:
        """All addresses of one person, as configured."""
        return self._of.get(person, ())

    def same(self, one: str, other: str) -> bool:
        """Whether two spellings are one mailbox."""
        return fold_address(one) == fold_address(other)

    def net(self, roster: Roster) -> Net:
        """The compiled patterns for this roster; made once for each roster."""
        if self._net is None or self._net[0] is not roster:
            self._net = (roster, Net.of(roster, self.every))
        return self._net[1]


@dataclass(frozen=True, slots=True)
class Wording:
    """What a report says and who says so. Recipients are left out: being written to is no hit."""

    sender_name: str
    sender_address: str
    subject: str
    text: str
    attachments: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Hit:
    """One configured person whom a report mentions, or who sent it, and the strongest reason."""

    person: str
    why: Why


def matched(roster: Roster, addresses: Addresses, wording: Wording) -> tuple[Hit, ...]:
    """Everyone configured whom this report mentions or who sent it, in the roster's order.

    Pure; linear in the text. The patterns are compiled once for each roster (`Addresses.net`).
    """
    net = addresses.net(roster)
    found: dict[str, set[Why]] = defaultdict(set)
    for person in addresses.whose(wording.sender_address):
        found[person].add("address")
    for text in (wording.subject, wording.text, *wording.attachments):
        for person, why in _mentions(net, text, headline=text is wording.subject):
            found[person].add(why)
    for person, why in _sure(net, readings(wording.sender_name)):
        found[person].add(why)
    # A private address such as dee.novak@home.test bears the full name; its domain says nothing.
    for person, why in _sure(net, readings(wording.sender_address.rpartition("@")[0])):
        found[person].update({why} & {"name"})
    for person in _single_names(roster, wording.sender_name):
        found[person].add("name")
    return tuple(
        Hit(person, next(why for why in _RANK if why in found[person]))
        for person in roster.people
        if found.get(person)
    )


def _single_names(roster: Roster, display: str) -> Iterator[str]:
    """People of one-word names whose whole name is the sender's display name."""
    shown = name_words(display)
    if len(shown) == 1:
        yield from (p.id for p in roster.people.values() if name_words(p.name) == shown)


def _mentions(net: Net, text: str, headline: bool) -> Iterator[tuple[str, Why]]:
    """Everyone one text mentions, by whatever reason."""
    seen = readings(text)
    yield from _sure(net, seen)
    if vocabulary(seen[0]) & net.bare.keys():
        yield from _alone(net, look(text if headline else own_words(text)), headline)


def _sure(net: Net, seen: tuple[str, ...]) -> Iterator[tuple[str, Why]]:
    """Addresses, full names and handles anywhere in a text, quotes and signature included."""
    for reading in seen:
        for trigger in vocabulary(reading) & net.sure.keys():
            starts = tuple(places(reading, trigger))
            for line in net.sure[trigger]:
                if any(line.stands(reading, start) for start in starts):
                    yield line.person, line.why
        for person, name in net.unspaced:
            if name in "".join(reading.split()):
                yield person, "name"


def _alone(net: Net, own: str, headline: bool) -> Iterator[tuple[str, Why]]:
    """Given names and surnames that stand alone, with a capital, in the sender's own words."""
    for trigger in vocabulary(own) & net.bare.keys():
        # A word of a script without capitals counts as one with a capital.
        starts = [start for start in places(own, trigger) if not own[start].islower()]
        for alone in net.bare[trigger]:
            found = (alone.pattern.match(own, start) for start in starts)
            if any(place and (headline or _stands_alone(own, place, alone)) for place in found):
                yield alone.person, alone.why


_NEXT = re.compile(r"[ \t]?\n?[ \t]?(?<=\s)([^\W\d_]{3,}(?:[-'][^\W\d_]+)*)(?:\s+([^\W\d_]))?")
_LAST = re.compile(r"([^\W\d_]+(?:\.?[-'][^\W\d_]+)*)(\.?)[ \t]$")

# What some languages say behind a given name instead of Mr or Ms.
_BEHIND = frozenset({"hanim", "bey", "abi", "abla", "san", "sensei", "bhai", "didi", "ji", "sahib"})


def _stands_alone(text: str, place: re.Match[str], alone: Bare) -> bool:
    """Whether a capitalised name is not a part of somebody else's name."""
    if not alone.others:
        return True
    if alone.why == "given-name":
        after = _NEXT.match(text, place.end())
        if after is None or not _namelike(after[1]):
            return True
        # A heading (Dee Harasses People) is no name, and a misspelt surname begins alike.
        heading = after[2] is not None and after[2].isupper()
        if after[1].casefold() in _BEHIND:
            return True
        return heading or after[1][0].casefold() in {word[0] for word in alone.others}
    before = _LAST.search(text, max(0, place.start() - 40), place.start())
    if before is None or before[1].casefold() in alone.others | TITLES:
        return True
    if len(before[1]) == 1 and before[2]:
        return before[1].casefold() in {word[0] for word in alone.others}
    if before[2] and re.fullmatch(r"[^\W\d_]", before[1].rpartition("-")[2]):
        return True
    return bool(before[2]) or not _namelike(before[1])


def _namelike(word: str) -> bool:
    """Whether a word beside a name looks like the rest of a name: Torres, not Said or THEN."""
    plain = word.casefold()
    return (
        word[:1].isupper()
        and word[1:2].islower()
        and not is_ordinary(plain)
        and not plain.endswith(("ly", "ing", "day"))
    )


_FEW = r"(?:one|two|three|some|several|many|both|another|either|each|any|none|a few)"
_SOMEONE = r"(?:some\s?one|some\s?body|any\s?one|any\s?body|a\s+person|people|colleagues?)"
_BODY = r"(?:committee|council|board|conduct\s+team|coc\s+team)"
_HOLDING = re.compile(
    rf"""\b(?:
      (?:{_FEW}|someone|somebody)\s+(?:of|among|amongst)\s+you(?:rs?)?\b
    | {_SOMEONE}\s+(?:on|in|of|from|at|within)\s+(?:
          your\s+(?:own\s+)?(?:\w+\s+)?(?:team|group|side|{_BODY})
        | (?:the|this)\s+(?:\w+\s+){{0,4}}?{_BODY}
      )\b
    | {_BODY}(?:'s)?[\s-]+members?\b
    | members?\s+(?:of|on|from|in)\s+(?:the|your|this|that|a)\s+(?:[\w-]+\s+){{0,5}}?{_BODY}\b
    | (?:the|your|its)\s+(?:
          (?:{_BODY}|conduct|coc|vice|co|acting|deputy|current)(?:'s)?[\s-]+
      ){{0,3}}chair(?:person|man|woman)?\b
    | chair(?:person|man|woman)?\s+of\s+(?:the|your|this)\s+(?:[\w-]+\s+){{0,5}}?{_BODY}\b
    )""",
    re.IGNORECASE | re.VERBOSE,
)


# Hosts that only carry lists, and the last words of addresses that many people read (PS-02).
_LIST_HOSTS = re.compile(
    r"(?:^|[.])(?:lists?|listserv|mailman|freelists|googlegroups|groups[.]io)(?:[.]|$)"
)
_LIST_NAMES = re.compile(
    r"(?:^|[-_.])(?:lists?|announce|discuss|users|devel|everyone|everybody|members)$"
)


def looks_like_a_list(address: str) -> bool:
    """Whether a letter to this address would reach many people instead of one."""
    local, _, domain = address.casefold().rpartition("@")
    return bool(_LIST_HOSTS.search(domain) or _LIST_NAMES.search(local))


def speaks_of_committee(text: str) -> bool:
    """Whether the sender's own words speak of the committee or of "one of you" (product.md 5).

    Salutation, signature and quotes do not count. "The chair broke" does: a known false alarm,
    which costs one screener's look.
    """
    return any(_spoken_of(seen) for seen in looks(own_words(text)))


# One of these stands in everything that _HOLDING finds; a plain search is much cheaper.
_KEYS = ("you", "committee", "council", "board", "team", "chair")


def _spoken_of(seen: str) -> bool:
    folded = seen.casefold()
    return any(key in folded for key in _KEYS) and bool(_HOLDING.search(seen))


_ABOUT = re.compile(r"(?:@?[^\W_](?:[\w.'-])*(?:\s+|$))+")


def about_problem(name: str, roster: Roster, forbidden: Sequence[str]) -> str | None:
    """What is wrong with the name for a conflict question, in plain English; None when nothing.

    `forbidden` holds names and addresses of the sender and the parties: the question goes to
    people who may not learn them (PS-13). It shows a name and nothing else, so an address, a link
    or a sentence is refused.
    """
    seen = re.sub(r"\s+", " ", look(name)).strip(" .,;:")
    if not any(letter.isalnum() for letter in seen):
        return "no name was given; write ABOUT and a name, or ABOUT UNKNOWN"
    if len(seen.split()) > 5:
        return "a name has at most five words; write only the name"
    if "://" in seen or "/" in seen or re.match(r"(?i)www\.", seen):
        return "a link is not a name; write the name or the handle"
    if re.search(r"\S@", seen):
        return "an address is not a name; write the name or the handle"
    if not _ABOUT.fullmatch(seen):
        return "a name holds only letters, digits, spaces, hyphens, apostrophes and dots"
    if any(_names_one(seen, party) for party in forbidden):
        return "that is the name of the sender or of another party; they are never named to others"
    if len(roster.named(seen)) > 1:
        return "that could mean more than one person; write the full name"
    return None


def _names_one(words: str, party: str) -> bool:
    """Whether an ABOUT text says who a party is: every word of the one is in the other."""
    asked = set(tokens(words))
    known = {w for w in tokens(party.rpartition("@")[0] or party) if len(w) > 1}
    return bool(known) and (asked <= known or known <= asked)
