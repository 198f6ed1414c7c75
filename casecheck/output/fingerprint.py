"""A name for a finding that outlives edits elsewhere in its file."""

import hashlib
from collections import Counter

from casecheck.finding import Finding
from casecheck.report import Report


def fingerprints(report: Report) -> list[tuple[Finding, str]]:
    """Each finding with a hexadecimal fingerprint, unique in the report.

    It is made of file, rule, message and the text of the line, not of line numbers; equal ones are counted through
    from the top.
    """
    seen: Counter[str] = Counter()
    pairs = []
    for found in report.findings:
        parts = (found.path, found.rule, found.message, " ".join(found.excerpt.split()))
        base = "\0".join(parts).encode("utf-8", "surrogatepass")
        key = hashlib.sha256(base).hexdigest()[:32]
        seen[key] += 1
        pairs.append((found, key if seen[key] == 1 else f"{key}{seen[key]:04x}"))
    return pairs
