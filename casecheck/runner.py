"""From case documents to a report: each one examined, in several processes where that pays, then compared."""

import os
from collections import defaultdict
from collections.abc import Callable, Hashable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import NamedTuple

from casecheck import online, reachability, suppression
from casecheck.catalogue import rule_names
from casecheck.errors import UsageError
from casecheck.examination import Examined, crash, examine, refused
from casecheck.finding import Finding
from casecheck.loading import Refusal, read_document
from casecheck.report import CheckedDocument, Report, order
from casecheck.rules import COLLECTION_RULES, CollectionRule
from casecheck.settings import Settings

DOCUMENTS_THAT_PAY = 24  # fewer are checked before a second process has imported what it needs; see benchmarks/


@dataclass(frozen=True)
class Documents:
    """The documents of a run.

    `copied` is (copy, original) where they lie in a copy of the folder that the report speaks of; `contents` has the
    text of those that are not to be read from disk.
    """

    paths: tuple[Path, ...]
    copied: tuple[Path, Path] | None = None
    contents: Mapping[Path, bytes] = field(default_factory=dict)

    def original(self, path: Path) -> Path:
        """The path that the report speaks of."""
        return self.copied[1] / path.relative_to(self.copied[0]) if self.copied else path


def check_paths(paths: Sequence[Path], settings: Settings) -> Report:
    """Check case documents on disk; see `check_documents`."""
    return check_documents(Documents(tuple(paths)), settings)


def check_documents(
    documents: Documents,
    settings: Settings,
    progress: Callable[[Path], None] | None = None,
    *,
    jobs: int | None = None,
    asking: online.Progress | None = None,
) -> Report:
    """Check case documents; `progress` is called after each.

    `jobs` bounds the processes (default: one a processor, one alone for few documents). Where the settings want web
    addresses asked for, that comes first; `asking` is called after each. Raises UsageError for a document that cannot
    be read, for a schema or template that is missing or broken, or if httpx is wanted and missing.
    """
    answers = None
    if settings.links.online:
        answers = reachability.answers(documents.paths, settings, documents.contents, asking)
    tasks = [
        Task(path, documents.original(path), settings, answers, documents.contents.get(path))
        for path in documents.paths
    ]
    examined = []
    for each in _examine_all(tasks, jobs or _default_jobs(len(tasks))):
        examined.append(each)
        if progress:
            progress(documents.paths[len(examined) - 1])
    examined = _compare(sorted(examined, key=lambda each: each.document.path), settings)
    findings = sorted((found for each in examined for found in each.findings), key=order)
    report = Report(tuple(each.document for each in examined), tuple(findings), settings.fail_on)
    return replace(report, asked=len(answers), unclear=reachability.unclear(answers)) if answers else report


def check_source(
    data: bytes, path: Path, settings: Settings, answers: online.Answers | None = None
) -> tuple[CheckedDocument, tuple[Finding, ...]]:
    """Check one document: `data` is its content, `path` the place where it stands or would stand.

    `answers` are what the web says of addresses in it; the rules that look at them run only where it was asked.
    """
    examined = examine(data, path, settings, answers=answers)
    return examined.document, examined.findings


class Task(NamedTuple):
    """What another process must know to examine a document."""

    path: Path
    original: Path
    settings: Settings
    answers: online.Answers | None
    data: bytes | None


def _default_jobs(documents: int) -> int:
    return min(os.cpu_count() or 1, documents // (DOCUMENTS_THAT_PAY // 2)) if documents >= DOCUMENTS_THAT_PAY else 1


def _examine_all(tasks: Sequence[Task], jobs: int) -> Iterator[Examined]:
    """Each document examined, in the order of the tasks."""
    if jobs <= 1:
        yield from map(_examine_one, tasks)
        return
    from concurrent.futures import ProcessPoolExecutor

    with ProcessPoolExecutor(min(jobs, len(tasks) or 1)) as pool:
        yield from pool.map(_examine_one, tasks, chunksize=4)


def _examine_one(task: Task) -> Examined:
    try:
        data = read_document(task.path) if task.data is None else task.data
    except OSError as error:
        raise UsageError(f"{task.original} cannot be read: {error.strerror}.") from error
    if isinstance(data, Refusal):
        return refused(data, task.original)
    return examine(data, task.path, task.settings, task.original, task.answers)


def _compare(examined: list[Examined], settings: Settings) -> list[Examined]:
    """The documents with the findings that come from comparing them, as far as no comment in them answers those."""
    added: dict[str, list[Finding]] = defaultdict(list)
    for rule in COLLECTION_RULES:
        facts = [(each.document.path, fact) for each in examined for name, fact in each.facts if name == rule.NAME]
        for found in _apply_across(rule, facts, settings):
            added[found.document].append(found)
    return [_with_added(each, added[each.document.path]) for each in examined]


def _apply_across(rule: CollectionRule, facts: Sequence[tuple[str, Hashable]], settings: Settings) -> Iterator[Finding]:
    """The findings of a rule that compares documents; a crash in it is one too, of the first document."""
    severity = settings.severity.get(rule.NAME)
    try:
        found = list(rule.check([fact for _, fact in facts]))
    except Exception as error:  # a rule that fails must not take the other rules with it
        yield crash(rule.NAME, error, facts[0][0])
        return
    for each in found:
        yield each if severity is None else replace(each, severity=severity)


def _with_added(examined: Examined, added: list[Finding]) -> Examined:
    kept = [found for found in added if not suppression.is_answered(found, examined.directives, rule_names())]
    suppressed = examined.document.suppressed + len(added) - len(kept)
    document = replace(examined.document, suppressed=suppressed)
    return examined._replace(document=document, findings=(*examined.findings, *kept))
