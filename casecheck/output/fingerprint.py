"""A name for a finding that outlives edits elsewhere in its file."""

import hashlib
import re
from collections import Counter

from casecheck.finding import Finding
from casecheck.report import Report

MARKED = 200  # characters of the marked text that count; a map may stand on one line of megabytes
NUMBERS = re.compile(r"\d+")


def fingerprints(report: Report) -> list[tuple[Finding, str]]:
    """Each finding with a hexadecimal fingerprint, unique in the report.

    It is made of file, rule, message and marked text. Line numbers are not in it, nor numbers in the message, so that
    '96 words' and '97 words' are the same finding. Equal ones are counted through from the top.
    """
    seen: Counter[str] = Counter()
    pairs = []
    for found in report.findings:
        parts = (found.path, found.rule, NUMBERS.sub("0", found.message), _marked(found))
        key = hashlib.sha256("\0".join(parts).encode("utf-8", "surrogatepass")).hexdigest()[:32]
        seen[key] += 1
        pairs.append((found, key if seen[key] == 1 else f"{key}{seen[key]:04x}"))
    return pairs


def _marked(found: Finding) -> str:
    """What a finding marks on its first line, without regard to how it is spaced."""
    start = found.column - 1
    end = found.end_column - 1 if found.end_line == found.line else None
    return " ".join(found.excerpt[start:end][:MARKED].split())
