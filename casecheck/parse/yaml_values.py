"""YAML to plain values and their places, by way of the parser's events: nothing is executed, expanded or unbounded.

Plain scalars follow the core schema of YAML 1.2 (https://yaml.org/spec/1.2.2/#103-core-schema), as the sites' own
reader (js-yaml) does, and not PyYAML's YAML 1.1: `NO` stays text, `1:30` stays text, a date stays text. Where readers
disagree the text stays as the author wrote it: `012` is 10 to one of them and 12 to another, so here it is "012".
Infinity and "not a number" stay text as well.
"""

import re
from dataclasses import dataclass, field
from math import isfinite
from typing import Any

from casecheck import limits
from casecheck.finding import Severity, quoted
from casecheck.source import Span

Path = tuple[str | int, ...]

NULLS = {"", "~", "null", "Null", "NULL"}
BOOLEANS = {"true": True, "True": True, "TRUE": True, "false": False, "False": False, "FALSE": False}
INTEGER = re.compile(r"[-+]?(?:0|[1-9][0-9]{0,17})\Z")
DECIMAL = re.compile(r"[-+]?(?:[0-9]+\.[0-9]*|\.[0-9]+|[0-9]+(?=[eE]))(?:[eE][-+]?[0-9]{1,3})?\Z")
LONGEST_NUMBER = 50
NEEDS_QUOTES = re.compile(r"[-?:,\[\]{}#&*!|>'\"%@`]|.*(?::(?:\s|$)|\s#)")

# What YAML forbids, and what libyaml alone takes for a line end or drops; replaced one for one, so that offsets hold.
FORBIDDEN = re.compile("[^\t\n\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
HARMLESS_TAB = re.compile(r"^(?:[ \t]*\t[ \t]*$| *-[ \t]*\t)", re.MULTILINE)  # in a blank line, behind an item's dash
SUBSTITUTES = {0x85: " ", 0x2028: " ", 0x2029: " ", 0xFEFF: "\u200b"}


@dataclass(frozen=True, slots=True)
class Entry:
    """Where a value stands: the span of its key (None for a list item) and of the value itself.

    An empty value has an empty span, at the place where it would be written.
    """

    key: Span | None
    value: Span


@dataclass(frozen=True, slots=True)
class Fault:
    """Something wrong with the front matter as YAML.

    `kind` is the name of the rule that reports it: `frontmatter-missing`, `-unclosed`, `-syntax`, `-duplicate-key`,
    `-unsafe` or `limit-exceeded`. `severity`, if given, overrides that rule's.
    """

    kind: str
    message: str
    span: Span
    help: str = ""
    severity: Severity | None = None


@dataclass(frozen=True, slots=True)
class Breakage:
    """The place at which YAML stops being YAML, and the parser's own words for it."""

    problem: str
    offset: int


@dataclass
class Reading:
    """What was read so far: a value, the places in it, what is wrong with it."""

    data: Any = None
    entries: dict[Path, Entry] = field(default_factory=dict)
    faults: list[Fault] = field(default_factory=list)
    values: int = 0


def printable(text: str) -> str:
    """`text` with all that libyaml would stumble over and no other reader minds replaced, length unchanged.

    That is also done to what YAML forbids, which is reported apart.
    """
    text = FORBIDDEN.sub(" ", text).translate(SUBSTITUTES)
    return HARMLESS_TAB.sub(lambda found: found[0].replace("\t", " "), text) if "\t" in text else text


def scalar(text: str) -> str | int | float | bool | None:
    """The value of a plain (unquoted) scalar."""
    if text in NULLS:
        return None
    if text in BOOLEANS:
        return BOOLEANS[text]
    if len(text) > LONGEST_NUMBER:
        return text
    if INTEGER.match(text):
        return int(text)
    if DECIMAL.match(text) and isfinite(number := float(text)):
        return number
    return text


def plain_or_quoted(text: str) -> str:
    """`text` as a YAML value, quoted only where it must be."""
    return in_quotes(text) if NEEDS_QUOTES.match(text) or not isinstance(scalar(text), str) else text


def in_quotes(text: str) -> str:
    """`text` as a quoted YAML value, in the quotation marks that need the least escaping."""
    if '"' not in text and "\\" not in text:
        return f'"{text}"'
    return "'" + text.replace("'", "''") + "'"


def read(text: str, start: int = 0, values: int = 0) -> Reading | Breakage:
    """The YAML in `text`, all of it printable, which begins at offset `start` of the document.

    `values` were read before and count towards the limit. Beyond a limit the reading ends there, with a fault that
    says so and the data None.
    """
    import yaml

    parser = getattr(yaml, "CSafeLoader", yaml.SafeLoader)(text)
    reading = Reading(values=values)
    builder = _Builder(parser, text, start, reading)
    try:
        reading.data = builder.document()
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        return Breakage(error.problem or error.context or "", start + (mark.index if mark else 0))
    except yaml.YAMLError as error:
        return Breakage(str(error), start)
    except _LimitExceededError as exceeded:
        reading.faults.append(exceeded.fault)
    finally:
        parser.dispose()
    return reading


def duplicate(key: str, at: Span) -> Fault:
    """The fault of a key that was there before; `at` is the later one."""
    message = f"{quoted(key)} is there twice; sites read only one of the two, or no front matter at all."
    return Fault("frontmatter-duplicate-key", message, at, f"Keep the {quoted(key)} that holds, and delete the other.")


class _LimitExceededError(Exception):
    """Ends the walk through the events; never leaves this module."""

    def __init__(self, fault: Fault) -> None:
        self.fault = fault


class _Builder:
    """Walks the events of one YAML text once, from the first to the last."""

    def __init__(self, parser: Any, text: str, start: int, reading: Reading) -> None:
        self.parser, self.text, self.start, self.reading = parser, text, start, reading
        self.depth = 0

    def document(self) -> Any:
        """The value of the one document in the stream."""
        self._take()
        if not self._next_is("DocumentStartEvent"):
            return None
        self._take()
        value, _ = self._node((), None)
        self._take()
        if self._next_is("DocumentStartEvent"):
            self._fault("frontmatter-syntax", "A second YAML document begins here.", self._take())
        return value

    def _node(self, path: Path, key: Span | None) -> tuple[Any, Span]:
        event = self._take()
        self.depth += 1
        self._count(event)
        span = self._refuse(event)
        kind = type(event).__name__
        if kind == "AliasEvent":
            value: Any = self.text[event.start_mark.index : event.end_mark.index]
        elif kind == "ScalarEvent":
            value = event.value if event.style or not event.implicit[0] else scalar(event.value)
            if event.style in ("|", ">"):
                span = Span(span.start, self._without_trailing_blanks(span))
        elif kind == "SequenceStartEvent":
            value, span = self._sequence(path, event)
        else:
            value, span = self._mapping(path, event)
        self.reading.entries[path] = Entry(key, span)
        self.depth -= 1
        return value, span

    def _sequence(self, path: Path, event: Any) -> tuple[list[Any], Span]:
        items: list[Any] = []
        end = self._span(event).end
        while not self._next_is("SequenceEndEvent"):
            value, span = self._node((*path, len(items)), None)
            items.append(value)
            end = span.end
        closing = self._span(self._take())
        return items, Span(self._span(event).start, closing.end if event.flow_style else end)

    def _mapping(self, path: Path, event: Any) -> tuple[dict[str, Any], Span]:
        values: dict[str, Any] = {}
        end = self._span(event).end
        while not self._next_is("MappingEndEvent"):
            key = self._key(path)
            if key is None:
                end = self._discard(path).end
                continue
            name, at = key
            if name in values:
                self.reading.faults.append(duplicate(name, at))
                if values[name] not in (None, "", [], {}):
                    end = self._discard(path).end
                    continue
            values[name], span = self._node((*path, name), at)
            end = span.end
        closing = self._span(self._take())
        return values, Span(self._span(event).start, closing.end if event.flow_style else end)

    def _key(self, path: Path) -> tuple[str, Span] | None:
        """A key and its place; None, and a fault, for a key that is a list, a mapping, an alias or empty."""
        event = self.parser.peek_event()
        if type(event).__name__ != "ScalarEvent" or not event.value:
            message = "The part before this colon is not a plain word."
            self._fault("frontmatter-syntax", message, event, "Every line has the form 'key: value'.")
            self._discard(path)
            return None
        self._take()
        if event.value == "<<" and not event.style:
            self._unsafe("'<<' merges other values into this one", event)
        return event.value, self._refuse(event)

    def _discard(self, path: Path) -> Span:
        """Read one node and forget it, except for its faults."""
        kept = self.reading.entries
        self.reading.entries = {}
        _, span = self._node(path, None)
        self.reading.entries = kept
        return span

    def _refuse(self, event: Any) -> Span:
        """The place of a value; anchors, aliases and tags in it are faults."""
        if type(event).__name__ == "AliasEvent":
            self._unsafe(
                f"A value that begins with '*' refers to another one in YAML ({quoted('*' + event.anchor)})", event
            )
        elif event.anchor is not None:
            self._unsafe(
                f"A value that begins with '&' gives itself a name in YAML ({quoted('&' + event.anchor)})", event
            )
        elif event.tag not in (None, "!"):
            self._unsafe(f"A value that begins with '!' names a type in YAML ({quoted(event.tag)})", event)
        return self._span(event)

    def _count(self, event: Any) -> None:
        self.reading.values += 1
        if self.reading.values > limits.MAX_FRONT_MATTER_VALUES:
            message = f"The front matter has more than {limits.MAX_FRONT_MATTER_VALUES:,} values; the rest is not read."
            raise _LimitExceededError(Fault("limit-exceeded", message, self._span(event)))
        if self.depth > limits.MAX_FRONT_MATTER_DEPTH + 1:
            message = f"Lists stand in lists more than {limits.MAX_FRONT_MATTER_DEPTH} levels deep here."
            raise _LimitExceededError(Fault("frontmatter-unsafe", message, self._span(event), "Write a plain value."))

    def _unsafe(self, what: str, event: Any) -> None:
        written = self.text[event.start_mark.index : event.end_mark.index].split("\n", 1)[0]
        help_ = f"If it is meant as text, put it in quotes: {quoted(written)}"
        self._fault("frontmatter-unsafe", f"{what}; front matter holds plain values only.", event, help_)

    def _fault(self, kind: str, message: str, event: Any, help_: str = "") -> None:
        self.reading.faults.append(Fault(kind, message, self._span(event), help_))

    def _span(self, event: Any) -> Span:
        return Span(self.start + event.start_mark.index, self.start + event.end_mark.index)

    def _without_trailing_blanks(self, span: Span) -> int:
        text = self.text[span.start - self.start : span.end - self.start]
        return span.start + len(text.rstrip())

    def _next_is(self, name: str) -> bool:
        return type(self.parser.peek_event()).__name__ == name

    def _take(self) -> Any:
        return self.parser.get_event()
