"""Findings by the document that they belong to."""

from casecheck.finding import Finding
from casecheck.report import Report


def by_document(report: Report) -> dict[str, list[Finding]]:
    """The findings of each document, in the order of the report; documents without findings too, sorted by path."""
    groups: dict[str, list[Finding]] = {document.path: [] for document in report.documents}
    for found in report.findings:
        groups.setdefault(found.document, []).append(found)
    return dict(sorted(groups.items()))
