"""Reports that the tests of several formats use."""

from pathlib import Path

from casecheck.discovery import discover
from casecheck.finding import Finding, RelatedPlace, Severity
from casecheck.report import CheckedDocument, Report
from casecheck.runner import check_paths
from casecheck.settings import Settings

HARBOUR, MILL = "cases/harbour/index.md", "cases/mill/index.md"
EXAMPLES = Path(__file__).parents[1] / "examples"

HOSTILE = (
    "\n::error::x\r\n##[set-output name=a]b ]]> <script>&amp; \x1b[31mred\x07"
    " \u202etxt.live %0A {0} [a](1) @all #1 :tada: https://x.example.org \ud800"
)


def found(severity: Severity = Severity.ERROR, document: str = HARBOUR, **values: object) -> Finding:
    """A finding in line 3; any of its values may be given instead."""
    place = {"path": document, "line": 3, "column": 7, "end_line": 3, "end_column": 9, "rule": "some-rule"}
    texts = {"message": "It is wrong.", "help": "Write it anew.", "excerpt": "title: no"}
    return Finding(**{"document": document, **place, **texts, "severity": severity, **values})  # type: ignore[arg-type]


def report(*findings: Finding, gate: Severity | None = Severity.ERROR, **counts: int) -> Report:
    """A report on two documents."""
    documents = (CheckedDocument(HARBOUR, "case-study", "Draft"), CheckedDocument(MILL, "stub", None))
    return Report(documents, findings, {"default": gate}, **counts)  # type: ignore[arg-type]


def hostile() -> Report:
    """Everything in it that may hold an author's text holds the worst."""
    path = "cases/a:b, c%20d \x1b[31m\u202e\udcff]]><b>@all|`#1/index.md"
    place = RelatedPlace(path, 2, 1, 2, 4, HOSTILE)
    findings = (
        found(level, path, message=level.name + HOSTILE, help=HOSTILE, excerpt=HOSTILE, related=(place,))
        for level in Severity
    )
    return Report((CheckedDocument(path, HOSTILE, HOSTILE),), tuple(findings), {"default": Severity.WARNING})


def real() -> Report:
    """What casecheck says of the examples."""
    settings = Settings(root=EXAMPLES)
    return check_paths(discover((EXAMPLES,), settings), settings)
