"""The report for programs; `schemas/report.schema.json` describes it."""

import json
from typing import Any

from casecheck import __version__
from casecheck.finding import Finding, RelatedPlace, Severity
from casecheck.output import Options
from casecheck.report import Report


def render(report: Report, _options: Options) -> str:
    """The report as JSON in plain ASCII, so that no terminal's encoding can harm it."""
    return json.dumps(_report(report), indent=2) + "\n"


def _report(report: Report) -> dict[str, Any]:
    return {
        "version": 1,
        "tool": {"name": "casecheck", "version": __version__},
        "documents": [
            {"path": document.path, "profile": document.profile, "status": document.status}
            for document in report.documents
        ],
        "findings": [_finding(found) for found in report.findings],
        "summary": {
            "documents": len(report.documents),
            "errors": report.count(Severity.ERROR),
            "warnings": report.count(Severity.WARNING),
            "notes": report.count(Severity.NOTE),
            "failed": report.failed,
        },
    }


def _finding(found: Finding) -> dict[str, Any]:
    values = {
        "document": found.document,
        **_place(found),
        "rule": found.rule,
        "severity": str(found.severity),
        "message": found.message,
        "help": found.help,
    }
    if found.related:
        values["related"] = [{**_place(place), "message": place.message} for place in found.related]
    return values


def _place(at: Finding | RelatedPlace) -> dict[str, Any]:
    return {
        "path": at.path,
        "line": at.line,
        "column": at.column,
        "end_line": at.end_line,
        "end_column": at.end_column,
    }
