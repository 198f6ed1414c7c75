"""A table of where a document stands: plain characters, one line a section."""

from collections.abc import Sequence
from statistics import median

from rich.cells import cell_len, set_cell_size

from casecheck.output.clean import clean
from casecheck.output.wrapping import wrap
from casecheck.report import Standing

HEADINGS = ("section", "items", "words", "asked for")
GAP = "  "
BAR = 10  # characters; the last stands for twice what is asked for
WIDEST_TITLE = 34
NARROWEST_TITLE = 12


def table(standings: tuple[Standing, ...], width: int) -> str:
    """The table in lines of at most `width` cells; the bar is left out where there is no room.

    `words` are the shortest, the middle and the longest text of a section; the bar shows the middle one, and `|` where
    the figure lies that is asked for. A title that does not fit goes on in the next line; where there is no room for
    titles at all, each stands in a line of its own.
    """
    rows = [HEADINGS, *(_row(standing) for standing in standings)]
    bars = ["", *(_bar(standing) for standing in standings)]
    titles, *others = (max(cell_len(row[column]) for row in rows) for column in range(len(HEADINGS)))
    rest = sum(others) + len(GAP) * len(others)
    if width - rest < NARROWEST_TITLE:
        return "".join(_stacked(row, others, width) for row in rows)
    with_bar = width - rest - BAR - 1 - len(GAP) >= min(titles, WIDEST_TITLE)
    first = min(titles, WIDEST_TITLE, width - rest)
    return "".join(_lines(row, [first, *others], bar if with_bar else "") for row, bar in zip(rows, bars, strict=True))


def _lines(row: Sequence[str], widths: Sequence[int], bar: str) -> str:
    title, *more = wrap(row[0], widths[0], indent="  ")
    cells = [set_cell_size(cell, cells) for cell, cells in zip((title, *row[1:]), widths, strict=True)]
    return "".join(f"{line}\n" for line in (GAP.join([*cells, bar]).rstrip(), *more))


def _stacked(row: Sequence[str], widths: Sequence[int], width: int) -> str:
    """A row in which the title stands above the figures."""
    cells = (set_cell_size(cell, cells) for cell, cells in zip(row[1:], widths, strict=True))
    figures = GAP + GAP.join(cells).rstrip()
    return "".join(f"{line}\n" for line in (*wrap(row[0], width), *([figures] if any(row[1:]) else [])))


def _row(standing: Standing) -> tuple[str, str, str, str]:
    if standing.missing:
        return clean(standing.title), "missing", "", ""
    items = "" if standing.items is None else f"{standing.items} ({standing.items_asked})"
    words = [standing.words[0], round(median(standing.words)), standing.words[-1]] if standing.words else []
    figures = str(words[0]) if len(standing.words) == 1 else " ".join(map(str, words))
    return clean(standing.title), items, figures, standing.words_asked if words else ""


def _bar(standing: Standing) -> str:
    if not standing.words or not standing.aim:
        return ""
    filled = min(BAR, round(BAR / 2 * median(standing.words) / standing.aim))
    bar = "#" * filled + "." * (BAR - filled)
    return f"{bar[: BAR // 2]}|{bar[BAR // 2 :]}"
