"""The desk: one thread for everything that decides.

Calls that wait are taken as one batch and one commit, and only then is anybody answered. Not here:
what is decided (house.py, reception.py), and the loop that asks (daemon.py).
"""

import asyncio
import contextlib
import threading
from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeVar

from cocmail.house import House

T = TypeVar("T")

MOST_IN_A_BATCH = 100


@dataclass(slots=True)
class _Call:
    act: Callable[[], object]
    done: asyncio.Future[object]


class Desk:
    """One thread for everything that decides; what waits is one batch and one commit."""

    def __init__(self, house: House) -> None:
        self._house = house
        self._loop = asyncio.get_running_loop()
        self._waiting: list[_Call] = []
        self._bell = threading.Condition()
        self._open = True
        self._thread = threading.Thread(target=self._work, name="desk", daemon=True)
        self._thread.start()

    async def ask(self, act: Callable[[], T]) -> T:
        """Run this on the desk; returns after the commit of its batch. Raises what it raised."""
        done: asyncio.Future[object] = self._loop.create_future()
        with self._bell:
            if not self._open:
                raise RuntimeError("the desk is closed")
            self._waiting.append(_Call(act, done))
            self._bell.notify()
        return await done  # type: ignore[return-value]

    def close(self) -> None:
        """Finish what waits and end the thread."""
        with self._bell:
            self._open = False
            self._bell.notify()
        self._thread.join()

    def _work(self) -> None:
        while True:
            with self._bell:
                while not self._waiting and self._open:
                    self._bell.wait()
                calls = self._waiting[:MOST_IN_A_BATCH]
                del self._waiting[:MOST_IN_A_BATCH]
            if not calls:
                return
            self._answer(self._batch(calls))

    def _batch(self, calls: list[_Call]) -> list[tuple[_Call, object, BaseException | None]]:
        results: list[tuple[_Call, object, BaseException | None]] = []
        try:
            with self._house.batch():
                for call in calls:
                    try:
                        results.append((call, call.act(), None))
                    except Exception as error:  # noqa: BLE001 - one failure spares the others
                        results.append((call, None, error))
        except Exception as error:  # noqa: BLE001 - the commit failed: nobody is answered yes
            return [(call, None, error) for call in calls]
        return results

    def _answer(self, results: list[tuple[_Call, object, BaseException | None]]) -> None:
        def tell() -> None:
            for call, value, error in results:
                if call.done.cancelled():
                    continue
                if error is not None:
                    call.done.set_exception(error)
                else:
                    call.done.set_result(value)

        with contextlib.suppress(RuntimeError):  # the loop is gone
            self._loop.call_soon_threadsafe(tell)
