"""A committee that has nothing but a hosted mailbox: from the answers to `init` to a receipt."""

import os
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from dovecot import DOVECOT, PASSWORD, dovecot
from running import mail

from cocmail.mail.parse import parse

ALIAS = "conduct@lantern.test"
TEXT = "Sam Reed has been shouting at newcomers in the chat for weeks. Could you look at it?"


def until(happened: Callable[[], bool]) -> None:
    end = time.monotonic() + 30
    while not happened():
        assert time.monotonic() < end
        time.sleep(0.05)


@pytest.mark.skipif(DOVECOT is None, reason="dovecot-imapd is not installed")
def test_answers_make_a_house_that_works(tmp_path: Path, home: Path) -> None:
    with dovecot(home, ssl=True) as server:
        answers = [
            "Lantern Conduct Committee", ALIAS, "numpy", "ana Ana Ruiz <ana@members.test>",
            "bo Bo Lind <bo@members.test>", "chi Chi Okafor <chi@members.test>", "", "",
            "kim Kim Sato <kim@council.test>", "maildir:out", "",
            f"imap 127.0.0.1:{server.imaps}", "", "", PASSWORD,
        ]  # fmt: skip
        cocmail = [sys.executable, "-m", "cocmail"]
        house = tmp_path / "house"
        begun = subprocess.run([*cocmail, "init", str(house)], input="\n".join(answers), text=True,
                               capture_output=True, timeout=60, check=True)  # fmt: skip
        # What it prints next is what works.
        checks, runs = (line.split() for line in begun.stdout.splitlines()[1:3])
        assert [checks[1], runs[1]] == ["check", "run"]
        environment = {**os.environ, "SSL_CERT_FILE": str(home / "cert.pem")}
        said = subprocess.run([*cocmail, *checks[1:]], capture_output=True, text=True, timeout=60,
                              env=environment, check=True)  # fmt: skip
        assert said.stderr == ""
        daemon = subprocess.Popen([*cocmail, *runs[1:]], env=environment,
                                  stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)  # fmt: skip
        try:
            raw = mail("rita@home.test", ALIAS, TEXT, proof="")
            server.lay("conduct", b"Return-Path: <rita@home.test>\r\n" + raw)
            receipts = house / "out/rita@home.test/new"
            until(lambda: receipts.is_dir() and len(list(receipts.iterdir())) == 1)
            (receipt,) = receipts.iterdir()
            assert parse(receipt.read_bytes()).senders[0].addr == ALIAS
            until(lambda: server.count("conduct") == 0)
        finally:
            daemon.terminate()
            daemon.wait(20)
