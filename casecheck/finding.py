"""Problems, which rules yield, and findings, which are problems stamped with all that a report needs."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from enum import IntEnum

from casecheck.limits import MAX_QUOTED_CHARACTERS, MAX_REPLACEMENT_CHARACTERS
from casecheck.source import Place


class Severity(IntEnum):
    """How bad a finding is; a smaller number is worse."""

    ERROR = 1  # the page breaks or loses content
    WARNING = 2  # an explicit rule of the collection is broken
    NOTE = 3  # guidance or advice

    def __str__(self) -> str:
        return self.name.lower()


@dataclass(frozen=True, slots=True)
class Related:
    """A second place that belongs to a problem, with a few words on what it is."""

    at: Place
    message: str


@dataclass(frozen=True, slots=True)
class Problem:
    """What a rule yields: what is wrong, where, and what to do about it.

    `message` says what is wrong in an author's words and quotes the value that was found; `help` says what to write
    instead, ideally exactly. Both are plain text, whole sentences. `severity` is only given where it differs from the
    rule's own.
    """

    message: str
    at: Place
    help: str = ""
    severity: Severity | None = None
    related: tuple[Related, ...] = ()


@dataclass(frozen=True, slots=True)
class RelatedPlace:
    """`Related`, resolved to path, line and column."""

    path: str
    line: int
    column: int
    end_line: int
    end_column: int
    message: str


@dataclass(frozen=True, slots=True)
class Finding:
    """A problem in a report. Plain values only, so that it crosses processes and fits a cache.

    `document` is the path of the case document; `path` the file that `line` and `column` speak of, which may be the
    document's GeoJSON. `excerpt` is the text of line `line`.
    """

    document: str
    path: str
    line: int
    column: int
    end_line: int
    end_column: int
    rule: str
    severity: Severity
    message: str
    help: str = ""
    excerpt: str = field(default="", compare=False)
    related: tuple[RelatedPlace, ...] = ()


def finding(problem: Problem, rule: str, severity: Severity, document: str) -> Finding:
    """Stamp a problem with its rule, its severity and the path of its document."""
    source, span = problem.at.source, problem.at.span
    line, column, end_line, end_column = extent(problem.at)
    return Finding(
        document=document,
        path=source.path,
        line=line,
        column=column,
        end_line=end_line,
        end_column=end_column,
        rule=rule,
        severity=severity,
        message=problem.message,
        help=problem.help,
        excerpt=source.line(source.position(span.start).line),
        related=tuple(RelatedPlace(r.at.source.path, *extent(r.at), r.message) for r in problem.related),
    )


def extent(place: Place) -> tuple[int, int, int, int]:
    """First line and column, last line and column (exclusive) of a place."""
    return (*place.source.position(place.span.start), *place.source.position(place.span.end))


def quoted(text: object) -> str:
    """A value in quotation marks, as messages show it: on one line, printable, and cut where it is long."""
    line = " ".join(str(text).split()).encode("utf-8", "backslashreplace").decode()
    return f"'{line[: MAX_QUOTED_CHARACTERS - 1]}…'" if len(line) > MAX_QUOTED_CHARACTERS else f"'{line}'"


def listed(texts: Iterable[object]) -> str:
    """Values in quotation marks as a sentence lists them: `'a', 'b' and 'c'`."""
    *first, last = map(quoted, texts)
    return f"{', '.join(first)} and {last}" if first else last


def in_full(text: str) -> str:
    """What to write instead, in quotation marks: every character of it, those that cannot be shown as codes."""
    return "'" + "".join(c if c.isprintable() else ascii(c)[1:-1] for c in text[:MAX_REPLACEMENT_CHARACTERS]) + "'"
