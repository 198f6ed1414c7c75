"""Patterns of a schema (ECMA 262), compared with values in bounded time.

A pattern such as `^(a+)+$` has 2^n ways through n letters, and Python's own engine tries them all. The engine of the
package regex stops when it is told to.
"""

import re
import time
from functools import cache
from math import prod
from typing import Any

from casecheck.limits import MAX_PATTERN_CHARACTERS, MAX_PATTERN_SECONDS

IN_CLASS_OR_ESCAPE = re.compile(r"\\.|\[\^?\]?(?:\\.|[^\]\\])*\]|(?P<end>\$)", re.DOTALL)
REPEATS = re.compile(r"\{(\d+)")
MOST_REPEATS = 10_000  # one inside the other; regex unfolds them in memory


class Matcher:
    """Compares values with patterns until its time is up; `refill` lets it begin anew."""

    def __init__(self) -> None:
        self._seconds_left = MAX_PATTERN_SECONDS

    def refill(self) -> None:
        """Give it as much time as a new one has."""
        self._seconds_left = MAX_PATTERN_SECONDS

    def found(self, pattern: str, text: str) -> bool | None:
        """Whether a pattern is found in a text; None where that would take too long to say."""
        if len(text) > MAX_PATTERN_CHARACTERS or self._seconds_left <= 0:
            return None
        started = time.monotonic()
        try:
            return bool(compiled(pattern).search(text, timeout=self._seconds_left))
        except TimeoutError:
            return None
        finally:
            self._seconds_left -= time.monotonic() - started


@cache
def compiled(pattern: str) -> Any:
    """A pattern as the package regex wants it: there, a bare `$` would also match before a last line end.

    Raises ValueError for what is no regular expression.
    """
    import regex

    if prod(int(times[:9]) for times in REPEATS.findall(pattern)) > MOST_REPEATS:
        raise ValueError("it repeats too often")
    try:
        return regex.compile(IN_CLASS_OR_ESCAPE.sub(lambda found: r"\Z" if found["end"] else found[0], pattern))
    except (regex.error, RecursionError, OverflowError) as error:
        raise ValueError(str(error) or "it is too large") from error
