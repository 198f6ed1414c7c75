"""How often each rule found something."""

from collections import Counter

from casecheck.report import Report


def statistics(report: Report) -> str:
    """A line for each rule, the most frequent first."""
    counts = Counter((found.rule, found.severity) for found in report.findings)
    rows = sorted(counts.items(), key=lambda row: (-row[1], row[0]))
    return "".join(f"{count:>6}  {severity!s:<7}  {rule}\n" for (rule, severity), count in rows) or "No findings.\n"
