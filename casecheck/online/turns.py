"""Whose turn it is: few requests at once, few to one host, none to a host that asked for a pause."""

import asyncio
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from email.utils import parsedate_to_datetime

MOST_AT_ONCE = 16
LONGEST_PAUSE = 30.0  # seconds; a host that asks for more is not asked again in this run
USUAL_PAUSE = 3.0  # seconds, where a host asks for a pause without saying how long


class ClosedError(Exception):
    """This host does not want to be asked any more."""


@dataclass
class Door:
    """One host: how many may enter at once, and from when on (seconds, as `time.monotonic` counts).

    `rested` says that it had a rest, and nobody was served since.
    """

    places: asyncio.Semaphore
    opens: float = 0.0
    rested: bool = False
    closed: bool = False


@dataclass
class Turns:
    """The doors of all hosts. To be made inside a running loop."""

    per_host: int
    at_once: asyncio.Semaphore = field(default_factory=lambda: asyncio.Semaphore(MOST_AT_ONCE))
    doors: dict[str, Door] = field(default_factory=dict)

    @asynccontextmanager
    async def take(self, host: str) -> AsyncIterator[None]:
        """Wait for a turn at a host. Raises ClosedError where none will come."""
        door = self.doors.setdefault(host, Door(asyncio.Semaphore(max(1, self.per_host))))
        async with door.places:
            while not door.closed and (pause := door.opens - time.monotonic()) > 0:
                await asyncio.sleep(pause)
            if door.closed:
                raise ClosedError
            async with self.at_once:  # the second gate: who waits for a busy host must not keep others waiting
                yield

    def rest(self, host: str, wish: str | None, came: float) -> None:
        """Let a host rest, as its `Retry-After` wishes. `came` is when the visitor entered whom it sent away.

        A host that wants a long rest, or another one right after the first, is not asked again in this run.
        """
        door, seconds = self.doors[host], retry_after(wish, time.time())
        again = door.rested and came >= door.opens
        door.closed = door.closed or again or seconds > LONGEST_PAUSE
        door.opens = max(door.opens, time.monotonic() + seconds)
        door.rested = True

    def served(self, host: str) -> None:
        """A host has answered without wanting a rest."""
        self.doors[host].rested = False


def retry_after(wish: str | None, now: float) -> float:
    """The seconds that a `Retry-After` header asks for (RFC 9110, 10.2.3); a usual pause where it says nothing."""
    text = (wish or "").strip()
    if text.isascii() and text.isdecimal():
        return float(text[:9])
    try:
        return max(0.0, parsedate_to_datetime(text).timestamp() - now)
    except (ValueError, OverflowError, OSError):
        return USUAL_PAUSE
