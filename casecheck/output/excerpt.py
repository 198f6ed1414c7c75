"""A line of source, cut to fit a terminal, and where in it a place is."""

from typing import NamedTuple

from rich.cells import cell_len

from casecheck.output.clean import clean
from casecheck.output.wrapping import fitting

TAB = "    "
CUT = "…"
SELECTORS = dict.fromkeys(range(0xFE00, 0xFE10))  # they widen the character before them on some terminals only
JOINER = "\u200d"  # at the start of a part it would join what it must not
CONTEXT = 4  # before a place that is cut, at least one cell in so many shows what leads up to it


class Excerpt(NamedTuple):
    """A stretch of a line in three parts, all safe to show: before the place, the place itself, after it."""

    before: str
    marked: str
    after: str

    @property
    def underline(self) -> str:
        """Carets under the place, at least one."""
        return " " * cell_len(self.before) + "^" * max(1, cell_len(self.marked))


def excerpt(line: str, start: int, end: int, width: int) -> Excerpt:
    """The part of a line around the columns `start` to `end` (from 1, `end` exclusive) in at most `width` cells."""
    reach = 2 * width  # no more characters than that can matter, however long the line is
    start, end = start - 1, max(start - 1, end - 1)
    before, marked, after = line[:start], line[start:end], line[end:]
    before = before.lstrip() if len(before) < reach else before[-reach:]
    parts = Excerpt(_shown(before), _shown(marked[:reach]), _shown(after[:reach].rstrip()))
    return parts if cell_len("".join(parts)) <= width else _cut(parts, width)


def _shown(text: str) -> str:
    plain = text.translate(SELECTORS).lstrip(JOINER)
    return TAB.join(clean(part) for part in plain.split("\t"))


def _cut(parts: Excerpt, width: int) -> Excerpt:
    """The place as whole as it can be, and around it as much as fits on either side."""
    lead = min(cell_len(parts.before), width // CONTEXT)
    marked = _head(parts.marked, width - lead)
    room = width - cell_len(marked)
    trail = min(cell_len(parts.after), room // 2)
    before = _tail(parts.before, room - trail)
    return Excerpt(before, marked, _head(parts.after, room - cell_len(before)))


def _head(text: str, width: int) -> str:
    """The start of a text in at most `width` cells."""
    return text if cell_len(text) <= width else fitting(text, width - 1) + CUT if width > 0 else ""


def _tail(text: str, width: int) -> str:
    """The end of a text in at most `width` cells."""
    if cell_len(text) <= width:
        return text
    kept = fitting(text[::-1], width - 1)[::-1]
    while kept and not cell_len(kept[0]):  # an accent without the letter that it belongs to
        kept = kept[1:]
    return CUT + kept if width > 0 else ""
