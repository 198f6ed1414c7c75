"""A baseline: the findings that a collection already has, so that only new ones count.

A JSON file `{file: {rule: count}}`, sorted, without line numbers, so that it neither moves with edits nor conflicts
in merges. A rule that finds more in a file than the baseline allows reports all it found there: which of them is new
cannot be told. Paths are relative to the folder of the baseline file.
"""

import json
import os
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from casecheck import limits
from casecheck.catalogue import CRASH
from casecheck.errors import UsageError
from casecheck.finding import Finding
from casecheck.reading import read_bounded

Baseline = Mapping[str, Mapping[str, int]]


@dataclass(frozen=True, slots=True)
class Comparison:
    """What a baseline makes of findings: those that stay, how many it covers, and how many it allows in vain."""

    kept: tuple[Finding, ...]
    covered: int
    fixed: int


def read(path: Path) -> Baseline:
    """The baseline in a file. Raises UsageError where there is none, it is too large, or it is broken."""
    require_plain(path)
    try:
        text = read_bounded(path, limits.MAX_BASELINE_BYTES, "baseline")
    except OSError as error:
        hint = f"Write one with: casecheck check --baseline {path} --write-baseline"
        raise UsageError(f"{path}: the baseline cannot be read: {error.strerror}. {hint}") from error
    try:
        data = json.loads(text.decode("utf-8"))
    except RecursionError as error:
        raise UsageError(f"{path}: the baseline is nested too deeply.") from error
    except ValueError as error:
        raise UsageError(f"{path}: the baseline is not valid JSON: {error}.") from error
    entries = data.values() if isinstance(data, dict) else [None]
    for entry in entries:
        counts = entry.values() if isinstance(entry, dict) else [None]
        if not all(isinstance(count, int) and count > 0 for count in counts):
            raise UsageError(f'{path}: a baseline has the form {{"file": {{"rule": count}}}}; this file has another.')
    return dict(data)


def require_plain(path: Path) -> None:
    """Raise UsageError where something stands at a baseline's path that is no plain file: a folder, pipe or device."""
    if os.path.exists(path) and not os.path.isfile(path):  # unlike those of Path, they never raise
        raise UsageError(f"{path}: this is no plain file, so there can be no baseline in it.")


def make(findings: Iterable[Finding], folder: Path) -> Baseline:
    """The baseline that covers exactly these findings; `folder` is the one of the baseline file."""
    counts = _counts(findings, folder)
    baseline: dict[str, dict[str, int]] = {}
    for (file, rule), count in sorted(counts.items()):
        baseline.setdefault(file, {})[rule] = count
    return baseline


def compare(findings: Sequence[Finding], baseline: Baseline, documents: Iterable[str], folder: Path) -> Comparison:
    """Hold findings against a baseline; `documents` are the case documents that were checked."""
    counts = _counts(findings, folder)
    allowed = {(file, rule): count for file, rules in baseline.items() for rule, count in rules.items()}
    covered = {key for key, count in counts.items() if count <= allowed.get(key, 0)}
    kept = tuple(found for found in findings if (_relative(found.path, folder), found.rule) not in covered)
    checked = {os.path.dirname(_relative(document, folder)) for document in documents}
    fixed = sum(
        max(0, count - counts[file, rule])
        for (file, rule), count in allowed.items()
        if os.path.dirname(file) in checked
    )
    return Comparison(kept, len(findings) - len(kept), fixed)


def prune(findings: Iterable[Finding], baseline: Baseline, documents: Iterable[str], folder: Path) -> Baseline:
    """The baseline without what is fixed; it never grows, and files that were not checked keep their entries."""
    now = make(findings, folder)
    checked = {os.path.dirname(_relative(document, folder)) for document in documents}
    pruned = {}
    for file, rules in baseline.items():
        if os.path.dirname(file) not in checked:
            pruned[file] = dict(rules)
            continue
        left = {rule: min(count, now.get(file, {}).get(rule, 0)) for rule, count in rules.items()}
        if any(left.values()):
            pruned[file] = {rule: count for rule, count in left.items() if count}
    return pruned


def dump(baseline: Baseline) -> str:
    """A baseline as the text of its file."""
    return json.dumps(baseline, indent=2, sort_keys=True, ensure_ascii=False) + "\n"


def _counts(findings: Iterable[Finding], folder: Path) -> Counter[tuple[str, str]]:
    """How often each rule speaks of each file; what casecheck itself failed at is never put up with."""
    return Counter((_relative(found.path, folder), found.rule) for found in findings if found.rule != CRASH)


def _relative(path: str, folder: Path) -> str:
    """A finding's path (relative to the working directory) as the baseline names it."""
    return Path(os.path.relpath(path, folder)).as_posix()
