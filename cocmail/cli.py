"""The command line: it asks, calls and prints; everything it prints was found out elsewhere.

Exit codes: 0 fine, 1 a problem it names, 2 wrong usage. Problems go to stderr, one a line:
`file: key: problem; remedy`. Never a traceback: exception texts may hold what nobody should read.
"""

import asyncio
import dataclasses
import json
import os
import sys
import threading
from collections.abc import Sequence
from datetime import UTC, datetime
from getpass import getpass
from pathlib import Path

import click

from cocmail import (
    __version__,
    asking,
    backups,
    begin,
    check,
    describe,
    journal,
    ledger,
    opening,
    status,
)  # fmt: skip
from cocmail.cli_document import config_option as _config_option
from cocmail.cli_document import configured as _configured
from cocmail.cli_document import document
from cocmail.config import Config, Problem, warnings
from cocmail.errors import Trouble
from cocmail.keyfile import read_erased
from cocmail.keys import KeyProblem, rekey
from cocmail.serving import serve
from cocmail.store import StoreProblem
from cocmail.store.database import locked

INTERRUPTED = 130


def main(arguments: list[str] | None = None) -> int:
    """Run one command and return its exit code. Never raises."""
    # A name that the terminal cannot show, or that was typed in another encoding.
    for stream, errors in (
        (sys.stdin, "surrogateescape"), (sys.stdout, "backslashreplace"),
        (sys.stderr, "backslashreplace"),
    ):  # fmt: skip
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors=errors)
    try:
        code = cocmail.main(arguments, prog_name="cocmail", standalone_mode=False)
        sys.stdout.flush()
        return code or 0
    except click.ClickException as usage:
        usage.show()
        return usage.exit_code
    except click.Abort:
        return INTERRUPTED
    except Trouble as trouble:
        return _complain(trouble.problems)
    except KeyProblem as problem:
        line = Problem(str(problem.file), "store", problem.problem, problem.remedy)
        return _complain([str(line)])
    except (SystemExit, BrokenPipeError):  # click ends so when nobody reads on
        _forget_output()
        return 0
    except Exception as error:  # noqa: BLE001 - a bug of ours; its text stays unread
        remedy = "report it with the command and `cocmail --version`"
        return _complain([f"cocmail: internal error ({type(error).__name__}); {remedy}"])


def _complain(problems: Sequence[str]) -> int:
    for line in problems:
        click.echo(line, err=True)
    return 1


def _forget_output() -> None:
    """What is left in the buffer goes nowhere, so that the interpreter's end stays quiet too."""
    if sys.stdout is not None:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, message="cocmail %(version)s")
def cocmail() -> None:
    """The daemon behind a code-of-conduct committee's mail alias."""


# -- to begin -------------------------------------------------------------------------------------


@cocmail.command()
@click.argument("folder", metavar="[DIR]", required=False)
@click.option("--plain", is_flag=True, help="Without colour and pauses.")
def demo(folder: str | None, plain: bool) -> int:
    """Play a whole case in a minute, on real sockets.

    Nothing has to be configured. The letters and the log stay in DIR to look at, by default in
    the folder cocmail-demo here.
    """
    from cocmail.demo import play  # its stage and cast are nothing the daemon should load

    colourless = plain or "NO_COLOR" in os.environ or not sys.stdout.isatty()
    return play(Path(folder) if folder else None, plain=colourless)


@cocmail.command()
@click.argument("folder", metavar="DIR")
@click.option("--name", metavar="TEXT", help=begin.QUESTIONS[0].text + ".")
@click.option("--alias", metavar="ADDRESS", help=begin.QUESTIONS[1].text + ".")
@click.option("--procedure", metavar="NAME", help=begin.QUESTIONS[2].text + ".")
@click.option(
    "--member", metavar="PERSON", multiple=True, help='"id Full Name <address>"; once for each.'
)
@click.option("--chair", metavar="ID", help=begin.QUESTIONS[4].text + ".")
@click.option("--council", metavar="PERSON", help=begin.QUESTIONS[5].text + ".")
@click.option("--smarthost", metavar="URL", help=begin.QUESTIONS[6].text + ".")
@click.option("--timezone", metavar="ZONE", help=begin.QUESTIONS[7].text + ".")
@click.option("--door", metavar="DOOR", help=begin.QUESTIONS[8].text + ".")
@click.option("--user", metavar="NAME", help=begin.QUESTIONS[9].text + ".")
@click.option("--password-file", metavar="FILE", help=begin.QUESTIONS[10].text + ".")
def init(folder: str, member: tuple[str, ...], **given: str | None) -> int:
    """Write a commented configuration into DIR.

    Asks for what no option says; from a pipe, one answer a line in the order of the options, an
    empty line for the usual answer and after the last member.
    """
    begin.refuse_to_overwrite(Path(folder))
    options = {key: (value,) for key, value in given.items() if value is not None}
    said = _asked({**options, **({"member": member} if member else {})})
    file = begin.write(Path(folder), begin.answered(said))
    click.echo(f"{file} is written. Next:")
    click.echo(f"    cocmail check --config {file}")
    click.echo(f"    cocmail run --config {file}")
    return 0


def _asked(options: dict[str, tuple[str, ...]]) -> dict[str, tuple[str, ...]]:
    """Every answer without fault, asked for where no option gives it. Raises Trouble."""
    said: dict[str, tuple[str, ...]] = {}
    problems: list[str] = []
    for question in begin.QUESTIONS:
        if not question.asked(said):
            continue
        given = options.get(question.key)
        if given is None:
            given = _answers_to(question)
        for answer in given:
            fault = question.fault(answer)
            if fault:
                problems.append(f"cocmail init: {question.key}: {fault}")
        if not given:
            problems.append(f"cocmail init: {question.key}: is missing; give --{question.option}")
        said[question.key] = given
    if problems:
        raise Trouble(problems)
    return said


def _answers_to(question: begin.Question) -> tuple[str, ...]:
    """The answers from stdin: one line, or many up to an empty one; () at the end of it."""
    found: list[str] = []
    patient = sys.stdin is not None and sys.stdin.isatty()
    while True:
        if patient:
            usual = f" [{question.usual}]" if question.usual else ""
            click.echo(f"{question.text}{usual}: ", nl=False)
        secret = patient and question.secret
        line = getpass("") if secret else sys.stdin.readline() if sys.stdin is not None else ""
        answer = line.strip() or (question.usual if not question.many else "")
        if answer and patient and (fault := question.fault(answer)):
            click.echo(f"  {fault}")
            continue
        if patient and not answer and line and not found and question.usual is None:
            continue
        if not question.many:
            return () if answer is None else (answer,)
        if not answer:
            return tuple(found)
        found.append(answer)


# -- to run ---------------------------------------------------------------------------------------


@cocmail.command(name="check")
@_config_option
@click.option(
    "--online", is_flag=True, help="Also ask the name servers, the smarthost and the mailbox."
)
def check_(config: str, online: bool) -> int:
    """Name every problem of a configuration at once."""
    loaded = _configured(config)
    now = datetime.now(UTC)
    problems = check.problems(loaded, now)
    notes = [*warnings(loaded), *check.notes(loaded, now)]
    for note in notes:
        click.echo(f"note: {note}")
    if online:
        problems += asyncio.run(_online(loaded))
    if problems:
        return _complain(problems)
    counted = f"{len(notes)} note{'' if len(notes) == 1 else 's'}"
    click.echo(f"{loaded.file}: no problems, {counted}")
    return 0


async def _online(config: Config) -> list[str]:
    problems: list[str] = []
    async for found in check.online(config):
        if isinstance(found, Problem):
            problems.append(str(found))
        else:
            click.echo(f"online: {config.file}: {found}")
    return problems


@cocmail.command()
@_config_option
def run(config: str) -> int:
    """Run the daemon until SIGTERM or SIGINT; its journal goes to stderr.

    At SIGHUP the configuration is read again; with problems in it nothing changes.
    """
    loaded = _configured(config)
    journal.set_up()
    # Python would print tracebacks of threads and destructors, with whatever they hold.
    journal.take_warnings()
    threading.excepthook = lambda _: journal.note("trouble", where="thread")
    sys.unraisablehook = lambda _: journal.note("trouble", where="destructor")
    serve(loaded)
    return 0


# -- to look --------------------------------------------------------------------------------------


@cocmail.command(name="status")
@_config_option
@click.option("--json", "as_json", is_flag=True, help="As one JSON object.")
def status_(config: str, as_json: bool) -> int:
    """Show the state of the house in numbers, also while the daemon runs."""
    with opening.reading(_configured(config)) as house:
        now = status.status(house, datetime.now(UTC))
    if as_json:
        click.echo(json.dumps(dataclasses.asdict(now), default=datetime.isoformat))
        return 0
    alive = _utc(now.last_alive)
    away = now.mailbox_away
    cases = ", ".join(f"{n} {state}" for state, n in now.cases.items())
    rows = (
        ("daemon", f"{'running' if now.running else 'not running'}, last seen {alive}"),
        ("cases", cases or "none"),
        ("quarantine", now.quarantine),
        ("letters waiting", now.errands),
        ("stuck mails", now.stuck),
        ("too large", f"{now.too_large} left in the mailbox" if now.too_large else "none"),
        ("mails accepted", ledger.said(now.mails)),
        ("need a reader", ", ".join(f"case {no}" for no in now.need_a_reader) or "none"),
        ("mailbox", f"cannot be opened since {_utc(away)}" if away else "no trouble"),
        ("test mail", f"{now.probe}, last back {_utc(now.probe_back)}"),
        ("file and roster", "; ".join(now.differences) or "the same"),
    )
    for label, value in rows:
        click.echo(f"{label:<16} {value}")
    return 0


def _utc(moment: datetime | None) -> str:
    return f"{moment:%Y-%m-%d %H:%M:%S} UTC" if moment else "never"


@cocmail.command()
@_config_option
def log(config: str) -> int:
    """List the steps of the log, without their contents."""
    with opening.reading(_configured(config)) as house:
        for step in status.steps(house):
            case = f"case {step.case}" if step.case else "house"
            click.echo(f"{step.seq:>7}  {step.at:%Y-%m-%dT%H:%M:%SZ}  {case:<10} {step.kind}")
    return 0


@cocmail.command()
@_config_option
@click.argument("words", metavar="CODE-NAME [MEMBER]", nargs=-1, required=True)
@click.option("--at", metavar="MOMENT", help='As of then, committee time: "2026-03-04 10:00".')
def why(config: str, words: tuple[str, ...], at: str | None) -> int:
    """Say why somebody may or may not read a case, now or at a past moment."""
    asked, now = list(words), datetime.now(UTC)
    with opening.reading(_configured(config)) as house:
        past = status.readers_at(house, asked, at, now) if at else None
        answers = status.readers(house, asked, now) if past is None else past
    width = max((len(answer.person) for answer in answers), default=0)
    for answer in answers:
        verdict = "may read" if answer.may else "may not read"
        click.echo(f"{answer.person:<{width}}  {verdict}: {answer.why}")
    return 0


@cocmail.command(name="describe")
@_config_option
def describe_(config: str) -> int:
    """Print what a committee can publish about its address."""
    click.echo(describe.description(_configured(config)))
    return 0


cocmail.add_command(document)


# -- to keep --------------------------------------------------------------------------------------


@cocmail.command(name="backup")
@_config_option
@click.argument("folder", metavar="DIR")
def backup_(config: str, folder: str) -> int:
    """Copy log and wrapped keys into a new folder below DIR, also while the daemon runs."""
    made = backups.backup(_configured(config), Path(folder), datetime.now(UTC))
    click.echo(f"{made}: made. The master key is not in it: keep a copy of that elsewhere.")
    return 0


@cocmail.command(name="restore")
@_config_option
@click.argument("folder", metavar="BACKUP")
def restore_(config: str, folder: str) -> int:
    """Put a backup back, without what was erased since; the daemon must not run."""
    for line in backups.restore(_configured(config), Path(folder), datetime.now(UTC)):
        click.echo(line)
    return 0


@cocmail.command(name="rekey")
@_config_option
def rekey_(config: str) -> int:
    """Make a new master key and wrap every key anew; the daemon must not run."""
    loaded = _configured(config)
    try:
        with locked(loaded.store.path):
            rekey(loaded.store.key_file, opening.keys_beside(loaded))
    except (KeyProblem, StoreProblem) as problem:
        raise Trouble([f"{problem.file}: store: {problem.problem}; {problem.remedy}"]) from None
    click.echo(f"{loaded.store.key_file}: new. Keep a copy elsewhere, and make a new backup: "
               "older ones open with the old key only.")  # fmt: skip
    return 0


# -- to erase -------------------------------------------------------------------------------------


@cocmail.command()
@_config_option
@click.argument("words", metavar="CODE-NAME", nargs=-1, required=True)
def forget(config: str, words: tuple[str, ...]) -> int:
    """Erase a case for ever: its key, texts and index rows go, code name and dates stay.

    Also while the daemon runs. Everybody who holds copies is asked to delete them, by mail: at
    once, or when the daemon runs again.
    """
    loaded = _configured(config)
    request = asking.Request("forget", words)
    if asking.somebody_runs(loaded):
        number = int(asking.ask(loaded, request))
    else:
        house, keys = opening.build(loaded)
        try:
            number = int(asking.act(house, request, datetime.now(UTC)))
        finally:
            house.store.close()
            keys.close()
    if number not in read_erased(opening.erased_list(loaded)):
        remedy = "start the daemon, or run this again: it is finished then"
        return _complain([f"{loaded.store.path}: key: could not be destroyed yet; {remedy}"])
    click.echo(f"case {number} is erased")
    for beyond in backups.prune(loaded):
        click.echo(f"{beyond}: out of reach; erase this backup yourself")
    return 0
