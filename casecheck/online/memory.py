"""Good answers, remembered for some days. Failures never are: what is mended must be found mended."""

import json
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from casecheck import atomic
from casecheck.online.answer import Answer, Outcome

VERSION = 1
DAY = 86_400  # seconds
MOST_ENTRIES = 20_000
LARGEST_FILE = 20_000_000  # bytes
NAME = "web-addresses.json"


@dataclass(frozen=True, slots=True)
class Memory:
    """A file of good answers, and for how many days one counts; 0 remembers nothing."""

    file: Path
    days: float

    def recall(self, now: float) -> dict[str, Answer]:
        """What is remembered and still counts at `now` (seconds since 1970)."""
        kept = self._read()
        return {address: answer for address, (asked, answer) in kept.items() if self._counts(asked, now)}

    def remember(self, answers: Mapping[str, Answer], now: float) -> None:
        """Add the good ones among `answers` to the file. That it cannot be written harms nobody, so nothing is said."""
        good = {address: (now, answer) for address, answer in answers.items() if answer.outcome is Outcome.GOOD}
        if not good or not self.days:
            return
        bad = answers.keys() - good.keys()
        old = {a: entry for a, entry in self._read().items() if a not in bad and self._counts(entry[0], now)}
        newest = sorted({**old, **good}.items(), key=lambda item: -item[1][0])[:MOST_ENTRIES]
        rows = {address: [asked, answer.status, answer.moved_to] for address, (asked, answer) in newest}
        with suppress(OSError):
            self.file.parent.mkdir(parents=True, exist_ok=True)
            atomic.write(self.file, json.dumps({"version": VERSION, "good": rows}).encode())

    def _counts(self, asked: float, now: float) -> bool:
        return 0 <= now - asked < self.days * DAY

    def _read(self) -> dict[str, tuple[float, Answer]]:
        """Every entry of the file; of a file that is broken, none."""
        try:
            if self.file.stat().st_size > LARGEST_FILE:
                return {}
            data = json.loads(self.file.read_bytes())
            rows = data["good"].items() if data["version"] == VERSION else ()
            return {str(address): entry for address, row in rows if (entry := _entry(row))}
        except (OSError, ValueError, TypeError, KeyError, AttributeError, OverflowError, RecursionError):
            return {}


def _entry(row: object) -> tuple[float, Answer] | None:
    match row:
        case [int() | float() as asked, int() | None as status, str() | None as moved_to]:
            return float(asked), Answer(Outcome.GOOD, status, moved_to=moved_to)
    return None
