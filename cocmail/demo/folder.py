"""The folder that `cocmail demo` leaves: made anew at each run, and only where that is safe.

Not here: what is in a letter; who decides what it says is the house.
"""

import mailbox
import shutil
from collections.abc import Sequence
from pathlib import Path

from cocmail.demo import cast
from cocmail.demo.stage import Delivered
from cocmail.edge.post import folder_name

MARK = ".made-by-cocmail-demo"
CONFIGURATION = "cocmail.toml"
JOURNAL = "journal.jsonl"
LETTERS = "letters"
_KEY = "cocmail.key"
_DATABASES = ("cocmail.db", "cocmail.keys")
_BESIDE = ("", "-wal", "-shm", "-journal", ".lock")


def prepare(folder: Path) -> str:
    """An empty folder with the configuration in it; what hinders it, or "".

    Only what an earlier demo left is removed, and only from a folder that it marked as its own.
    """
    try:
        if folder.is_symlink() or (folder.exists() and not _is_free(folder)):
            return (
                f"{folder}: exists, and `cocmail demo` did not make it; move it, or play elsewhere"
            )
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        (folder / MARK).touch()
        _clear(folder)
        (folder / CONFIGURATION).write_text(cast.CONFIGURATION, encoding="utf-8")
    except OSError as error:
        return f"{folder}: cannot be written ({error.strerror}); play in another folder"
    return ""


def _is_free(folder: Path) -> bool:
    return folder.is_dir() and ((folder / MARK).is_file() or not any(folder.iterdir()))


def _clear(folder: Path) -> None:
    if (folder / LETTERS).is_dir() and not (folder / LETTERS).is_symlink():
        shutil.rmtree(folder / LETTERS)
    for name in (CONFIGURATION, JOURNAL, _KEY, *_files()):
        (folder / name).unlink(missing_ok=True)


def _files() -> list[str]:
    return [name + end for name in _DATABASES for end in _BESIDE]


def leave(folder: Path, letters: Sequence[Delivered], journal: str) -> None:
    """Write the letters as one Maildir a recipient, and the journal. Raises OSError."""
    (folder / LETTERS).mkdir(mode=0o700)
    boxes = {
        to: mailbox.Maildir(folder / LETTERS / folder_name(to))
        for to in dict.fromkeys(letter.to for letter in letters)
    }
    for letter in letters:
        # In a file a line ends as files do; CRLF belongs to the wire.
        message = mailbox.MaildirMessage(letter.raw.replace(b"\r\n", b"\n"))
        message.set_date(letter.at.timestamp())
        boxes[letter.to].add(message)
    for box in boxes.values():
        box.close()
    (folder / JOURNAL).write_text(journal, encoding="utf-8")


def at_rest(folder: Path) -> bytes:
    """The bytes of the databases as they lie on disk."""
    return b"".join((folder / name).read_bytes() for name in _files() if (folder / name).is_file())
