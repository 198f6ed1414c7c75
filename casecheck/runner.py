"""From case documents to a report."""

import os
import traceback
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from casecheck import limits, suppression
from casecheck.document import CaseDocument
from casecheck.errors import UsageError
from casecheck.finding import Finding, Problem, Severity, finding
from casecheck.loading import load_document
from casecheck.report import CheckedDocument, Report, order
from casecheck.rules import RULES, Rule, family, rule_names
from casecheck.selection import for_document, selected
from casecheck.settings import Settings
from casecheck.source import Place, Source, Span


def check_paths(paths: Sequence[Path], settings: Settings, progress: Callable[[Path], None] | None = None) -> Report:
    """Check case documents, which `discover` found; `progress` is called after each.

    Raises UsageError for a document that cannot be read, or for a schema or template that is missing or broken.
    """
    documents: list[CheckedDocument] = []
    findings: list[Finding] = []
    for path in paths:
        try:
            data = path.read_bytes()
        except OSError as error:
            raise UsageError(f"{path} cannot be read: {error.strerror}.") from error
        checked, found = check_source(data, path, settings)
        documents.append(checked)
        findings.extend(found)
        if progress:
            progress(path)
    documents.sort(key=lambda document: document.path)
    return Report(tuple(documents), tuple(sorted(findings, key=order)), settings.fail_on)


def check_source(data: bytes, path: Path, settings: Settings) -> tuple[CheckedDocument, tuple[Finding, ...]]:
    """Check one document: `data` is its content, `path` the place where it stands or would stand."""
    shown = shown_path(path)
    settings = for_document(path, settings)
    try:
        document = load_document(data, path, shown, settings)
    except UsageError:
        raise
    except Exception as error:  # one document must never take the others with it
        nowhere = Place(Source(shown, ""), Span(0, 0))
        return CheckedDocument(shown, "", None), (finding(_crash("reading", error, nowhere), *INTERNAL, shown),)
    rules = [rule for rule in RULES if _runs(rule, settings)]
    findings = {found for rule in rules for found in _apply(rule, document, settings)}
    kept, suppressed = suppression.apply(document, tuple(findings), rule_names(), {rule.NAME for rule in rules})
    checked = CheckedDocument(shown, document.profile.name, document.status, suppressed)
    return checked, tuple(sorted(kept, key=order))


INTERNAL = ("internal-error", Severity.ERROR)


def _runs(rule: Rule, settings: Settings) -> bool:
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
