"""Verbs, a roster and two ways to listen, for the tests of keywords and grammar."""

from cocmail.core.keywords import Asked, Reading, Shape, read, shape

PLAN = ("PLAN", "IF-REFUSED", "CONSEQUENCE")
SECTIONS = ("BEHAVIOUR", "IMPACT", "PUBLIC")
SHAPES: dict[str, Shape] = {
    known.verb: known
    for known in (
        shape("HELP"),
        shape("SHOW", "{N}?"),
        shape("PASS"),
        shape("ABOUT", "{NAME}", prose_risk=True, form="ABOUT name"),
        shape("EXCLUDE", "{NAME}", form="EXCLUDE name"),
        shape("ADMIT", "{NAME}", form="ADMIT name"),
        shape("CLEAR", "{NAME}?"),
        shape("RECUSE"),
        shape(
            "PARTY",
            r"(?P<role>reported|witness|affected) {NAME}(?: (?P<address>\S+@\S+))?",
            form="PARTY REPORTED name address",
        ),
        shape("TAKE"),
        shape("HANDOFF", "{NAME}", form="HANDOFF name"),
        shape("NOTE", "(?:{DATE} )?(?P<text>.+)", prose_risk=True, form="NOTE text"),
        shape("NEXT", "(?P<text>.+)", prose_risk=True, form="NEXT text"),
        shape("SAFETY", "(?P<answer>yes|no)", form="SAFETY yes"),
        shape("REPEAT", "(?P<answer>yes|maybe|no)", form="REPEAT yes"),
        shape("ASK", "(?P<role>reporter|reported|witness)(?: {N})?", below=True),
        shape("DRAFT", "(?P<role>reporter|reported)(?: {N})?", labels=SECTIONS, below=True),
        shape("OK", "{ID}?"),
        shape("HOLD", "{ID}?"),
        shape("PROPOSE", "(?:(?P<none>none)(?: (?P<reason>.+))?)?", labels=PLAN),
        shape("VOTE", "(?P<choice>yes|no|abstain)(?: {ID})?", form="VOTE yes"),
        shape("AGREE", "{ID}?"),
        shape("OBJECT", "(?P<why>.+)?", prose_risk=True),
        shape("CLOSE", "{CODE}(?: (?P<result>.{1,80}))?", form="CLOSE home shelf RESULT"),
        shape("REOPEN"),
        shape("STATUS", "{CODE}?"),
        shape("SHEET"),
        shape("DOC", "{CODE}?"),
        shape("READ", "(?:{N}(?: (?P<raw>raw))?)?"),
        shape("MERGE", "{CODE:one} into {CODE:other}", form="MERGE one INTO other"),
        shape("SPAM"),
        shape("RELEASE", "{N}?"),
        shape("AWAY", "(?:{DATE:start}(?: {DATE:end})?)?"),
        shape("BACK"),
        shape("YES"),
        shape("NO"),
    )
}
ROSTER = ("ana novak", "bo", "ana", "claer")


def heard(own: str, asked: Asked = "", *, question: bool = False) -> Reading:
    return read(own, SHAPES, names=ROSTER, question=question, asked=asked)


def said(own: str, asked: Asked = "") -> list[tuple[str, dict[str, str]]]:
    found = heard(own, asked)
    assert not found.near
    return [(line.verb, dict(line.arguments)) for line in found.lines]
