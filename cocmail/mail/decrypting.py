"""One message decrypted in a process of its own, which may run out of memory alone.

It is started by openpgp.py with the work on its standard input (a line of JSON: our key, known
signers, a limit; then the message), and writes the fingerprint of a valid signer on a line, then
what was inside. Whatever goes wrong ends it without a word: exit code 1. It imports nothing of the
project.
"""

import json
import os
import resource
import sys

_ROOM = 700_000_000  # bytes of address space for the interpreter, the library, and both texts


def main() -> int:
    """Decrypt what stands on standard input; the exit code says whether it opened."""
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))  # no key in a core file
    resource.setrlimit(resource.RLIMIT_AS, (_ROOM, _ROOM))
    try:
        asked = json.loads(sys.stdin.buffer.readline())
        fingerprint, inside = _opened(asked, sys.stdin.buffer.read())
    except BaseException:  # noqa: BLE001 - a Rust panic is no Exception, and nothing is said
        return 1
    if len(inside) > asked["longest"]:
        return 1
    with os.fdopen(1, "wb") as out:
        out.write(fingerprint.encode("ascii") + b"\n" + inside)
    return 0


def _opened(asked: dict[str, object], message: bytes) -> tuple[str, bytes]:
    import pysequoia

    own = pysequoia.Tsk.from_bytes(str(asked["secret"]).encode()).decryptor()
    signers = asked["signers"] if isinstance(asked["signers"], list) else []
    certs = [pysequoia.Cert.from_bytes(str(armored).encode()) for armored in signers]
    try:
        found = pysequoia.decrypt(message, decryptor=own, store=lambda _ids: certs)
    except (RuntimeError, OSError):  # above 25 MB the library says the same as an OSError
        # P38: a compressed signed message cannot be verified, and nobody's is refused; both
        # open all the same, and count as unsigned.
        return "", bytes(pysequoia.decrypt(message, decryptor=own).bytes or b"")
    signed = [str(one.certificate) for one in found.valid_sigs]
    return (signed[0] if signed else ""), bytes(found.bytes or b"")


if __name__ == "__main__":
    sys.exit(main())
