"""Workflow commands, which GitHub shows beside the lines of a pull request.

GitHub shows ten annotations of a kind a step, so errors come first. Escapes as in GitHub's own toolkit
(actions/toolkit, packages/core/src/command.ts).
"""

from casecheck.finding import Finding, Severity
from casecheck.output import Options
from casecheck.output.clean import clean, said
from casecheck.output.summary import plural
from casecheck.report import Report, order

COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "notice"}
SHOWN = 10  # of each kind in a step, says GitHub


def render(report: Report, _options: Options) -> str:
    """One command a finding."""
    return "".join(f"{_command(found)}\n" for found in _worst_first(report))


def annotations(report: Report) -> str:
    """The commands that GitHub shows of a step; where there is more to say, the last one says so."""
    groups = [[found for found in _worst_first(report) if found.severity is level] for level in Severity]
    hidden = sum(max(0, len(group) - SHOWN) for group in groups)
    if hidden == 0:
        return render(report, Options())
    groups[-1] = groups[-1][: SHOWN - 1]
    total, shown = len(report.findings), sum(len(group[:SHOWN]) for group in groups)
    more = f"{plural(total - shown, 'more finding')}: the summary of the job and its log show all {total:,}."
    lines = [_command(found) for group in groups for found in group[:SHOWN]]
    return "\n".join([*lines, f"::notice title=casecheck::{_data(more)}", ""])


def _worst_first(report: Report) -> list[Finding]:
    return sorted(report.findings, key=lambda found: (found.severity, order(found)))


def _command(found: Finding) -> str:
    properties = {"file": found.path, "line": found.line, "endLine": found.end_line, "title": f"casecheck {found.rule}"}
    if found.line == found.end_line and found.end_column > found.column:
        properties |= {"col": found.column, "endColumn": found.end_column - 1}
    listed = ",".join(f"{name}={_property(value)}" for name, value in properties.items())
    return f"::{COMMANDS[found.severity]} {listed}::{_data(chr(10).join(said(found)))}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(value: object) -> str:
    return _data(clean(str(value))).replace(":", "%3A").replace(",", "%2C")
