"""casecheck against the tools that one would otherwise glue together, in turn on the same collection.

    npm install --prefix TOOLS markdownlint-cli2 remark-cli remark-frontmatter remark-lint-frontmatter-schema \\
        remark-validate-links @placemarkio/check-geojson
    python benchmarks/compare.py TOOLS [CASES]

The others together check less: Markdown's form, front matter against the same schema, local links, GeoJSON by the
letter. They do not look at pictures, sections, guidance, places or folders. Each round runs both sides once, one after
the other; what is printed is the median of the rounds' ratios, so that a busy machine moves both sides alike.
"""

import json
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from collection import make

ROUNDS = 5
SCHEMA = Path(__file__).parent.parent / "schemas" / "case-study.schema.json"
CHECK_MAPS = """
const fs = require("fs"), path = require("path");
const { check } = require("@placemarkio/check-geojson");
for (const file of fs.readdirSync(process.argv[2], { recursive: true }))
  if (file.endsWith(".geojson")) check(fs.readFileSync(path.join(process.argv[2], file), "utf8"));
"""


def prepare(folder: Path, tools: Path, cases: int) -> list[list[str]]:
    """Make the collection and the others' settings; return the others' commands."""
    make(folder, cases)
    shutil.copy(SCHEMA, folder / "schema.json")
    (folder / ".markdownlint-cli2.jsonc").write_text(json.dumps({"config": {"default": True, "MD013": False}}))
    modules = (tools / "node_modules").resolve()
    schema = [f"{modules}/remark-lint-frontmatter-schema/dist/index.js", {"schemas": {"./schema.json": ["**/*.md"]}}]
    plugins = [f"{modules}/remark-frontmatter/index.js", schema, f"{modules}/remark-validate-links/index.js"]
    (folder / ".remarkrc.json").write_text(json.dumps({"plugins": plugins}))
    (tools / "check-maps.js").write_text(CHECK_MAPS)
    return [
        [f"{modules}/.bin/markdownlint-cli2", "**/*.md"],
        [f"{modules}/.bin/remark", "--quiet", "--frail", "."],
        ["node", str(tools.resolve() / "check-maps.js"), "."],
    ]


def seconds(commands: list[list[str]], folder: Path) -> float:
    """How long commands take, one after the other; what they find is no failure."""
    start = time.perf_counter()
    for command in commands:
        done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
        if done.returncode not in {0, 1}:
            sys.exit(f"{command[0]} failed: {done.stderr[:500]}")
    return time.perf_counter() - start


def main(tools: Path, cases: int) -> None:
    """Measure and print."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        others = prepare(folder, tools, cases)
        ours = [[sys.executable, "-m", "casecheck", "check", "cases", "-f", "concise", "--no-cache"]]
        seconds(ours, folder)
        seconds(others, folder)
        rounds = [(seconds(ours, folder), seconds(others, folder)) for _ in range(ROUNDS)]
    ratio = statistics.median(other / our for our, other in rounds)
    our, other = (statistics.median(side) for side in zip(*rounds, strict=True))
    print(
        f"{cases} cases: casecheck {our:.2f} s, the others {other:.2f} s; ratio {ratio:.2f} (median of {ROUNDS} pairs)"
    )


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 40)
