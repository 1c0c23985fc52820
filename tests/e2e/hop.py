"""A next hop that costs almost nothing, as a process: `hop.py PORT`. It takes every letter.

For figures only: `Sink` keeps and understands what it gets, and so is slower than the daemon.
"""

import asyncio
import sys


class Hop(asyncio.Protocol):
    """One connection. A line is a command, unless a text is under way."""

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """Greet."""
        assert isinstance(transport, asyncio.Transport)
        self._transport = transport
        self._waiting = b""
        self._text = False
        transport.write(b"220 hop.test\r\n")

    def data_received(self, data: bytes) -> None:
        """Answer what is complete."""
        self._waiting += data
        while True:
            ending = b"\r\n.\r\n" if self._text else b"\r\n"
            line, found, rest = self._waiting.partition(ending)
            if not found:
                return
            self._waiting = rest
            self._answer(line.upper())

    def _answer(self, line: bytes) -> None:
        if self._text:
            self._text = False
            self._transport.write(b"250 2.0.0 taken\r\n")
        elif line.startswith(b"DATA"):
            self._text = True
            self._transport.write(b"354 go on\r\n")
        elif line.startswith(b"EHLO"):
            self._transport.write(b"250-hop.test\r\n250-8BITMIME\r\n250 SMTPUTF8\r\n")
        elif line.startswith(b"QUIT"):
            self._transport.write(b"221 2.0.0 bye\r\n")
            self._transport.close()
        else:
            self._transport.write(b"250 2.0.0 OK\r\n")


async def main(port: int) -> None:
    """Listen for ever."""
    loop = asyncio.get_running_loop()
    server = await loop.create_server(Hop, "127.0.0.1", port)
    await server.serve_forever()


if __name__ == "__main__":
    asyncio.run(main(int(sys.argv[1])))
