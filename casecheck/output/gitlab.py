"""GitLab's code quality report (docs.gitlab.com, "Code Quality report format")."""

import json
from typing import Any

from casecheck.finding import Finding, Severity
from casecheck.output import Options
from casecheck.output.clean import encodable, said
from casecheck.output.fingerprint import fingerprints
from casecheck.report import Report

LEVELS = {Severity.ERROR: "major", Severity.WARNING: "minor", Severity.NOTE: "info"}


def render(report: Report, _options: Options) -> str:
    """An array of issues."""
    return json.dumps([_issue(*pair) for pair in fingerprints(report)], indent=2) + "\n"


def _issue(found: Finding, fingerprint: str) -> dict[str, Any]:
    """A finding; GitLab shows its description only, so what to do about it stands there as well."""
    return {
        "description": " ".join(said(found)),
        "check_name": found.rule,
        "fingerprint": fingerprint,
        "severity": LEVELS[found.severity],
        "location": {"path": encodable(found.path), "lines": {"begin": found.line, "end": found.end_line}},
    }
