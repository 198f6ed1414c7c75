"""One case document, examined: every rule that looks at one document, and the comments that answer findings.

What one document or one rule does never takes the others with it: a crash becomes an `internal-error` finding.
"""

import traceback
from collections.abc import Callable, Hashable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import TypeVar

from casecheck import limits, suppression
from casecheck.catalogue import CRASH, OWN, rule_names
from casecheck.document import CaseDocument
from casecheck.errors import UsageError
from casecheck.examined import Examined
from casecheck.finding import Finding, Problem, Severity, finding
from casecheck.loading import load_document
from casecheck.online import Answers
from casecheck.reading import Refusal
from casecheck.report import CheckedDocument, order, shown_path
from casecheck.rules import COLLECTION_RULES, ONLINE_RULES, RULES, Page, Rule, family
from casecheck.selection import for_document, selected
from casecheck.settings import Settings
from casecheck.source import Place, Source, Span
from casecheck.standing import standings

Result = TypeVar("Result")


def examine(
    data: bytes, path: Path, settings: Settings, original: Path | None = None, answers: Answers | None = None
) -> Examined:
    """Examine the document with these bytes, whose folder is read at `path`.

    `original` is the place that reports and patterns speak of, where the folder is a copy. `answers` are what the web
    says of addresses, None where it was not asked. Raises UsageError for a schema or template that is missing or
    broken.
    """
    shown = shown_path(original or path)
    settings = for_document(original or path, settings)
    try:
        document = replace(load_document(data, path, shown, settings), answers=answers or {})
    except UsageError:
        raise
    except Exception as error:  # one document must never take the others with it
        return Examined(CheckedDocument(shown, "", None), (crash("reading", error, shown),))
    rules = [rule for rule in (RULES if answers is None else RULES + ONLINE_RULES) if runs(rule, settings)]
    findings = {found for rule in rules for found in _apply(rule, document, settings)}
    kept, suppressed = suppression.apply(document, tuple(findings), rule_names(), {rule.NAME for rule in rules})
    facts, crashes = _facts(document, settings)
    findings = {*crashes, *(found for found in kept if _is_wanted(found, settings))}
    checked = CheckedDocument(
        shown,
        document.profile.name,
        document.status,
        suppressed,
        template=Path(document.alignment.template.path).name,
        standings=standings(document),
    )
    directives = suppression.directives(document)
    return Examined(checked, tuple(sorted(findings, key=order)), facts, directives, whole=not document.limits)


def refused(refusal: Refusal, path: Path) -> Examined:
    """A document that is not read at all: one finding says why."""
    shown = shown_path(path)
    problem = Problem(refusal.message, Place(Source(shown, ""), Span(0, 0)), refusal.help)
    found = finding(problem, refusal.rule, Severity.ERROR, shown)
    return Examined(CheckedDocument(shown, "", None), (found,))


def runs(rule: Page, settings: Settings) -> bool:
    """Whether the settings select a rule."""
    return selected(rule.NAME, family(rule), settings)


def crash(what: str, error: Exception, document: str) -> Finding:
    """A mistake of casecheck's own, as a finding about the document that brought it to light."""
    frame = traceback.extract_tb(error.__traceback__)[-1]
    where = f"{Path(frame.filename).name}:{frame.lineno}"
    message = f"casecheck itself failed in '{what}' ({type(error).__name__} at {where}). The rest was still checked."
    advice = "This is a mistake in casecheck, not in your case. Report it to its maintainers, with the document."
    problem = Problem(message, Place(Source(document, ""), Span(0, 0)), advice)
    return finding(problem, CRASH, Severity.ERROR, document)


def _guarded(what: str, document: CaseDocument, work: Callable[[], Result]) -> Result | Finding:
    """What `work` returns; where it crashes, a finding that says so."""
    try:
        return work()
    except Exception as error:  # a rule that fails must not take the other rules with it
        return crash(what, error, document.source.path)


def _apply(rule: Rule, document: CaseDocument, settings: Settings) -> Iterator[Finding]:
    """The findings of one rule."""
    problems = _guarded(rule.NAME, document, lambda: list(rule.check(document, settings)))
    if isinstance(problems, Finding):
        yield problems
        return
    shown = document.source.path
    for problem in problems[: limits.MAX_FINDINGS_PER_RULE]:
        severity = settings.severity.get(rule.NAME, problem.severity or rule.SEVERITY)
        yield finding(problem, rule.NAME, severity, shown)
    for problem in problems[limits.MAX_FINDINGS_PER_RULE :][:1]:
        rest = len(problems) - limits.MAX_FINDINGS_PER_RULE
        message = f"{rule.NAME} found {rest} more problems of the same kind in this document; they are not listed."
        yield finding(Problem(message, problem.at), "limit-exceeded", problem.severity or rule.SEVERITY, shown)


def _facts(document: CaseDocument, settings: Settings) -> tuple[tuple[tuple[str, Hashable], ...], list[Finding]]:
    """What the rules that compare documents need to know of this one."""
    facts: list[tuple[str, Hashable]] = []
    crashes: list[Finding] = []
    for rule in COLLECTION_RULES:
        fact = _guarded(rule.NAME, document, lambda: rule.facts(document)) if runs(rule, settings) else None  # noqa: B023  (called at once)
        if isinstance(fact, Finding):
            crashes.append(fact)
        elif fact is not None:
            facts.append((rule.NAME, fact))
    return tuple(facts), crashes


def _is_wanted(found: Finding, settings: Settings) -> bool:
    """Whether the settings select what casecheck says of suppression comments; rules were selected before they ran."""
    return found.rule not in OWN or found.rule == CRASH or selected(found.rule, "casecheck", settings)
