"""reviewdog's diagnostic format (github.com/reviewdog/reviewdog, proto/rdf).

Its columns count the bytes of a line in UTF-8.
"""

import json
from typing import Any

from casecheck.finding import Finding, RelatedPlace, Severity
from casecheck.output import Options
from casecheck.output.clean import clean, encodable, said
from casecheck.report import Report

LEVELS = {Severity.ERROR: "ERROR", Severity.WARNING: "WARNING", Severity.NOTE: "INFO"}


def render(report: Report, _options: Options) -> str:
    """A DiagnosticResult."""
    result = {"source": {"name": "casecheck"}, "diagnostics": [_diagnostic(found) for found in report.findings]}
    return json.dumps(result, indent=2) + "\n"


def _diagnostic(found: Finding) -> dict[str, Any]:
    start: dict[str, int] = {"line": found.line, "column": _bytes(found.excerpt, found.column)}
    end: dict[str, int] = {"line": found.end_line}
    if found.end_line == found.line:
        end["column"] = _bytes(found.excerpt, found.end_column)
    elif found.end_column == 1:
        end["column"] = 1
    values: dict[str, Any] = {
        "message": "\n".join(said(found)),
        "location": {"path": encodable(found.path), "range": {"start": start, "end": end}},
        "severity": LEVELS[found.severity],
        "code": {"value": found.rule},
    }
    if found.related:
        values["related_locations"] = [_related(place) for place in found.related]
    return values


def _related(place: RelatedPlace) -> dict[str, Any]:
    """A second place; only its lines are known, not what stands in them."""
    lines = {"start": {"line": place.line}, "end": {"line": place.end_line}}
    return {"message": clean(place.message), "location": {"path": encodable(place.path), "range": lines}}


def _bytes(line: str, column: int) -> int:
    """A column in bytes from one in code points."""
    before = line[: column - 1]
    return column + len(before.encode("utf-8", "backslashreplace")) - len(before)
