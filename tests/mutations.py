"""Break the gate by hand, one rule at a time, and see a test fail: `python -m tests.mutations`.

With words behind it, only the mutations whose rule or file holds one of them.

Each mutation takes one rule away. The project is copied into a temporary folder, the rule is
taken away there, and the tests run until the first fails. Prints a line for each mutation, and
ends with 1 when one survived. tests/test_gate.py holds the list against the source, so that a
mutation cannot silently stop fitting.
"""

import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

from mutations_beside import BESIDE, Mutation

ROOT = Path(__file__).parent.parent
TESTS = (
    "test_delivery.py",
    "test_gate.py",
    "core/test_checking.py",
    "test_promises.py",
    "test_stories.py",
    "test_two_worlds.py",
)


def _m(rule: str, old: str, new: str, file: str = "gate.py") -> Mutation:
    return Mutation(rule, old, new, file, TESTS)


MUTATIONS = (
    _m("the excluded get nothing", 'return Withheld("excluded")', "pass"),
    _m("the recused get nothing", 'return None if last_words else Withheld("recused")',
       "return None"),
    _m("the recused get only their last words",
       'last_words = door == "left" or bool(about.get("out"))',
       'last_words = door in ("left", "own", "house") or bool(about.get("out"))'),
    _m("spam is shown to nobody", 'return Withheld("spam")  #', "pass  #"),
    _m("a duty of the chair goes to who presides",
       'return None if right or not case.no else Withheld("not-presiding")', "return None"),
    _m("a hold notice ends with the hold",
       'fits = case.state == "held" and case.screener == who', "fits = case.screener == who"),
    _m("a held report goes to its first reader alone",
       'return None if case.screener == who else Withheld("not-the-screener")', "return None"),
    _m("before release a reminder goes to who presides",
       'return None if reminded else Withheld("not-the-screener")', "return None"),
    _m("who left gets a farewell at most", 'return Withheld("off-roster")', "pass"),
    _m("whose access ended waits", 'return Parked("suspended")', "pass"),
    _m("a paused member waits", 'return Parked("paused")', "return None"),
    _m("only the group reads", 'return Withheld("not-in-the-group")', "pass"),
    _m("who is named in a mail does not read it",
       'return Withheld("named-in-it") if mail and who in mail.withheld else None', "return None"),
    _m("who answered is not asked again",
       "if question is None or who in question.cleared or who in question.shut:",
       "if question is None:"),
    _m("an approval is needed", "if draft is None or draft.state not in states:",
       "if draft is None:"),
    _m("an approval binds the words", "if self.digest(case, draft_id) != draft.digest:",
       "if False:"),
    _m("the check runs at sending", 'return Withheld("check-hit") if stop else None',
       "return None"),
    _m("words of people need a draft", "elif errand.template not in UNAPPROVED | TO_EITHER:",
       "elif False:"),
    _m("offices need a draft", 'return None if allowed else Withheld("not-approved")',
       "return None"),
    _m("an unconfirmed address gets no drafted status",
       "neutral = errand.template in UNCONFIRMED_MAY_GET and not draft_id",
       "neutral = errand.template in UNCONFIRMED_MAY_GET"),
    _m("an unconfirmed address gets the receipt alone", "if not party.confirmed and not neutral:",
       "if False:"),
    _m("a contact who handed over is not named",
       'if errand.template == "first-contact" and case.lead != about.get("contact"):',
       "if False:"),
    _m("who left the roster gets nothing", 'return Withheld("off-roster")', "pass"),
    _m("nobody gets their own talk",
       'return [f"member:{p}" for p in case.group if p not in audience.but]',
       'return [f"member:{p}" for p in case.group]'),
    _m("an approval binds the address", "role, address, subject, text)", "role, subject, text)"),
    _m("an approval binds the role", "ref, role, address, subject, text)",
       "ref, address, subject, text)"),
    _m("a party's letter says nothing of templates", '            template = ""\n        else:',
       "            template = errand.template\n        else:"),
    _m("a party answers to their own handle",
       '_to = records.party_handle(case, who, dict(errand.about).get("with", ""))\n',
       "_to = reply_to\n"),
    _m("what a mediator wrote is not passed on once it is over", "        if over:\n",
       "        if False:\n"),
    _m("notices stay notices", 'if person is None or person.delivery == "full":', "if True:",
       "delivery.py"),
    _m("without a key nothing is plain",
       'return "plain" if errand.template in WORDLESS else "notice"', 'return "plain"',
       "delivery.py"),
    _m("what cannot be sealed is a notice", "            if closed is None:  # never plain",
       "            closed = closed or content\n            if closed is None:  # never plain"),
    _m("the check is waived by two", "sum(h in w.hits for w in by) < AGREE", "not by",
       "core/checking.py"),
    _m("names and addresses are never waived", "if h in never or sum", "if sum",
       "core/checking.py"),
    _m("nobody outside hears of spam",
       'if case.state in ("spam", "merged") and errand.template != "receipt":', "if False:"),
    _m("who cannot be answered is not", "not party.address or not party.answerable:",
       "not party.address:"),
    _m("the code name is for those who know it",
       'return self.case.code if known and self.template != "conflict-question" else ""',
       "return self.case.code", "sight/scene.py"),
    _m("a party's subject has no code name",
       '"tag": (self.code or "new question") if inside else "",',
       '"tag": self.case.code or "new question",', "sight/scene.py"),
    *BESIDE,
)  # fmt: skip


def caught_by(mutation: Mutation) -> str:
    """The first test that fails without this rule, "" when none does."""
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder) / "cocmail"
        for part in ("cocmail", "templates", "config", "tests", "pyproject.toml", "README.md"):
            here, there = ROOT / part, copy / part
            there.parent.mkdir(parents=True, exist_ok=True)
            shutil.copytree(here, there) if here.is_dir() else shutil.copy(here, there)
        file = copy / "cocmail" / mutation.file
        file.write_text(file.read_text().replace(mutation.old, mutation.new))
        for test in mutation.tests:
            command = [sys.executable, "-m", "pytest", "-q", "-x", "-p", "no:cacheprovider"]
            command += ["-k", "not still_fits"]  # which sees the change itself, and proves nothing
            ran = subprocess.run(
                [*command, f"tests/{test}"], cwd=copy, text=True, capture_output=True, check=False,
                env={**os.environ, "PYTHONPATH": str(copy)},
            )  # fmt: skip
            if ran.returncode:
                failed = (x for x in ran.stdout.splitlines() if x.startswith(("FAILED", "ERROR")))
                return next(failed, test)[:90]
    return ""


def main() -> int:
    """Try every mutation; 0 when a test caught each."""
    survived, wanted = 0, sys.argv[1:] or [""]
    tried = [m for m in MUTATIONS if any(w in f"{m.rule} {m.file}" for w in wanted)]
    for mutation in tried:
        test = caught_by(mutation)
        survived += not test
        print(f"{mutation.rule:52} {test or 'SURVIVED'}", flush=True)
    print(f"{len(tried)} mutations, {survived} survived")
    return 1 if survived else 0


if __name__ == "__main__":
    raise SystemExit(main())
