"""Markdown for a pull request's comment or a job's summary: counts, a table, details folded away.

GitHub takes one mebibyte; what would go beyond it is left out and said.
"""

import html
import re

from casecheck.finding import Finding, Severity
from casecheck.output import Options
from casecheck.output.clean import clean
from casecheck.output.summary import counted, plural
from casecheck.report import Report

MAX_BYTES = 1_000_000
MARKS = {Severity.ERROR: "❌", Severity.WARNING: "⚠️", Severity.NOTE: "💡"}
ACTIVE = re.compile(r"([\\`*_\[\]()#|~@])")


def render(report: Report, _options: Options) -> str:
    """The whole text."""
    verdict = "The check failed." if report.failed else "The check passed."
    documents = plural(len(report.documents), "document")
    head = [f"## casecheck: {counted(report.findings)}", "", f"{verdict} {documents} checked.", ""]
    by_document = {
        document.path: sorted((f for f in report.findings if f.document == document.path), key=_worst_first)
        for document in report.documents
    }
    concerned = {path: findings for path, findings in by_document.items() if findings}
    if concerned:
        head += ["| document | errors | warnings | notes |", "| --- | ---: | ---: | ---: |"]
        head += [_row(path, findings) for path, findings in concerned.items()]
    return _bounded("\n".join(head) + "\n", [_details(path, findings) for path, findings in concerned.items()])


def _bounded(head: str, details: list[str]) -> str:
    room = MAX_BYTES - len(head.encode())
    kept: list[str] = []
    for text in details:
        room -= len(text.encode())
        if room < 0:
            left = plural(len(details) - len(kept), "document")
            return head + "".join(kept) + f"\nThe findings of {left} more do not fit here.\n"
        kept.append(text)
    return head + "".join(kept)


def _row(path: str, findings: list[Finding]) -> str:
    counts = [sum(found.severity is level for found in findings) for level in Severity]
    return f"| {escape(path)} | {' | '.join(str(count) for count in counts)} |"


def _details(path: str, findings: list[Finding]) -> str:
    shown = html.escape(clean(path))
    lines = [f"\n<details><summary>{shown}: {counted(findings)}</summary>\n"]
    for found in findings:
        where = f"{found.path.rpartition('/')[2]}:{found.line}:{found.column}"
        lines.append(f"- {MARKS[found.severity]} **{found.severity}** {escape(found.message)}")
        lines += [f"  {escape(line)}" for line in found.help.split("\n") if line.strip()]
        lines.append(f"  <sub>{escape(where)} · {found.rule}</sub>")
    return "\n".join([*lines, "\n</details>\n"])


def _worst_first(found: Finding) -> tuple[Severity, str, int, int]:
    return found.severity, found.path, found.line, found.column


def escape(text: str) -> str:
    """A text in which neither Markdown, HTML nor a mention of somebody works."""
    escaped = html.escape(clean(text).strip(), quote=False)
    return ACTIVE.sub(lambda match: f"&#{ord(match[1])};", escaped)
