"""reviewdog's diagnostic format (github.com/reviewdog/reviewdog, proto/rdf)."""

import json
from typing import Any

from casecheck.finding import Finding, Severity
from casecheck.output import Options
from casecheck.report import Report

LEVELS = {Severity.ERROR: "ERROR", Severity.WARNING: "WARNING", Severity.NOTE: "INFO"}


def render(report: Report, _options: Options) -> str:
    """A DiagnosticResult."""
    result = {"source": {"name": "casecheck"}, "diagnostics": [_diagnostic(found) for found in report.findings]}
    return json.dumps(result, indent=2) + "\n"


def _diagnostic(found: Finding) -> dict[str, Any]:
    text = f"{found.message}\n{found.help}".rstrip()
    return {
        "message": text,
        "location": {
            "path": found.path,
            "range": {
                "start": {"line": found.line, "column": found.column},
                "end": {"line": found.end_line, "column": found.end_column},
            },
        },
        "severity": LEVELS[found.severity],
        "code": {"value": found.rule},
    }
