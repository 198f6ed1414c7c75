"""Every rule on its fixtures.

`fixtures/rules/RULE/{good,bad}/SCENARIO/` is a case folder; `SCENARIO.md` beside it is short for a folder with nothing
but that `index.md`. In a folder without an `index.md`, the only Markdown file is checked. A line of a text file where
the rule must find something ends in ` ⟵ RULE@COLUMN`, several separated by commas, `@COLUMN` left out where it says
nothing; the mark is cut before the check. The rule must find exactly what is marked, in good fixtures nothing. A mark
may also say the severity: `⟵ RULE@COLUMN:warning`. A scenario with a `casecheck.toml` of its own is checked with these
settings.
"""

import re
import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from casecheck.rules import RULES
from casecheck.runner import check_source
from casecheck.settings import Settings
from casecheck.settings_file import NAMES, load

FIXTURES = Path(__file__).parent / "fixtures" / "rules"
MARK = re.compile(r" ?⟵ (?P<expected>.*)$", re.MULTILINE)
EXPECTED = re.compile(r"(?P<rule>[a-z-]+)(?:@(?P<column>\d+))?(?::(?P<severity>\w+))?$")
TEXT = {".md", ".geojson", ".json", ".svg"}

SCENARIOS = sorted(path for path in FIXTURES.glob("*/*/*") if path.is_dir() or path.suffix == ".md")


def unpack(scenario: Path, folder: Path) -> list[tuple[str, int, str, str | None, str | None]]:
    """Copy a scenario without its marks; return what they expect as (file, line, rule, column, severity)."""
    if scenario.is_dir():
        shutil.copytree(scenario, folder, symlinks=True)
    else:
        folder.mkdir()
        shutil.copy(scenario, folder / "index.md")
    expected = []
    for file in sorted(path for path in folder.rglob("*") if path.suffix in TEXT and path.is_file()):
        text = file.read_bytes().decode("utf-8", "surrogateescape")
        for mark in MARK.finditer(text):
            line = text.count("\n", 0, mark.start()) + 1
            for part in mark["expected"].rstrip("\r").split(", "):
                found = EXPECTED.match(part)
                assert found, f"{scenario}: '{part}' is no expectation"
                name = file.relative_to(folder).as_posix()
                expected.append((name, line, found["rule"], found["column"], found["severity"]))
        file.write_bytes(MARK.sub("", text).encode("utf-8", "surrogateescape"))
    return expected


@pytest.mark.parametrize("scenario", SCENARIOS, ids=lambda path: "-".join(path.relative_to(FIXTURES).parts))
def test_rule_on_fixture(scenario: Path, tmp_path: Path) -> None:
    rule = scenario.relative_to(FIXTURES).parts[0]
    folder = tmp_path / scenario.stem
    expected = unpack(scenario, folder)
    document = folder / "index.md"
    if not document.exists():
        document = next(folder.glob("*.md"))
    own = [folder / name for name in NAMES if (folder / name).exists()]
    settings = replace(load(own) if own else Settings(), select=(rule,))
    _, findings = check_source(document.read_bytes(), document, settings)
    assert not [found for found in findings if found.rule == "internal-error"], findings
    root = findings[0].document.removesuffix(document.name) if findings else ""
    actual = [(found.path.removeprefix(root), found.line, found.rule, str(found.column), str(found.severity))
              for found in findings]  # fmt: skip
    wanted = [
        (file, line, name, column or got[3], severity or got[4])
        for (file, line, name, column, severity), got in zip(expected, actual, strict=False)
    ]
    listing = "\n".join(f"{found.path}:{found.line}:{found.column} {found.message}" for found in findings)
    assert actual == wanted and len(actual) == len(expected), listing or f"nothing found, but expected {expected}"
    if scenario.parent.name == "good":
        assert not expected


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.NAME)
def test_rule_has_a_manual_page_and_fixtures(rule: object) -> None:
    name, manual = rule.NAME, rule.__doc__ or ""  # type: ignore[attr-defined]
    assert rule.__name__.split(".")[-1] == name.replace("-", "_")  # type: ignore[attr-defined]
    assert "Bad:" in manual and "Good:" in manual, f"the manual page of {name} lacks its examples"
    for kind in ("good", "bad"):
        assert list((FIXTURES / name / kind).glob("*")), f"{name} has no {kind} fixture"
