"""What a report comes to, in words."""

from collections import Counter
from collections.abc import Iterable

from casecheck.finding import Finding, Severity
from casecheck.output import Options
from casecheck.output.clean import clean
from casecheck.output.color import paint
from casecheck.output.grouping import by_document
from casecheck.report import Report

GATES = {
    Severity.ERROR: "no errors",
    Severity.WARNING: "no errors, no warnings",
    Severity.NOTE: "no findings",
}


def summary(report: Report, options: Options) -> str:
    """The counts of each document where there are several, then of all, and whether the gate holds."""
    documents = by_document(report)
    lines = []
    if len(documents) > 1:
        lines = [f"{clean(path)}: {counted(found)}" for path, found in documents.items() if found]
        clear = sum(not found for found in documents.values())
        lines += [f"{plural(clear, 'document')} without findings"] * bool(clear and lines)
        lines += [""] * bool(lines)
    counts = f"{counted(report.findings).capitalize()} in {plural(len(documents), 'document')}."
    outcome = paint(verdict(report), "error" if report.failed else "help", color=options.color)
    lines += [paint(counts, "strong", color=options.color), *left_out(report), outcome]
    return "\n".join(lines)


def counted(findings: Iterable[Finding]) -> str:
    """As in '3 errors, 1 note'."""
    counts = Counter(found.severity for found in findings)
    return ", ".join(plural(counts[level], str(level)) for level in Severity if counts[level]) or "no findings"


def plural(count: int, noun: str) -> str:
    """As in '1 error' and '12 errors'."""
    return f"{count:,} {noun}" + ("" if count == 1 else "s")


def left_out(report: Report) -> list[str]:
    """What is not among the findings, and why."""
    suppressed = sum(document.suppressed for document in report.documents)
    reasons = [f"{suppressed:,} that comments in the documents answer"] * bool(suppressed)
    reasons += [f"{report.baselined:,} that the baseline covers"] * bool(report.baselined)
    lines = [f"Left out: {', '.join(reasons)}."] * bool(reasons)
    gone = f"Mended since the baseline was written: {plural(report.fixed, 'finding')}. --prune-baseline takes them out."
    return lines + [gone] * bool(report.fixed)


def verdict(report: Report) -> str:
    """Whether the gate holds; where it depends on the status of a document, also which documents it stops at."""
    text = gate(report)
    if len(report.fail_on) == 1 or not report.failed:
        return text
    statuses = {document.path: document.status or "no status" for document in report.documents}
    worst: dict[str, Severity] = {}
    for found in report.failures:
        worst[found.document] = min(found.severity, worst.get(found.document, found.severity))
    groups = Counter((statuses.get(path, "no status"), severity) for path, severity in worst.items())
    reasons = [
        f"{plural(count, 'document')} in {clean(status)} {'has' if count == 1 else 'have'} {severity}s"
        for (status, severity), count in sorted(groups.items())
    ]
    return f"{text.removesuffix('.')}: {', '.join(reasons)}."


def gate(report: Report) -> str:
    """Whether the gate holds, and what it asks for where that is the same for all documents."""
    default = report.fail_on.get("default")
    levels = {report.fail_on.get(document.status or "default", default) for document in report.documents} or {default}
    names = {GATES[level] for level in levels if level is not None}
    if not names:
        return "There is no gate."
    name = f" ({names.pop()})" if len(levels) == 1 else ""
    return f"The gate{name} does not hold." if report.failed else f"The gate{name} holds."
