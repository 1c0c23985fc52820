"""The files of the keys that are no database: the master key, and the list of erased cases.

Both are small, whole or not there at all, and for one user only. Not here: what the master key
wraps (keys.py), nor which cases are to be erased.
"""

import base64
import binascii
import contextlib
import os
import stat
from pathlib import Path


class KeyProblem(Exception):  # noqa: N818 - the word the command line says
    """The keys cannot be used. Names the file, what is wrong and what to do about it."""

    def __init__(self, file: Path, problem: str, remedy: str) -> None:
        super().__init__(f"{file}: {problem}; {remedy}")
        self.file, self.problem, self.remedy = file, problem, remedy


def make_private(path: Path) -> None:
    """Create an empty file with mode 0600 unless there is one. Raises OSError."""
    path.touch(mode=0o600, exist_ok=True)


def refuse_open_to_others(path: Path, mode: int) -> None:
    """Raise KeyProblem when the group or others have any right to a file of this mode."""
    if stat.S_IMODE(mode) & 0o077:
        raise KeyProblem(
            path, f"others may read it (mode {stat.S_IMODE(mode):o})", f"run chmod 600 {path}"
        )


def master_key(path: Path, beside: Path, *, first: bool) -> bytes:
    """Return the master key, 32 bytes: a systemd credential of that name (P47), else a 0600 file.

    On the `first` start, when `beside` holds no keys, the file is made. Raises KeyProblem.
    """
    folder = os.environ.get("CREDENTIALS_DIRECTORY")
    credential = Path(folder, path.name) if folder else None
    bare = path.name == str(path)
    if credential is not None and credential.is_file() and (bare or not path.exists()):
        # systemd guards its folder itself, and shows the mask of its ACL as group bits.
        return _read_master_key(credential, guarded=True)
    if not path.exists():
        if not first:
            raise KeyProblem(
                path,
                f"the key file is missing, and {beside} holds keys that need it",
                "put the copy of the key file back; a new one would open nothing",
            )
        _make_master_key(path)
    return _read_master_key(path, guarded=False)


def _read_master_key(path: Path, *, guarded: bool) -> bytes:
    try:
        with path.open("rb") as file:
            mode = os.fstat(file.fileno()).st_mode
            text = file.read(1024)
    except OSError as error:
        raise KeyProblem(
            path,
            f"the key file cannot be read ({error.strerror})",
            "let the user who runs cocmail own it, with mode 600",
        ) from error
    if not guarded:
        refuse_open_to_others(path, mode)
    try:
        key = base64.b64decode(text.strip(), validate=True)
    except binascii.Error:
        key = b""
    if len(key) != 32:
        raise KeyProblem(
            path,
            "this is no key file: it holds 32 bytes in base64 on one line",
            "put the copy of the key file back",
        )
    return key


def next_master_key(path: Path) -> Path:
    """Where the next master key lies while the keys are wrapped anew (`cocmail rekey`)."""
    return path.with_name(path.name + ".next")


def make_next(path: Path) -> bytes:
    """Make the next master key beside this one and return it. Raises KeyProblem."""
    if not path.exists():
        raise KeyProblem(
            path,
            "the master key is not in a file of this name, and a new one could not be put there",
            "let store.key_file name the file itself, run it again, then load the new one",
        )
    coming = next_master_key(path)
    coming.unlink(missing_ok=True)
    _make_master_key(coming)
    return _read_master_key(coming, guarded=False)


def take_next(path: Path) -> None:
    """Let the next master key be the one. Raises OSError."""
    next_master_key(path).replace(path)
    _sync_folder(path.parent)


def read_next(path: Path) -> bytes | None:
    """The next master key, when a change of it was cut off. Raises KeyProblem."""
    coming = next_master_key(path)
    return _read_master_key(coming, guarded=False) if coming.exists() else None


def _make_master_key(path: Path) -> None:
    """Make a master key: whole or not at all, and never over another."""
    whole = path.with_name(path.name + ".new")
    try:
        whole.unlink(missing_ok=True)
        handle = os.open(whole, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600)
        with os.fdopen(handle, "wb") as file:
            file.write(base64.b64encode(os.urandom(32)) + b"\n")
            file.flush()
            os.fsync(file.fileno())
        # A link, unlike a rename, never replaces the key that another start made just now.
        with contextlib.suppress(FileExistsError):
            path.hardlink_to(whole)
        whole.unlink()
        _sync_folder(path.parent)
    except OSError as error:
        raise KeyProblem(
            path,
            f"the key file cannot be made ({error.strerror})",
            f"make the folder {path.parent} writable for the user who runs cocmail",
        ) from error


def read_erased(path: Path) -> set[int]:
    """Return the erased cases, and cut a last line that a crash tore. Raises KeyProblem."""
    if not path.exists():
        return set()
    text = path.read_bytes()
    whole = text[: text.rfind(b"\n") + 1]
    if whole != text:
        os.truncate(path, len(whole))
    try:
        return {int(line) for line in whole.split()}
    except ValueError as error:
        raise KeyProblem(
            path, "the list of erased cases holds more than numbers", "put its copy back"
        ) from error


def append_erased(path: Path, case_no: int) -> None:
    """Add a case to the list, on the disk when this returns. Raises OSError."""
    make_private(path)
    with path.open("ab") as file:
        file.write(b"%d\n" % case_no)
        file.flush()
        os.fsync(file.fileno())
    _sync_folder(path.parent)


def _sync_folder(folder: Path) -> None:
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
