"""The command that opens a case's words, `cocmail document`, and how each command finds its house.

Not here: the other commands (cli.py); what the document says, and who may have it (unsealing.py).
"""

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import click

from cocmail import asking, begin, opening, unsealing
from cocmail.config import Config, load
from cocmail.errors import Trouble

Command = Callable[..., int | None]


def configured(path: str) -> Config:
    """The configuration. Raises Trouble with every problem of the file."""
    loaded = load(Path(path))
    if isinstance(loaded, Config):
        return loaded
    raise Trouble(loaded)


def config_option(command: Command) -> Command:
    """The option that every command but `demo` and `init` takes."""
    option = click.option(
        "--config", "config", metavar="FILE", default=begin.FILE, show_default=True,
        help="The committee's configuration.",
    )  # fmt: skip
    return option(command)


@click.command()
@config_option
@click.argument("words", metavar="CODE-NAME [MEMBER]", nargs=-1, required=True)
@click.option("--unseal", metavar="REASON", help="Print it here; the case group is told why.")
def document(config: str, words: tuple[str, ...], unseal: str | None) -> int:
    """Mail the case document to a member who is cleared for it.

    Also while the daemon runs; where it does not, the letter leaves when it runs again. With
    --unseal and no member the document is printed here: that, and the reason, are logged and shown
    to the case group.
    """
    loaded, now = configured(config), datetime.now(UTC)
    verb = "document" if unseal is None else "unseal"
    request = asking.Request(verb, words, unseal or "")
    if asking.somebody_runs(loaded):
        name = asking.ask(loaded, request)
        if unseal is None:
            click.echo(f"the document goes to {name}")
            return 0
        with opening.reading(loaded) as house:
            click.echo(unsealing.shown(house, list(words), now))
        return 0
    house, keys = opening.build(loaded)
    try:
        if unseal is not None:
            click.echo(unsealing.unseal(house, list(words), unseal, now))
            return 0
        name = asking.act(house, request, now)
    finally:
        house.store.close()
        keys.close()
    click.echo(f"the document goes to {name} when the daemon runs again")
    return 0
