"""Telling systemd how far we are (sd_notify(3)). Without systemd nothing happens."""

import contextlib
import os
import socket


def tell_systemd(state: str) -> None:
    """Send one state, such as "READY=1", to the socket that $NOTIFY_SOCKET names. Never raises."""
    place = os.environ.get("NOTIFY_SOCKET", "")
    if not place.startswith(("/", "@")):
        return
    # A leading @ stands for the zero byte of Linux's abstract sockets.
    address = "\0" + place[1:] if place.startswith("@") else place
    with (
        contextlib.suppress(OSError),
        socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM | socket.SOCK_CLOEXEC) as away,
    ):
        away.sendto(state.encode(), address)
