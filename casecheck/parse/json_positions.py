"""Where the values of a JSON text stand, worked out only when somebody asks.

`json` reads two megabytes in thirty milliseconds but keeps no positions. A good file needs none, so they are found
afterwards, by walking the text along the path in question. Nothing here recurses: depth costs time, never a crash.
"""

import json
import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field

from casecheck.source import Span

Path = tuple[str | int, ...]

LONGEST_CONTAINER_SPAN = 120  # characters; of a longer list or object only its opening bracket is pointed at

STRING = r'"[^"\\]*+(?:\\.[^"\\]*+)*+"'
BLANKS = re.compile(r"[ \t\n\r]*+")
KEY = re.compile(STRING, re.DOTALL)
SCALAR = re.compile(r"[^\s,\]}]++")
BRACKETS = re.compile(rf'{STRING}|\[[^\[\]{{}}"]*+\]|[\[\]{{}}]', re.DOTALL)
MEMBERS = re.compile(rf"(?P<text>{STRING})(?P<colon>[ \t\n\r]*+:)?|[{{}}]", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Member:
    """The offsets at which a value and its key start; a list's entry has no key."""

    value: int
    key: int | None = None


class Container:
    """A list or an object in a text; its members are found one by one, and only as far as somebody asks."""

    def __init__(self, text: str, start: int) -> None:
        self.found: dict[str | int, Member] = {}
        self.rest = _members(text, start)

    def member(self, step: str | int) -> Member | None:
        """The member with this key or index; the first one where the key stands twice."""
        while step not in self.found:
            following = next(self.rest, None)
            if following is None:
                return None
            self.found.setdefault(*following)
        return self.found[step]


@dataclass(frozen=True)
class JsonPositions:
    """The places in a text that `json` has read without complaint."""

    text: str = field(repr=False)
    known: dict[int, Container] = field(default_factory=dict, init=False, repr=False)

    def value(self, path: Path) -> Span:
        """The place of a value; the nearest place around it where the path leads nowhere."""
        start = self._walk(path).value
        if self.text[start : start + 1] not in {"{", "["}:
            return Span(start, _end(self.text, start))
        end = _end(self.text, start, start + LONGEST_CONTAINER_SPAN)
        return Span(start, end or start + 1)

    def opening(self, path: Path) -> Span:
        """The place of the bracket that opens a list or an object."""
        start = self._walk(path).value
        return Span(start, start + 1)

    def key(self, path: Path) -> Span:
        """The place of the key of a value; of the value itself where it has none."""
        start = self._walk(path).key
        return self.value(path) if start is None else Span(start, _end(self.text, start))

    def _walk(self, path: Path) -> Member:
        member = Member(_after_blanks(self.text, 0))
        for step in path:
            if member.value not in self.known:
                self.known[member.value] = Container(self.text, member.value)
            inner = self.known[member.value].member(step)
            if inner is None:
                break
            member = inner
        return member


def _members(text: str, start: int) -> Iterator[tuple[str | int, Member]]:
    """What stands in the list or object that opens at `start`; nothing where something else starts there."""
    opening = text[start : start + 1]
    if opening not in {"{", "["}:
        return
    at, count = _after_blanks(text, start + 1), 0
    while text[at] not in "]}":
        name: str | int = count
        key = None
        if opening == "{":
            end = _end(text, at)
            key, name = at, json.loads(text[at:end])
            at = _after_blanks(text, _after_blanks(text, end) + 1)
        yield name, Member(at, key)
        count += 1
        at = _after_blanks(text, _end(text, at))
        if text[at] == ",":
            at = _after_blanks(text, at + 1)


def _after_blanks(text: str, at: int) -> int:
    found = BLANKS.match(text, at)
    return found.end() if found else at


def _end(text: str, start: int, limit: int = sys.maxsize) -> int:
    """The offset behind the value that starts at `start`; 0 for a list or an object that goes on beyond `limit`."""
    first = text[start : start + 1]
    if first not in {"[", "{"}:
        found = (KEY if first == '"' else SCALAR).match(text, start)
        return found.end() if found else start
    depth = 0
    for token in BRACKETS.finditer(text, start, limit):
        bracket = token[0]
        if bracket in {"[", "{"}:
            depth += 1
        elif bracket in {"]", "}"}:
            depth -= 1
        if not depth:
            return token.end()
    return 0


@dataclass(frozen=True, slots=True)
class DuplicateKey:
    """A key that an object holds twice: its place, its first place, and whether it lies within `properties`."""

    name: str
    span: Span
    first: Span
    in_properties: bool


@dataclass(slots=True)
class _Open:
    """An object that is being read: the keys seen so far, and the last of them."""

    in_properties: bool
    keys: dict[str, Span] = field(default_factory=dict)
    last: str = ""


def duplicate_keys(text: str) -> Iterator[DuplicateKey]:
    """Every key that repeats an earlier one of the same object, in a text that is valid JSON."""
    stack = [_Open(in_properties=False)]
    for token in MEMBERS.finditer(text):
        inner = stack[-1]
        if token[0] == "{":
            stack.append(_Open(inner.in_properties or inner.last == "properties"))
        elif token[0] == "}":
            stack.pop()
        elif token["colon"]:
            name, span = json.loads(token["text"]), Span(*token.span("text"))
            if name in inner.keys:
                yield DuplicateKey(name, span, inner.keys[name], inner.in_properties)
            inner.keys[name] = span
            inner.last = name
