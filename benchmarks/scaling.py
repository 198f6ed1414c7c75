"""How the cost of a document grows with its size: the good example's body, once, twice, four times … as long.

    python benchmarks/scaling.py

Linear is a ratio of about 2 from line to line.
"""

import time
from pathlib import Path

from casecheck.runner import check_source
from casecheck.settings import Settings

DOCUMENT = Path(__file__).parent.parent / "examples" / "good" / "dnk-varenholm-salt-quay" / "index.md"
ROUNDS = 5


def milliseconds(data: bytes) -> float:
    """The best of some rounds of a whole check."""
    best = float("inf")
    for _ in range(ROUNDS):
        start = time.perf_counter()
        check_source(data, DOCUMENT, Settings())
        best = min(best, time.perf_counter() - start)
    return best * 1000


def main() -> None:
    """Measure and print."""
    text = DOCUMENT.read_text("utf-8")
    front_matter, body = text[: text.index("## Overview")], text[text.index("## Overview") :]
    before = milliseconds(text.encode())
    for times in (1, 2, 4, 8, 16, 32):
        data = (front_matter + body * times).encode()
        took = milliseconds(data)
        print(f"{len(data) / 1000:6.0f} kB  {took:7.1f} ms  {took / before:4.1f} times the line above")
        before = took


if __name__ == "__main__":
    main()
