"""Workflow commands, which GitHub shows beside the lines of a pull request.

GitHub shows ten annotations of a kind a step, so errors come first. Escapes as in GitHub's own toolkit
(actions/toolkit, packages/core/src/command.ts).
"""

from casecheck.finding import Finding, Severity
from casecheck.output import Options
from casecheck.output.clean import clean
from casecheck.report import Report, order

COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "notice"}


def render(report: Report, _options: Options) -> str:
    """One command a finding."""
    findings = sorted(report.findings, key=lambda found: (found.severity, order(found)))
    return "".join(f"{_command(found)}\n" for found in findings)


def _command(found: Finding) -> str:
    properties = {"file": found.path, "line": found.line, "endLine": found.end_line, "title": f"casecheck {found.rule}"}
    if found.line == found.end_line and found.end_column > found.column:
        properties |= {"col": found.column, "endColumn": found.end_column - 1}
    listed = ",".join(f"{name}={_property(value)}" for name, value in properties.items())
    lines = [found.message, *found.help.split("\n")]
    return f"::{COMMANDS[found.severity]} {listed}::{_data(chr(10).join(clean(line) for line in lines if line))}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(value: object) -> str:
    return _data(clean(str(value))).replace(":", "%3A").replace(",", "%2C")
