"""SIGHUP: the file is read again while the daemon runs; a broken one changes nothing.

A real daemon as a process. Not here: what an edit of the roster means (test_roster.py).
"""

import json
import signal
import smtplib
import socket
from pathlib import Path

import pytest
from test_cli import REPORT, free_port, lantern, running, until_ready, wait_for


def heard(notified: socket.socket) -> list[str]:
    """What systemd is told, up to the next READY."""
    said = []
    while "READY=1" not in said:
        said.append(notified.recv(100).decode())
    return said


def test_a_new_file_holds_from_sighup_on_and_a_broken_one_does_not(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    port, folder = free_port(), tmp_path / "house"
    file = lantern(
        folder, "--door", f"lmtp 127.0.0.1:{port}", "--smarthost", "maildir:out",
        "--procedure", "numpy",
    )  # fmt: skip
    whole = file.read_text()
    capsys.readouterr()
    with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as notified:
        notified.bind(str(tmp_path / "notify"))
        with running(file, NOTIFY_SOCKET=str(tmp_path / "notify")) as process:
            until_ready(notified)
            assert process.stderr is not None

            file.write_text(whole.replace('procedure = "numpy"', 'procedure = "numbat"'))
            process.send_signal(signal.SIGHUP)
            verbs = []
            while "trouble" not in verbs:
                line = json.loads(process.stderr.readline())
                verbs.append(line["verb"])
            assert (line["where"], line["problems"]) == ("configuration", 1)
            assert "stopped" not in verbs

            more = '\n[[members]]\nid = "zoe"\nname = "Zoe Frey"\n'
            more += 'addresses = ["zoe@members.test"]\n'
            at = whole.index("\n[[council]]")
            file.write_text(whole[:at] + more + whole[at:])
            process.send_signal(signal.SIGHUP)
            assert heard(notified) == ["RELOADING=1", "READY=1"]

            with smtplib.LMTP("127.0.0.1", port) as door:
                assert door.sendmail("rita@home.test", ["conduct@lantern.test"], REPORT) == {}
            wait_for(lambda: list(folder.glob("out/zoe@members.test/new/*")))
            # The chair hears of the edit, as an entry "by operator" (product.md 5).
            letters = (p.read_text() for p in folder.glob("out/ana@members.test/new/*"))
            assert any("Zoe Frey" in letter for letter in letters)

            process.send_signal(signal.SIGTERM)
            process.communicate(timeout=20)
            assert process.returncode == 0
