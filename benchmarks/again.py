"""How much of a run is saved where nothing, or one case, has changed since the last one.

    python benchmarks/again.py [CASES]

Each round checks the same collection three times: with nothing known, with everything known, and with one document
changed. What is printed is the median of the rounds' ratios to the first run.
"""

import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from collection import make

ROUNDS = 5
UNSETTLED = 2.1  # seconds; a file changed more lately may change again without its time showing it


def seconds(folder: Path, cache: Path) -> float:
    command = [sys.executable, "-m", "casecheck", "check", "cases", "-f", "concise", "--cache-dir", str(cache)]
    start = time.perf_counter()
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
    if done.returncode not in {0, 1}:
        sys.exit(done.stderr)
    return time.perf_counter() - start


def main(cases: int) -> None:
    """Measure and print."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name) / "collection"
        folder.mkdir()
        make(folder, cases)
        time.sleep(UNSETTLED)
        rounds = []
        for number in range(ROUNDS):
            cache = Path(name) / f"cache-{number}"
            first, again = seconds(folder, cache), seconds(folder, cache)
            document = min(folder.glob("cases/*/index.md"))
            document.write_text(document.read_text("utf-8") + "\nOne more sentence.\n", "utf-8")
            rounds.append((first, again, seconds(folder, cache)))
    first, again, one = (statistics.median(side) for side in zip(*rounds, strict=True))
    ratios = [statistics.median(times[0] / times[index] for times in rounds) for index in (1, 2)]
    print(f"{cases} cases: {first:.2f} s; nothing changed {again:.2f} s, ratio {ratios[0]:.1f};", end=" ")
    print(f"one document changed {one:.2f} s, ratio {ratios[1]:.1f} (median of {ROUNDS} rounds)")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 20)
