"""GitLab's code quality report (docs.gitlab.com, "Code Quality report format")."""

import json

from casecheck.finding import Severity
from casecheck.output import Options
from casecheck.output.fingerprint import fingerprints
from casecheck.report import Report

LEVELS = {Severity.ERROR: "major", Severity.WARNING: "minor", Severity.NOTE: "info"}


def render(report: Report, _options: Options) -> str:
    """An array of issues."""
    issues = [
        {
            "description": found.message,
            "check_name": found.rule,
            "fingerprint": fingerprint,
            "severity": LEVELS[found.severity],
            "location": {"path": found.path, "lines": {"begin": found.line, "end": found.end_line}},
        }
        for found, fingerprint in fingerprints(report)
    ]
    return json.dumps(issues, indent=2) + "\n"
