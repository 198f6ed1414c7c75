"""From case documents to a report."""

import os
import traceback
from collections import defaultdict
from collections.abc import Callable, Hashable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

from casecheck import limits, suppression
from casecheck.document import CaseDocument
from casecheck.errors import UsageError
from casecheck.finding import Finding, Problem, Severity, finding
from casecheck.loading import load_document
from casecheck.report import CheckedDocument, Report, order
from casecheck.rules import COLLECTION_RULES, RULES, CollectionRule, Page, Rule, family, rule_names
from casecheck.selection import for_document, selected
from casecheck.settings import Settings
from casecheck.source import Place, Source, Span
from casecheck.suppression import Directive


class Examined(NamedTuple):
    """One document after all rules that look at one; `facts` are for those that compare documents, by rule name.

    `directives` are the comments in it that may answer what those rules find.
    """

    document: CheckedDocument
    findings: tuple[Finding, ...]
    facts: tuple[tuple[str, Hashable], ...] = ()
    directives: tuple[Directive, ...] = ()


def check_paths(paths: Sequence[Path], settings: Settings, progress: Callable[[Path], None] | None = None) -> Report:
    """Check case documents, which `discover` found; `progress` is called after each.

    Raises UsageError for a document that cannot be read, or for a schema or template that is missing or broken.
    """
    examined: list[Examined] = []
    for path in paths:
        try:
            data = path.read_bytes()
        except OSError as error:
            raise UsageError(f"{path} cannot be read: {error.strerror}.") from error
        examined.append(_examine(data, path, settings))
        if progress:
            progress(path)
    examined = _compare(sorted(examined, key=lambda each: each.document.path), settings)
    findings = sorted((found for each in examined for found in each.findings), key=order)
    return Report(tuple(each.document for each in examined), tuple(findings), settings.fail_on)


def check_source(data: bytes, path: Path, settings: Settings) -> tuple[CheckedDocument, tuple[Finding, ...]]:
    """Check one document: `data` is its content, `path` the place where it stands or would stand."""
    examined = _examine(data, path, settings)
    return examined.document, examined.findings


def _examine(data: bytes, path: Path, settings: Settings) -> Examined:
    shown = shown_path(path)
    settings = for_document(path, settings)
    try:
        document = load_document(data, path, shown, settings)
    except UsageError:
        raise
    except Exception as error:  # one document must never take the others with it
        nowhere = Place(Source(shown, ""), Span(0, 0))
        crash = finding(_crash("reading", error, nowhere), *INTERNAL, shown)
        return Examined(CheckedDocument(shown, "", None), (crash,))
    rules = [rule for rule in RULES if _runs(rule, settings)]
    findings = {found for rule in rules for found in _apply(rule, document, settings)}
    facts, crashes = _facts(document, settings)
    kept, suppressed = suppression.apply(document, tuple(findings), rule_names(), {rule.NAME for rule in rules})
    checked = CheckedDocument(shown, document.profile.name, document.status, suppressed)
    return Examined(
        checked, tuple(sorted((*kept, *crashes), key=order)), facts, tuple(suppression.directives(document))
    )


def _facts(document: CaseDocument, settings: Settings) -> tuple[tuple[tuple[str, Hashable], ...], tuple[Finding, ...]]:
    """What the rules that compare documents need to know of this one; a crash in one of them is a finding."""
    facts: list[tuple[str, Hashable]] = []
    crashes = []
    for rule in COLLECTION_RULES:
        try:
            fact = rule.facts(document) if _runs(rule, settings) else None
        except Exception as error:  # see _apply
            nowhere = document.at(Span(0, 0))
            crashes.append(finding(_crash(rule.NAME, error, nowhere), *INTERNAL, document.source.path))
        else:
            facts += [] if fact is None else [(rule.NAME, fact)]
    return tuple(facts), tuple(crashes)


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
    except Exception as error:  # see _apply
        first = facts[0][0]
        yield finding(_crash(rule.NAME, error, Place(Source(first, ""), Span(0, 0))), *INTERNAL, first)
        return
    for each in found:
        yield each if severity is None else replace(each, severity=severity)


def _with_added(examined: Examined, added: list[Finding]) -> Examined:
    kept = [found for found in added if not suppression.is_answered(found, examined.directives, rule_names())]
    suppressed = examined.document.suppressed + len(added) - len(kept)
    document = replace(examined.document, suppressed=suppressed)
    return examined._replace(document=document, findings=(*examined.findings, *kept))


INTERNAL = ("internal-error", Severity.ERROR)


def _runs(rule: Page, settings: Settings) -> bool:
    return selected(rule.NAME, family(rule), settings)


def _apply(rule: Rule, document: CaseDocument, settings: Settings) -> Iterator[Finding]:
    """The findings of one rule; a crash in it is a finding too, and the other rules go on."""
    shown = document.source.path
    try:
        problems = list(rule.check(document, settings))
    except Exception as error:  # the one net under all rules, see the module's design
        yield finding(_crash(rule.NAME, error, document.at(Span(0, 0))), *INTERNAL, shown)
        return
    for problem in problems[: limits.MAX_FINDINGS_PER_RULE]:
        severity = settings.severity.get(rule.NAME, problem.severity or rule.SEVERITY)
        yield finding(problem, rule.NAME, severity, shown)
    if len(problems) > limits.MAX_FINDINGS_PER_RULE:
        rest = len(problems) - limits.MAX_FINDINGS_PER_RULE
        message = f"{rule.NAME} found {rest} more problems of the same kind in this document; they are not listed."
        at = problems[limits.MAX_FINDINGS_PER_RULE].at
        yield finding(Problem(message, at), "limit-exceeded", problems[0].severity or rule.SEVERITY, shown)


def _crash(what: str, error: Exception, at: Place) -> Problem:
    frame = traceback.extract_tb(error.__traceback__)[-1]
    where = f"{Path(frame.filename).name}:{frame.lineno}"
    message = f"casecheck itself failed in '{what}' ({type(error).__name__} at {where}). The rest was still checked."
    return Problem(
        message,
        at,
        help="This is a mistake in casecheck, not in your case. Report it to its maintainers, with the document.",
    )


def shown_path(path: Path) -> str:
    """A path as reports show it: relative to the working directory where it is below it, `/` between its parts."""
    absolute = Path(os.path.abspath(path))
    try:
        return absolute.relative_to(Path.cwd()).as_posix()
    except ValueError:
        return Path(os.path.relpath(absolute)).as_posix() if absolute.drive == Path.cwd().drive else absolute.as_posix()
