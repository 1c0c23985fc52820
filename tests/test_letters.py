"""Every letter of the letters' table: what it must contain, and what it must never contain.

One row a letter, in the table's order. The words are looked for in its samples as they are
rendered; what cannot be seen in words is asked of the names a template may use, for what a
template is not given it cannot say.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

import pytest
from test_render import RENDERER, SHIPPED, variables

from cocmail.samples import SAMPLES

# Names of templates that carry words of a report, a person's address, votes or others' answers.
CONTENT = frozenset({"mails", "text", "report", "shown", "sections"})
PEOPLE = frozenset({"name", "reporter", "reporters", "witness", "address", "addresses", "author"})
VOTES = frozenset({"votes", "yes", "no", "abstain", "lines", "base", "needed"})
CASE = frozenset({"code", "tag", "case", "code_name", "case_name"})

GENDERED = r"\b(?:he|she|his|her|hers|him|himself|herself|mr|mrs)\b"
LABELS = r"\b(?:offender|perpetrator|victim|accused|guilty|culprit)\b"
PROMISE = r"\b(?:we promise|we guarantee|will be punished|will be banned|we are sure)\b"
REPORTER = r"\b(?:report(?:er|ed|s)?|complain\w*|whoever wrote|witness\w*)\b"
PRESSURE = r"\b(?:you must|you have to|forgive|we urge|withdraw)\b"


@dataclass(frozen=True)
class Row:
    """One letter: its words that must stand in sample n, its words and names that never may."""

    must: Mapping[int, tuple[str, ...]]
    never: tuple[str, ...] = ()  # expressions that are in none of its samples
    names: frozenset[str] = field(default_factory=frozenset)  # that its template is not given


def row(*must: str, never: tuple[str, ...] = (), names: frozenset[str] = frozenset(),
        **more: tuple[str, ...]) -> Row:  # fmt: skip
    numbered = {int(key.removeprefix("s")): words for key, words in more.items()}
    return Row({0: must, **numbered}, never, names)


WORDS = ("we are still working on", "hear from us again by")
TABLE: dict[str, tuple[str, Row]] = {
    "T01": ("receipt", row(
        "has arrived", "Thank you", "automatic", "a person will write by 2026-03-03 09:00 UTC",
        "local emergency number", "need not do anything", "Who may read it", "Left out: Chi Okafor",
        "Answer this mail to add something", "Exclude: NAME", "Retaliation", "What happens next",
        "All of this is optional", "When and where it happened", "still going on",
        "somebody else saw it", "a link, a picture", "erased some time after",
        s1=("Already sent to: Ana Ruiz, Bo Lind",),
        never=(PROMISE, LABELS, PRESSURE, r"home shelf"), names=CONTENT | CASE | PEOPLE)),
    "T02": ("first-contact", row(
        "thank you", "My name is Ana Ruiz", "missing something", "2026-03-09 09:00 UTC",
        "confidential", "that is itself a violation",
        never=(PROMISE, LABELS, r"conflict of", r"stepped out"), names=CONTENT | CASE | VOTES)),
    "T02b": ("first-contact", row(
        s1=("your contact has changed", "Bo Lind", "need not explain it again", "2026-03-09"),
        never=(r"because (?:she|he|they|Ana)", r"conflict of"))),
    "T03": ("kept-on-file", row(
        "thank you", "recorded", "see a pattern",
        never=(r"Sam", r"other reports?", r"before"), names=CONTENT | CASE | PEOPLE)),
    "T04": ("conflict-question", row(
        "a report involving Sam Reed", '"CLEAR Sam Reed"', '"RECUSE"', "No reason is wanted",
        "2026-03-04 21:40 UTC", "you stay out", "your manager", "a partner of your partner",
        "regularly reviews your contributions",
        s1=("involving a person not yet known", "you will be asked again"), s2=("involving",),
        never=(r"Rita", r"Wen", r"#help", r"severe", r"home shelf", r"answered"),
        names=frozenset({"mails", "text", "code", "group", "asked", "at", "space"}))),
    "T05": ("report", row(
        "A report is below; it may be hard to read.", "R1: Rita Vale", "Sam said this",
        "First question:", "By when:", "local emergency number",
        s1=("Emergency contacts:", "Venue security", "marked as urgent"),
        s2=("Look at the available records",),
        never=(r"@home\.test", r"excluded", r"@members\.test"), names=frozenset({"excluded"}))),
    "T06": ("stepped-out", row(
        "Somebody has stepped out", "The group is now 3 and 1 adviser", "do not ask why",
        s1=("Chi Okafor has stepped out", "now 4"),
        never=(r"because", r"conflict of"), names=frozenset({"reason", "why"}))),
    "T07": ("reminder", row(
        "Nobody has taken the lead yet.", "Due: 2026-03-03 09:00 UTC", 'settles it: "TAKE"',
        never=(r"Rita", r"Sam"), names=CONTENT)),
    "T08": ("question", row(
        "Is it still going on?", "We ask so that", "free to answer or not", "reply to this mail",
        "on behalf of the Example Project board",
        never=(PRESSURE, r"sanction", r"punish", r"others? said"), names=CONTENT | CASE | VOTES)),
    "T09": ("right-of-reply", row(
        "Repeated harsh messages in a public channel", "hear your view", "answer by Monday 2 March",
        "Nothing has been decided", "do not try to find out who spoke",
        "do not contact anybody", never=(REPORTER, LABELS, GENDERED, r"\d\d:\d\d", r"home shelf"),
        names=CONTENT | CASE | frozenset({"count", "reporters", "name", "at"}))),
    "T10": ("disconnect", row(
        "Account: axe99", "#list, #chat", "no access and no messages", "Until: the committee",
        "conduct, urgent", '"DONE"', s1=("have not heard from you yet",),
        s2=("gets its access back",),
        never=(REPORTER, r"threat", r"Rita"), names=CONTENT | CASE | frozenset({"why", "what"}))),
    "T11": ("severe-reporter", row(
        "has been received", "has been cut off", "goes on with what you wrote",
        never=(r"Pat|Zoe", PROMISE, r"administrator"), names=CONTENT | CASE | PEOPLE)),
    "T12": ("severe-originator", row(
        "A threat of violence, twice, on a public list", "clear and severe breach",
        'answer this mail with "please review"', "cut off", "do not contact anybody",
        never=(REPORTER, LABELS, GENDERED), names=CONTENT | CASE | PEOPLE)),
    "T13": ("solo-act-review", row(
        "asked to cut this account off", "By: Bo Lind", "When: 2026-03-02 09:00",
        "personal threats",
        '"REVIEW OK 1"', '"REVIEW REVERSE 1"', "P1 asks for the review",
        names=frozenset({"mails", "reporter"}))),
    "T14": ("ballot", row(
        "Plan: no private messages", "If refused: removal for 30 days", "Consequence: warning",
        "Risk: safety no, repetition maybe. Impact: direct", "reaches 3 of 4", "Needed: 3",
        "There is no closing hour", s2=("Is it ongoing: no", "Rule: consensus", "Educate first"),
        names=frozenset({"votes", "lines", "yes", "no"}))),
    "T15": ("deadlock", row(
        "since 2026-03-02 09:00 UTC", "Chi Okafor: too much", "goes to Example Project board",
        "nothing more can be proposed")),
    "T16": ("handover", row(
        "case home shelf is now passed to you", "deadlock", "whether you have a conflict",
        '"CLEAR"', '"RECUSE"',
        never=(r"Rita|Sam", r"vote", r"object"), names=CONTENT | VOTES | frozenset({"name"}))),
    "T17": ("recommendation", row(
        "Repeated harsh messages", "Plan: No private messages", "Consequence: A warning",
        "If this is not followed: removal", '"ACCEPT"', '"DISAGREE" and your reasons',
        "glad to have it by 2026-03-11",
        never=(REPORTER, GENDERED, LABELS, r"vote", r"Rita"), names=CONTENT | CASE | VOTES)),
    "T18": ("recommendation-reminder", row(
        "It was to be here by Monday 2 March 2026", "ACCEPT",
        never=(r"Sam", r"messages"), names=CONTENT | frozenset({"behaviour", "plan", "person"}))),
    "T19": ("board-notice", row(
        "moderators of help", "Plan: No private messages", "they disagree",
        "We settled it with them last week",
        never=(r"Rita|Sam", REPORTER), names=CONTENT | frozenset({"behaviour", "person"}))),
    "T20": ("proposed-resolution", row(
        "This is what we propose", "Two weeks off the list", "Is this acceptable to you?",
        "by 2026-03-16", "It does not bind us", s1=("looked at before anything is done",),
        never=(r"vote", r"each of|the others", PRESSURE), names=CONTENT | CASE | VOTES)),
    "T21": ("outcome-reported", row(
        "1. Behaviour", "2. Impact", "3. Plan", "4. Consequences", "If this is not followed",
        "do not contact anybody", "If you want to apologise, do it through us",
        "want the decision looked at again, answer this mail",
        never=(REPORTER, LABELS, GENDERED, r"home shelf"), names=CONTENT | CASE | VOTES)),
    "T22": ("apology-request", row(
        "asks you for an apology", "A private apology", "send it to us, by answering this mail",
        "Ana Ruiz", never=(REPORTER, GENDERED, r"Rita"), names=CONTENT | CASE)),
    "T23": ("apology-relay", row(
        "I am sorry for what I wrote", "Nobody expects an answer",
        "you told us that you would want",
        never=(PRESSURE, r"@"), names=CASE | frozenset({"address", "name", "person"}))),
    "T24": ("outcome-reporter", row(
        "We asked for a change of behaviour", "not to contact them", "thank you",
        "please write to us again", "look at it again",
        never=(r"vote", r"other report", r"answered that|replied"), names=CONTENT | CASE | VOTES)),
    "T25": ("no-violation", row(
        "a public debate within our rules", "thank you", "tell us", "look at it again",
        never=(r"your fault", r"bad faith", r"false", r"wrong to"), names=CONTENT | CASE | VOTES)),
    "T26": ("status-reporter", row(
        *WORDS, "2026-03-09 09:00 UTC", "Your contact is Bo", "Hi.",
        s1=("This news is automatic", "A mediator is at work on it", *WORDS),
        never=(r"waiting for", r"slow", r"late because"), names=CONTENT | CASE | VOTES)),
    "T29": ("council-report", row(
        "Case: home shelf", "Category: conduct", "A violation was found", "Measure: a warning",
        "receipt: kept", "Acts of a single member", "who is not involved",
        never=(GENDERED, r"Rita|Sam", r"who reported"),
        names=CONTENT | frozenset({"person", "reporter"}))),
    "T30": ("ongoing-measure", row(
        "Person: Sam Reed", "kept out of #help, list", "From: 2026-03-11", "Until: 2026-09-11",
        s1=("every space", "permanent"),
        never=(REPORTER, r"because", r"home shelf"), names=CONTENT | frozenset({"why", "reason"}))),
    "T30s": ("statement", row(
        "may be published", "A remark was not appropriate", "Nothing is published by this mail",
        "Ana Ruiz", names=CONTENT | frozenset({"person", "reporter"}))),
    "T31": ("enact", row(
        "Person: Sam Reed", "kept out of", "From: 2026-03-11", "Until: 2026-09-11", '"DONE"',
        s1=("have not heard from you",),
        never=(REPORTER, r"because", r"home shelf"), names=CONTENT | CASE | frozenset({"why"}))),
    "T31b": ("enact", row(s2=("is over. Please undo it", "no longer kept out of", '"DONE"'))),
    "T32b": ("chair-status", row(
        s2=("Name | Role | Term ends | Last sign of life", "Ana Ruiz | chair | 2027-03-02",
            '"ROSTER ADD"', "nothing about what somebody does in cases"))),
    "T32c": ("chair-status", row(
        s3=("your term on the committee ends on 2027-03-02", '"RENEW"',
            "Nobody is removed for not answering"))),
    "T32": ("chair-status", row(
        "Overdue:", "home shelf: 3 days; lead: Ana Ruiz; clock: outcome in 4 days",
        "waits for: a second reader", "one letter came back", "Members on the roster: 6",
        never=(r"Rita|Sam", GENDERED), names=CONTENT | frozenset({"reporter"}))),
    "T33": ("sheet", row(
        "Safety risk? | Risk of repeating? | Status | Code Name | Date & Time | Actions needed | "
        "Resolution", "No | Maybe | Resolved | quiet ladder", "made for Ana Ruiz alone",
        never=(r"Rita|Sam", GENDERED), names=CONTENT | frozenset({"parties", "name"}))),
    "T39": ("refused", row(
        "Nothing was done", "Advisers do not vote.", "What would work:",
        "write to the case group instead", "kept as draft 1", names=CONTENT)),
    "T40": ("forged-command", row(
        "On 2026-03-02 09:00 UTC", "its signature failed", "Nothing was done",
        never=(r"VOTE", r"it said"), names=CONTENT | frozenset({"body", "words", "effect"}))),
    "T41": ("cannot-acknowledge", row(
        "We cannot write to", "Why: the mail names no address", "another way to reach them",
        never=(r"Rita|Sam",), names=CONTENT)),
    "T42": ("import-receipt", row(
        "has arrived", "delete your own copy", "you are asked or get it like every other member",
        s1=("You are not asked further",), never=(r"home shelf", r"Rita"), names=CONTENT | PEOPLE)),
    "T44": ("merged", row(
        "R1, R2", "All clocks run from the earliest message: 2026-03-02 09:00",
        "do not learn of each other", never=(r"Rita",), names=CONTENT | PEOPLE)),
    "T27": ("mediation-invitation", row(
        "voluntary", "A no has no consequence for you", "Who could mediate: Pia Falk",
        "You may propose somebody else", "about 14 days", "with Sam Reed",
        "Until you say so we do not name you", never=(PRESSURE, LABELS, GENDERED, r"home shelf"),
        names=CONTENT | CASE | VOTES | frozenset({"name", "reporter", "reporters"}))),
    "T27b": ("mediation-invitation", row(
        s1=("A message from", "somebody else of our community. We would like", "voluntary",
            "Pia Falk", "about 14 days"),
        s2=("somebody else of our community: Wen Liu",))),  # with the reporter's consent (JU-39)
    "T28": ("mediator-brief", row(
        "thank you: everybody has agreed", "Wen Liu: conduct+o-aaaa@example.test", "R2:",
        "over within 14 days, by 2026-03-23", "The talks are held in writing", "VETTED-BY:",
        s2=("4 days are left", "Nobody else got this reminder", "VETTED-BY:"),
        never=(r"home shelf", r"other cases?", r"@home\.test"), names=CONTENT | CASE | VOTES)),
    "T34": ("periodic-summary", row(
        "2026-01 to 2026-06", "Reports received: 4 or more", "Resolved: 4", "fewer than three",
        "Measures", "Promises that were missed", "the chair publishes it",
        s1=("Draft, the acting chair completes it", "has not been published yet"),
        never=(r": [012]\b", r"home shelf", r"Rita|Sam", GENDERED),
        names=CONTENT | PEOPLE | CASE | frozenset({"cases", "codes"}))),
    "T35": ("onboarding-names", row(
        "1. Sam Reed", "2. Uli Storm", '"CLEAR 1"', '"CONFLICT 2"', "No reason is asked",
        "stays closed to you", never=(r"home shelf", r"\d{4}-\d\d-\d\d", r"banned|warned|resolved"),
        names=CONTENT | frozenset({"code", "dates", "result", "results", "outcome"}))),
    "T36": ("onboarding-result", row(
        "2 cases are open to you", '"STATUS"', '"DOC"', s2=("No earlier case is open to you",),
        never=(r"Sam|Uli", r"withheld|closed to you"),
        names=CONTENT | PEOPLE | frozenset({"names", "closed"}))),
    "T37": ("offboarding", row(
        "has ended, everywhere", "Please delete now", "What you learned stays confidential",
        s1=("Bo Lind leaves the committee", "send them nothing about a case"),
        never=(r"home shelf", r"open cases?"), names=CONTENT | frozenset({"code", "cases"}))),
    "T38": ("rule-change", row(
        "A person answers within two days.", "7 days left", "all 6 voting members",
        "give no examples from cases", '"CHANGE BALLOT"',
        s3=("It needs 4 of 6", "VOTE yes 3F7K", "Who is away counts too"),
        s4=("The change has passed: 4 yes, 1 no",),
        s5=('"CHANGE RESULT accepted 1"', "Nothing changes before that"),
        never=(r"home shelf", r"Rita|Sam"), names=CONTENT | CASE)),
    "T43": ("retention-notice", row(
        "will be erased on 2027-05-02", "What goes: 3 mails, 1 ballot", "What stays",
        "RETAIN reason UNTIL 2028-05-02", s1=("answers that need special care",),
        s2=("was erased", "Please delete what you still hold"),
        never=(r"Rita|Sam", REPORTER), names=CONTENT | PEOPLE)),
    "T45": ("address-check", row(
        "from an address that we do not know: wen@other.test", "YES 3F7K", "NO 3F7K",
        "not confirmed", never=(r"home shelf", r"Sam"), names=CONTENT | CASE | VOTES)),
    "T46": ("survey", row(
        "One question, if you like", "You need not answer", "We will not ask again",
        never=(r"home shelf", r"Sam", r"ban|warn"), names=CONTENT | CASE | PEOPLE)),
    "T47": ("accidental-disclosure", row(
        "we made a mistake that concerns you, and we are sorry", "A mail between members.",
        "Who got it: Your own address.", "When: 2026-03-02", "What we do about it",
        "Ana Ruiz will read it", never=(r"\b(?:only|unfortunately|technical)\b", r"home shelf"),
        names=CONTENT | CASE | VOTES)),
}  # fmt: skip


def rendered(template: str, number: int) -> str:
    context = SAMPLES[template][number]
    made = RENDERER.words(template, procedure="numfocus", language="en", context=context)
    return f"{made.subject}\n\n{made.text}"


def test_the_table_is_whole() -> None:
    """T01 to T47, each with a row here and a template of its own."""
    assert {re.sub(r"[bcs]$", "", name) for name in TABLE} == {f"T{n:02}" for n in range(1, 48)}
    files = {path.stem for path in (SHIPPED / "en").glob("*.txt")}
    assert {template for template, _ in TABLE.values()} <= files


@pytest.mark.parametrize("name", TABLE)
def test_a_letter_says_what_it_must(name: str) -> None:
    template, wanted = TABLE[name]
    for number, words in wanted.must.items():
        text = rendered(template, number)
        for needed in words:
            assert needed in text, (template, number)


@pytest.mark.parametrize("name", TABLE)
def test_a_letter_never_says_what_it_must_not(name: str) -> None:
    template, wanted = TABLE[name]
    for number in range(len(SAMPLES[template])):
        text = rendered(template, number)
        for never in wanted.never:
            found = re.search(never, text, re.IGNORECASE)
            assert not found, (template, number, found)


@pytest.mark.parametrize("name", TABLE)
def test_a_template_is_not_given_what_it_must_not_say(name: str) -> None:
    template, wanted = TABLE[name]
    inside = {"tag", "code"} if "tag" in variables(template) else set()
    assert not variables(template) & (wanted.names - inside)


@pytest.mark.parametrize("template", sorted(SAMPLES))
def test_every_letter_is_plain_and_loads_nothing(template: str) -> None:
    """Common to all: no remote content, no tracking, no link to anything of a case."""
    for number in range(len(SAMPLES[template])):
        text = rendered(template, number)
        assert not re.search(r"(?:https?:|www\.|<[a-z]+[ >]|\bdata:)", text), template
