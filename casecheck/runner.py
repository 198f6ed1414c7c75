"""From case documents to a report: each one examined, in several processes where that pays, then compared.

A run in which nothing is new loads no rule and no parser: they are imported where they are used.
"""

import os
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from casecheck import suppression
from casecheck.cache import Cache, State, open_cache
from casecheck.catalogue import rule_names
from casecheck.errors import UsageError
from casecheck.examined import Examined
from casecheck.finding import Finding
from casecheck.processes import spread
from casecheck.reading import Refusal, read_document
from casecheck.report import CheckedDocument, Report, order, shown_path
from casecheck.settings import Settings

if TYPE_CHECKING:
    from casecheck.online import Answers, Progress

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

    @property
    def stay(self) -> bool:
        """Whether the documents are where they will be in the next run, too."""
        return not self.copied and not self.contents

    def original(self, path: Path) -> Path:
        """The path that the report speaks of."""
        return self.copied[1] / path.relative_to(self.copied[0]) if self.copied else path


def check_paths(paths: Sequence[Path], settings: Settings) -> Report:
    """Check case documents on disk; see `check_documents`."""
    return check_documents(Documents(tuple(paths)), settings)


def check_documents(
    documents: Documents,
    settings: Settings,
    *,
    jobs: int | None = None,
    keep: Path | None = None,
    progress: Callable[[], None] | None = None,
    asking: "Progress | None" = None,
) -> Report:
    """Check case documents.

    `jobs` bounds the processes (default: one a processor, one alone for few documents). `keep` is the folder where
    results are kept for later runs, None for nowhere. `progress` is called after each document. Where the settings want
    web addresses asked for, that comes first; `asking` is called after each. Raises UsageError for a document that
    cannot be read, for a schema or template that is missing or broken, or if httpx is wanted and missing.
    """
    answers = _ask(documents, settings, asking, keep) if settings.links.online else None
    cache = open_cache(keep, settings) if keep and answers is None and documents.stay else None
    tasks = [
        Task(path, documents.original(path), settings, answers, documents.contents.get(path))
        for path in documents.paths
    ]
    looked_up = [_look_up(task, cache) for task in tasks]
    examined = []
    for each in _examine_all(looked_up, cache, jobs):
        examined.append(each)
        if progress:
            progress()
    examined = _compare(examined, settings, [known.state for known in looked_up if known.state], cache)
    if cache and not all(known.examined for known in looked_up):
        cache.prune()
    report = Report(
        tuple(sorted((each.document for each in examined), key=lambda document: document.path)),
        tuple(sorted((found for each in examined for found in each.findings), key=order)),
        settings.fail_on,
        unchanged=sum(known.examined is not None for known in looked_up),
    )
    return replace(report, asked=len(answers), unclear=_unclear(answers)) if answers else report


def check_source(
    data: bytes, path: Path, settings: Settings, answers: "Answers | None" = None
) -> tuple[CheckedDocument, tuple[Finding, ...]]:
    """Check one document: `data` is its content, `path` the place where it stands or would stand.

    `answers` are what the web says of addresses in it; the rules that look at them run only where it was asked.
    """
    from casecheck.examination import examine

    examined = examine(data, path, settings, answers=answers)
    return examined.document, examined.findings


class Task(NamedTuple):
    """What another process must know to examine a document."""

    path: Path
    original: Path
    settings: Settings
    answers: "Answers | None"
    data: bytes | None


class LookedUp(NamedTuple):
    """A task, and what earlier runs know of its document; `state` is None where nothing can be known.

    The task of a document that is not known has the bytes that were looked up, so that these are examined.
    """

    task: Task
    state: State | None = None
    examined: Examined | None = None


def _ask(documents: Documents, settings: Settings, asking: "Progress | None", keep: Path | None) -> "Answers":
    from casecheck import reachability

    return reachability.answers(documents.paths, settings, documents.contents, keep, asking)


def _unclear(answers: "Answers") -> int:
    """How many answers say nothing about their page."""
    return sum(not answer.outcome.clear for answer in answers.values())


def _look_up(task: Task, cache: Cache | None) -> LookedUp:
    """What an earlier run knows of a document."""
    if cache is None:
        return LookedUp(task)
    data = _read(task)
    if isinstance(data, Refusal):
        return LookedUp(task)
    state = cache.state(task.path, shown_path(task.path), data)
    examined = cache.recall(state)
    return LookedUp(task if examined else task._replace(data=data), state, examined)


def _read(task: Task) -> bytes | Refusal:
    try:
        return read_document(task.path) if task.data is None else task.data
    except OSError as error:
        raise UsageError(f"{task.original} cannot be read: {error.strerror}.") from error


def _examine_all(looked_up: Sequence[LookedUp], cache: Cache | None, jobs: int | None) -> Iterator[Examined]:
    """Each document as it was found earlier, or else examined now."""
    fresh = _examine([known.task for known in looked_up if known.examined is None], jobs)
    for known in looked_up:
        examined = known.examined or next(fresh)
        if cache and known.state and not known.examined and examined.lasting:
            cache.remember(known.state, examined)
        yield examined


def _examine(tasks: Sequence[Task], jobs: int | None) -> Iterator[Examined]:
    """Each document examined, in the order of the tasks."""
    jobs = min(jobs or _default_jobs(len(tasks)), len(tasks))
    yield from spread(_examine_one, tasks, jobs) if jobs > 1 else map(_examine_one, tasks)


def _default_jobs(documents: int) -> int:
    return min(os.cpu_count() or 1, documents // (DOCUMENTS_THAT_PAY // 2)) if documents >= DOCUMENTS_THAT_PAY else 1


def _examine_one(task: Task) -> Examined:
    from casecheck.examination import examine, refused

    data = _read(task)
    if isinstance(data, Refusal):
        return refused(data, task.original)
    return examine(data, task.path, task.settings, task.original, task.answers)


def _compare(
    examined: list[Examined], settings: Settings, states: Sequence[State], cache: Cache | None
) -> list[Examined]:
    """The documents with the findings that come from comparing them, as far as no comment in them answers those."""
    if len(examined) < 2:
        return examined
    whole = cache if len(states) == len(examined) else None
    known = whole.recall_comparison(states) if whole else None
    if known is not None:
        return _with_all_added(examined, known)
    from casecheck.comparison import compare

    added = compare(examined, settings)
    compared = _with_all_added(examined, added)
    if whole and all(each.lasting for each in compared):
        whole.remember_comparison(states, added)
    return compared


def _with_all_added(examined: list[Examined], added: Sequence[Finding]) -> list[Examined]:
    by_document: dict[str, list[Finding]] = {}
    for found in added:
        by_document.setdefault(found.document, []).append(found)
    return [_with_added(each, by_document.get(each.document.path, [])) for each in examined]


def _with_added(examined: Examined, added: list[Finding]) -> Examined:
    kept = [found for found in added if not suppression.is_answered(found, examined.directives, rule_names())]
    suppressed = examined.document.suppressed + len(added) - len(kept)
    document = replace(examined.document, suppressed=suppressed)
    return examined._replace(document=document, findings=(*examined.findings, *kept))
