"""Markdown for the summary of a job or a comment on a pull request: verdict, a table of documents, details folded away.

The details are a block of HTML, in which Markdown is not read: so messages only need HTML's escapes.
"""

import html
import re
from collections.abc import Iterable, Sequence

from casecheck.finding import Finding, Severity
from casecheck.output import Options
from casecheck.output.clean import clean, said
from casecheck.output.grouping import by_document
from casecheck.output.summary import counted, gate, left_out, plural
from casecheck.report import Report

MAX_BYTES = 2**20  # what GitHub takes as the summary of a step
RESERVE = 200  # bytes for saying that something does not fit
MARKS = {Severity.ERROR: "❌", Severity.WARNING: "⚠️", Severity.NOTE: "💡"}
ACTIVE = re.compile(r"[\\`*_\[\]()|~]")
HOSTS_OWN = re.compile(r"[@#]|:(?=//|[\w+-]+:)")  # someone is notified, an issue linked, an address, an emoji


def render(report: Report, _options: Options) -> str:
    """The whole text, as far as it fits."""
    return bounded(report, MAX_BYTES)


def bounded(report: Report, most: int) -> str:
    """The text in at most so many bytes; documents that do not fit are counted. Empty where not even the head fits."""
    groups = by_document(report)
    concerned = {path: sorted(findings, key=_worst_first) for path, findings in groups.items() if findings}
    head = _head(report, len(groups))
    room = most - len(head.encode()) - 2 * RESERVE
    if room < 0:
        return ""
    table = _table(report, concerned, len(groups) - len(concerned), room // 2)
    details, cut = _fitting((_details(*item) for item in concerned.items()), room - len(table.encode()))
    more = f"\nThe findings of {plural(cut, 'document')} do not fit here.\n" if cut else ""
    return head + table + "".join(details) + more


def _head(report: Report, documents: int) -> str:
    """The counts, why the run failed or passed, and what is not listed."""
    verdict = gate(report)
    if report.failed:
        failing = len({found.document for found in report.failures})
        reason = f"{plural(len(report.failures), 'finding')} in {plural(failing, 'document')}"
        verdict = f"{verdict.rstrip('.')}: {reason}."
    lines = [f"{plural(documents, 'document')} checked. **{verdict}**", *left_out(report)]
    return f"## casecheck: {counted(report.findings)}\n\n" + "\n\n".join(lines) + "\n"


def _table(report: Report, concerned: dict[str, list[Finding]], clear: int, room: int) -> str:
    if not concerned:
        return ""
    failing = {found.document for found in report.failures}
    rows, cut = _fitting((_row(path, found, path in failing) for path, found in concerned.items()), room - RESERVE)
    rows += [f"| … and {plural(cut, 'document')} more | | | |\n"] * bool(cut)
    after = f"\n{plural(clear, 'document')} without findings.\n" if clear else ""
    return "\n| document | errors | warnings | notes |\n| --- | ---: | ---: | ---: |\n" + "".join(rows) + after


def _row(path: str, findings: Sequence[Finding], failing: bool) -> str:
    counts = [sum(found.severity is level for found in findings) for level in Severity]
    name = ACTIVE.sub(lambda match: f"&#{ord(match[0])};", _inert(path))
    return f"| {'❌ ' * failing}{name} | {' | '.join(map(str, counts))} |\n"


def _details(path: str, findings: Sequence[Finding]) -> str:
    """The findings of one document; without a blank line, which would end the block of HTML."""
    lines = [f"\n<details><summary>{_inert(path)}: {counted(findings)}</summary>", "<ul>"]
    for before, found in zip([None, *findings], findings, strict=False):
        where = _inert(f"{found.path.rpartition('/')[2]}:{found.line}:{found.column}")
        tips = "" if before is not None and before.help == found.help else _tips(found)
        text = f"{_inert(found.message)}{tips}<br><sub>{where} · {found.rule}</sub>"
        lines.append(f"<li>{MARKS[found.severity]} <b>{found.severity}</b> {text}</li>")
    return "\n".join([*lines, "</ul>", "</details>", ""])


def _tips(found: Finding) -> str:
    """What to do; lines whose indentation counts, as in YAML, stay as they are."""
    lines = [_inert(line) for line in said(found)[1:]]
    if any(line.startswith(" ") for line in lines):
        return f"<pre>{chr(10).join(lines)}</pre>"
    return "".join(f"<br>{line}" for line in lines)


def _fitting(parts: Iterable[str], room: int) -> tuple[list[str], int]:
    """The parts that fit into so many bytes, and how many do not."""
    kept, cut = [], 0
    for part in parts:
        size = len(part.encode())
        if size <= room:
            kept.append(part)
            room -= size
        else:
            cut += 1
    return kept, cut


def _worst_first(found: Finding) -> tuple[Severity, str, int, int]:
    return found.severity, found.path, found.line, found.column


def _inert(text: str) -> str:
    """A text as HTML, in which nothing is read as a mention, an issue, an address or an emoji either."""
    escaped = html.escape(clean(text), quote=False)
    return HOSTS_OWN.sub(lambda match: f"<span>{match[0]}</span>", escaped)
