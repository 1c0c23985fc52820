"""Opening a house from its configuration: to run it, or to read it beside the daemon.

Whatever is in the way comes out as Trouble, each problem with its file, key and remedy. Not here:
what a configuration may say (config/), and the running (daemon.py).
"""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from cocmail import wordcheck
from cocmail.config import Config, Problem
from cocmail.core import codenames
from cocmail.errors import Trouble
from cocmail.house import House
from cocmail.keys import KeyProblem, Keys
from cocmail.mail.signing import Signer
from cocmail.places import data_dir, find
from cocmail.render import Renderer
from cocmail.samples import SAMPLES
from cocmail.store import Store, StoreProblem

FEWEST_WORDS = 2  # of different words in codenames.txt


def build(config: Config) -> tuple[House, Keys]:
    """The house of one configuration. Raises Trouble: files, templates or keys have problems."""
    renderer, words = wording(config)
    keys = _keys(config)
    try:
        store = Store.open(config.store.path, keys)
    except StoreProblem as problem:
        keys.close()
        raise Trouble([_of_store(problem)]) from None
    return House(config, store, keys, renderer, words), keys


@contextmanager
def reading(config: Config) -> Iterator[House]:
    """The house to look at, also while the daemon runs: nothing can be written through it.

    Raises Trouble: there is no database yet, it is another house's, it cannot be read.
    """
    path = config.store.path
    try:
        if not path.exists():
            remedy = "start the daemon once with `cocmail run`, it makes it"
            raise Trouble([Problem(str(path), "store.path", "there is no database yet", remedy)])
        if not keys_beside(config).exists():
            remedy = "put its copy back; without it nothing in the database can be read"
            missing = Problem(str(keys_beside(config)), "store.path", "the keys are gone", remedy)
            raise Trouble([missing])
    except OSError as error:
        why = f"cannot be read ({error.strerror})"
        remedy = "run this as the user who runs the daemon"
        raise Trouble([Problem(str(path), "store.path", why, remedy)]) from None
    keys = _keys(config)
    try:
        store = Store.open(path, keys, readonly=True)
        try:
            yield House(config, store, keys, _renderer(config), ())
        finally:
            store.close()
    except StoreProblem as problem:
        raise Trouble([_of_store(problem)]) from None
    except KeyProblem as problem:
        raise Trouble([_of_keys(problem)]) from None
    finally:
        keys.close()


def wording(config: Config) -> tuple[Renderer, tuple[str, ...]]:
    """The templates, rehearsed, and the words of code names.

    Raises Trouble with every problem of both.
    """
    renderer = _renderer(config)
    problems = [
        Problem(problem.file, "template", problem.problem, problem.remedy)
        for problem in renderer.rehearse(SAMPLES)
    ]
    spelt = wordcheck.word_list(config.site, config.committee.language)
    if isinstance(spelt, Problem):
        problems.append(spelt)
    words = _words(config)
    if isinstance(words, Problem):
        problems.append(words)
    if problems or isinstance(words, Problem):
        raise Trouble(problems)
    return renderer, words


def keys_beside(config: Config) -> Path:
    """The key database, which lies beside the log."""
    return config.store.path.with_suffix(".keys")


def erased_list(config: Config) -> Path:
    """The cases whose keys were destroyed, a number a line."""
    keys = keys_beside(config)
    return keys.with_name(keys.name + ".erased")


def _renderer(config: Config) -> Renderer:
    homes = (config.site / "templates", data_dir("templates"))
    return Renderer([home for home in homes if home.is_dir()], config.committee.timezone)


def _words(config: Config) -> tuple[str, ...] | Problem:
    path = find("config", "codenames.txt", config.site)
    try:
        words = codenames.words_in(path.read_text("utf-8"))
    except (OSError, UnicodeDecodeError):
        remedy = "save it as UTF-8 text that the daemon's user may read, or remove it"
        return Problem(str(path), "file", "cannot be read", remedy)
    # A word that is a command could be read two ways in a line (PS-61).
    unfit = [word[:20] for word in words if not codenames.vetted(word)]
    if unfit:
        remedy = "use plain lower-case words of 3 to 8 letters that judge nobody"
        return Problem(str(path), "words", f"unfit: {', '.join(unfit[:5])}", remedy)
    if len(set(words)) < FEWEST_WORDS:
        return Problem(str(path), "words", "are too few", "add words, or remove the file")
    return words


def _keys(config: Config) -> Keys:
    try:
        return Keys.open(config.store.key_file, keys_beside(config))
    except KeyProblem as problem:
        raise Trouble([_of_keys(problem)]) from None


def _of_keys(problem: KeyProblem) -> Problem:
    return Problem(str(problem.file), "store.key_file", problem.problem, problem.remedy)


def _of_store(problem: StoreProblem) -> Problem:
    return Problem(str(problem.file), "store.path", problem.problem, problem.remedy)


def signer_of(config: Config) -> Signer | None:
    """What signs our letters. Raises Trouble when the key is none to sign with."""
    selector, key = config.smarthost.dkim_selector, config.smarthost.dkim_key_file
    if selector is None or key is None:
        return None
    try:
        return Signer(selector, config.committee.alias.rpartition("@")[2], key.read_bytes())
    except (OSError, ValueError):
        remedy = "make one with: openssl genrsa -out dkim.pem 2048"
        problem = "holds no RSA key in PEM form that can be read"
        trouble = Problem(str(config.file), "smarthost.dkim_key_file", problem, remedy)
        raise Trouble([trouble]) from None
