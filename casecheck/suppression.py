"""Findings that an author has answered: `<!-- casecheck-disable-next-line RULE … -- reason -->` and its kin.

In the body a comment, in the front matter `# casecheck-disable-line RULE -- reason`. Known are `disable-line`,
`disable-next-line` (the next line that is not blank), `disable` up to `enable` or the end, and `disable-file`. A reason
is required. A finding inside a map belongs to the line that names the file.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import islice
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from casecheck.catalogue import CRASH
from casecheck.finding import Finding, Problem, Severity, finding
from casecheck.limits import MAX_FINDINGS_PER_RULE
from casecheck.nearest import nearest
from casecheck.selection import fits
from casecheck.source import Span

if TYPE_CHECKING:  # what was found before is answered without reading a document
    from casecheck.document import CaseDocument

KINDS = ("disable-next-line", "disable-line", "disable-file", "disable", "enable")
DIRECTIVE = re.compile(r"\s*casecheck-([a-z-]+)(?:\s+(.*?))?\s*", re.DOTALL)
IN_FRONT_MATTER = re.compile(r"(?:^|[ \t])#[ \t]*(casecheck-[^\n]*)", re.MULTILINE)
MAX_NAMES = 200  # more rules than there are
MAX_DIRECTIVES = 1_000  # in a document; one with more is no case, and each is held against each
REASON = re.compile(r"(?:^|\s)--\s+")


@dataclass(frozen=True, slots=True)
class Directive:
    """One comment that speaks to casecheck; it covers the lines `first` to `last` (both included)."""

    kind: str
    rules: tuple[str, ...]
    reason: str
    span: Span
    first: int
    last: int


def directives(document: "CaseDocument") -> tuple[Directive, ...]:
    """The directives of a document, in order, with the lines they cover; an `enable` covers what it ends."""
    found = sorted(_comments(document), key=lambda pair: pair[1])[:MAX_DIRECTIVES]
    parsed = [directive for text, span in found if (directive := _directive(document, text, span))]
    return tuple(_until_enabled(directive, parsed[index + 1 :]) for index, directive in enumerate(parsed))


def apply(
    document: "CaseDocument", findings: Sequence[Finding], names: Sequence[tuple[str, str]], ran: Iterable[str]
) -> tuple[tuple[Finding, ...], int]:
    """The findings that stay, with those about the directives themselves; and how many were suppressed.

    `names` are the (name, family) pairs of all rules; `ran` the names of those that were run on this document.
    """
    given = directives(document)
    if not given:
        return tuple(findings), 0
    families = dict(names)
    valid = [directive for directive in given if directive.kind in KINDS and directive.reason and directive.rules]
    used: set[tuple[Directive, str]] = set()
    kept = []
    for found in findings:
        covering = set(_covering(found, valid, families, _lines_that_name(document, found)))
        used |= covering
        if not covering:
            kept.append(found)
    mistakes = islice(_mistakes(document, given, names), MAX_FINDINGS_PER_RULE)
    unused = islice(_unused(document, valid, used, families, set(ran)), MAX_FINDINGS_PER_RULE)
    return (*kept, *mistakes, *unused), len(findings) - len(kept)


def is_answered(found: Finding, given: Iterable[Directive], names: Sequence[tuple[str, str]]) -> bool:
    """Whether a directive of a document answers a finding that came from comparing it with others."""
    valid = [directive for directive in given if directive.kind in KINDS and directive.reason and directive.rules]
    return any(_covering(found, valid, dict(names), {found.line}))


def _comments(document: "CaseDocument") -> Iterator[tuple[str, Span]]:
    for comment in document.body.comments:
        if comment.text.lstrip().startswith("casecheck-"):
            yield comment.text, comment.span
    block = document.front_matter.block
    for match in IN_FRONT_MATTER.finditer(document.source[block]):
        yield match[1], Span(block.start + match.start(1), block.start + match.end(1))


def _directive(document: "CaseDocument", text: str, span: Span) -> Directive | None:
    match = DIRECTIVE.fullmatch(text)
    if not match:
        return None
    names, *reason = REASON.split(match[2] or "", maxsplit=1)
    first, last = _extent(document, match[1], span)
    rules = tuple(dict.fromkeys(name for name in re.split(r"[\s,]+", names) if name))[:MAX_NAMES]
    return Directive(match[1], rules, " ".join(reason).strip(), span, first, last)


def _extent(document: "CaseDocument", kind: str, span: Span) -> tuple[int, int]:
    """The lines that a directive covers, `enable` not yet considered."""
    source = document.source
    count = len(source.line_starts)
    line, end = source.position(span.start).line, source.position(max(span.start, span.end - 1)).line
    if kind == "disable-file":
        return 1, count
    if kind == "disable-line":
        return line, end
    if kind == "disable-next-line":
        following = next((n for n in range(end + 1, count + 1) if source.line(n).strip()), end)
        return following, following
    return line, count


def _until_enabled(directive: Directive, later: Sequence[Directive]) -> Directive:
    if directive.kind != "disable":
        return directive
    for other in later:
        if other.kind == "enable" and (not other.rules or set(other.rules) & set(directive.rules)):
            return replace(directive, last=other.first)
    return directive


def _lines_that_name(document: "CaseDocument", found: Finding) -> set[int]:
    """The lines of the document that a finding belongs to: its own, or those that name the file it is in."""
    if found.path == document.source.path:
        return {found.line}
    folder = PurePosixPath(document.source.path).parent
    return {
        document.source.position(reference.span.start).line
        for reference in document.references
        if reference.resolution.file and found.path == str(folder / reference.resolution.file)
    } or {1}


def _covering(
    found: Finding, valid: Iterable[Directive], families: dict[str, str], lines: set[int]
) -> Iterator[tuple[Directive, str]]:
    for directive in valid if found.rule != CRASH else ():
        if directive.kind == "enable" or not any(directive.first <= line <= directive.last for line in lines):
            continue
        for entry in directive.rules:
            if fits(entry, found.rule, families.get(found.rule, "")):
                yield directive, entry


def _mistakes(
    document: "CaseDocument", given: Iterable[Directive], names: Sequence[tuple[str, str]]
) -> Iterator[Finding]:
    for directive in given:
        for problem in _problems(document, directive, names):
            yield finding(problem, "suppression-unknown", Severity.WARNING, document.source.path)


def _problems(document: "CaseDocument", directive: Directive, names: Sequence[tuple[str, str]]) -> Iterator[Problem]:
    at = document.at(directive.span)
    if directive.kind not in KINDS:
        guess = nearest(directive.kind, KINDS)
        hint = f"Did you mean 'casecheck-{guess}'?" if guess else ""
        yield Problem(f"casecheck does not know the comment 'casecheck-{directive.kind}'.", at, hint)
        return
    if directive.kind == "enable":
        return
    if not directive.rules:
        example = f"Write: casecheck-{directive.kind} RULE -- reason"
        yield Problem("This comment names no rule, so it switches nothing off.", at, example)
    elif not directive.reason:
        example = f"Write: casecheck-{directive.kind} {' '.join(directive.rules)} -- why this is all right"
        yield Problem("This comment gives no reason, so it switches nothing off.", at, example)
    for entry in directive.rules:
        if not any(fits(entry, rule, group) for rule, group in names):
            guess = nearest(entry, {name for pair in names for name in pair})
            hint = f"Did you mean '{guess}'?" if guess else "`casecheck rule` lists all rules."
            yield Problem(f"There is no rule '{entry}'.", at, hint)


def _unused(
    document: "CaseDocument",
    valid: Iterable[Directive],
    used: set[tuple[Directive, str]],
    families: dict[str, str],
    ran: set[str],
) -> Iterator[Finding]:
    """A directive that suppressed nothing, unless its rule did not run or is not known at all."""
    for directive in valid:
        for entry in directive.rules:
            speaks_of = {rule for rule, group in families.items() if fits(entry, rule, group)}
            if directive.kind == "enable" or (directive, entry) in used or not speaks_of & ran:
                continue
            message = f"'{entry}' finds nothing here, so this comment is no longer needed."
            problem = Problem(message, document.at(directive.span), f"Remove '{entry}' from the comment.")
            yield finding(problem, "suppression-unused", Severity.WARNING, document.source.path)
