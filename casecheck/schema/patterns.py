"""Patterns of a schema, matched with a bound on the work, whatever the pattern and the text are.

Python's own engine tries one way through a pattern after the other, and `^(a+)+$` has 2^n of them for n letters. Here
all ways go on together: a part of a pattern leads from a set of places in the text to the set of places where it may
end, so that a place counts once, however many ways lead there (Thompson 1968). What the standard recommends of regular
expressions works, and looking ahead and behind; what refers back to an earlier group does not, and is refused.
"""

import re
from collections.abc import Callable, Iterable
from functools import cache
from re import _constants as ops  # type: ignore[attr-defined]  # Python's own reader of patterns; a test holds it
from re import _parser as parser  # type: ignore[attr-defined]  # likewise
from typing import Any

from casecheck.limits import MAX_PATTERN_CHARACTERS, MAX_PATTERN_STEPS

Places = set[int]
Part = tuple[Any, Any]

REPEATS = {ops.MAX_REPEAT, ops.MIN_REPEAT}
LOOKS = {ops.ASSERT, ops.ASSERT_NOT}
CATEGORIES = {
    ops.CATEGORY_DIGIT: re.compile(r"\d"),
    ops.CATEGORY_NOT_DIGIT: re.compile(r"\D"),
    ops.CATEGORY_SPACE: re.compile(r"\s"),
    ops.CATEGORY_NOT_SPACE: re.compile(r"\S"),
    ops.CATEGORY_WORD: re.compile(r"\w"),
    ops.CATEGORY_NOT_WORD: re.compile(r"\W"),
}


def _is_in(members: Iterable[Part], character: str) -> bool:
    """Whether a character is of a class such as `[^a-z]`."""
    negated, *_ = (kind is ops.NEGATE for kind, _ in members)
    found = any(CHARACTERS[kind](value, character) for kind, value in members if kind is not ops.NEGATE)
    return found != negated


CHARACTERS: dict[Any, Callable[[Any, str], bool]] = {  # whether a part that stands for one character takes this one
    ops.LITERAL: lambda code, character: ord(character) == code,
    ops.NOT_LITERAL: lambda code, character: ord(character) != code,
    ops.ANY: lambda _, character: character != "\n",
    ops.IN: _is_in,
    ops.RANGE: lambda ends, character: ends[0] <= ord(character) <= ends[1],
    ops.CATEGORY: lambda name, character: bool(CATEGORIES[name].match(character)),
}


class _TooMuchError(Exception):
    """The work that a matcher may do is done; never leaves this module."""


class Matcher:
    """Matches patterns until the work that it may do is done; `refill` lets it begin anew."""

    def __init__(self) -> None:
        self._left = MAX_PATTERN_STEPS

    def refill(self) -> None:
        """Let it do as much work as a new one may."""
        self._left = MAX_PATTERN_STEPS

    def found(self, pattern: str, text: str) -> bool | None:
        """Whether a pattern is found in a text; None where that would take too long to say."""
        if len(text) > MAX_PATTERN_CHARACTERS:
            return None
        try:
            return bool(self._ends(parsed(pattern), text, set(range(len(text) + 1))))
        except _TooMuchError:
            return None

    def _ends(self, parts: Iterable[Part], text: str, starts: Places) -> Places:
        """Where a sequence of parts may end that begins at one of `starts`."""
        for kind, value in parts:
            self._left -= len(starts) + 1
            if self._left < 0:
                raise _TooMuchError
            if not starts:
                break
            starts = self._after(kind, value, text, starts)
        return starts

    def _after(self, kind: Any, value: Any, text: str, starts: Places) -> Places:
        """Where one part may end."""
        if kind in CHARACTERS:
            fits = CHARACTERS[kind]
            return {start + 1 for start in starts if start < len(text) and fits(value, text[start])}
        if kind is ops.AT:
            return {start for start in starts if _is_at(value, text, start)}
        if kind is ops.BRANCH:
            return set().union(*(self._ends(branch, text, starts) for branch in value[1]))
        if kind is ops.SUBPATTERN:
            return self._ends(value[3], text, starts)
        if kind in REPEATS:
            return self._repeated(value, text, starts)
        direction, parts = value
        wanted = kind is ops.ASSERT
        return {start for start in starts if self._looks(direction, parts, text, start) == wanted}

    def _repeated(self, repeat: tuple[int, int, Any], text: str, starts: Places) -> Places:
        low, high, parts = repeat
        for _ in range(low):
            ends = self._ends(parts, text, starts)
            if ends == starts:
                break
            starts = ends
        reached, latest, times = set(starts), starts, low
        while latest and times < high:
            latest = self._ends(parts, text, latest) - reached
            reached |= latest
            times += 1
        return reached

    def _looks(self, direction: int, parts: Any, text: str, start: int) -> bool:
        """Whether parts are found right after a place, or right before it."""
        if direction > 0:
            return bool(self._ends(parts, text, {start}))
        begin = start - parts.getwidth()[0]  # what looks behind is always as long
        return begin >= 0 and start in self._ends(parts, text, {begin})


@cache
def parsed(pattern: str) -> Any:
    """A pattern in parts. Raises re.error for what is no regular expression, or one that cannot be bounded."""
    try:
        re.compile(pattern)
        parts = parser.parse(pattern)
    except (RecursionError, OverflowError) as error:
        raise re.error("it is too large") from error
    if parts.state.flags & ~re.UNICODE.value:
        raise re.error("flags such as (?i) are not known here")
    _refuse_unbounded(parts)
    return parts


def _refuse_unbounded(parts: Iterable[Part]) -> None:
    for kind, value in parts:
        if kind in CHARACTERS or kind is ops.AT:
            continue
        if kind is ops.SUBPATTERN and not value[1] and not value[2]:
            _refuse_unbounded(value[3])
        elif kind is ops.BRANCH:
            for branch in value[1]:
                _refuse_unbounded(branch)
        elif kind in REPEATS | LOOKS:
            _refuse_unbounded(value[-1])
        else:
            raise re.error("only groups, classes, repeats, alternatives and looking around are known here")


def _is_at(kind: Any, text: str, place: int) -> bool:
    """Whether an anchor holds at a place; `$` is the end of the text, never a place before a last line end."""
    if kind in {ops.AT_BEGINNING, ops.AT_BEGINNING_STRING}:
        return place == 0
    if kind in {ops.AT_END, ops.AT_END_STRING}:
        return place == len(text)
    word = CATEGORIES[ops.CATEGORY_WORD]
    before, after = bool(word.match(text[place - 1 : place])), bool(word.match(text[place : place + 1]))
    return (before != after) == (kind is ops.AT_BOUNDARY)
