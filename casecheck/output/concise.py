"""One line a finding, as editors and `grep` like it: `path:line:column: severity rule message`."""

from casecheck.finding import Finding
from casecheck.output import Options
from casecheck.output.clean import clean
from casecheck.report import Report


def render(report: Report, _options: Options) -> str:
    """The lines, in the order of the report."""
    return "".join(f"{_line(found)}\n" for found in report.findings)


def _line(found: Finding) -> str:
    return clean(f"{found.path}:{found.line}:{found.column}: {found.severity} {found.rule} {found.message}")
