"""A table of where a document stands: plain characters, one line a section."""

from statistics import median

from rich.cells import cell_len, set_cell_size

from casecheck.output.clean import clean
from casecheck.report import Standing

HEADINGS = ("section", "items", "words", "asked for")
BAR = 10  # characters; the last stands for twice what is asked for
WIDEST_TITLE = 34


def table(standings: tuple[Standing, ...], width: int) -> str:
    """The table in lines of at most `width` cells; the bar is left out where there is no room.

    `words` are the shortest, the middle and the longest text of a section; the bar shows the middle one, and `|` where
    the figure lies that is asked for.
    """
    rows = [HEADINGS, *(_row(standing) for standing in standings)]
    widths = [max(cell_len(row[column]) for row in rows) for column in range(len(HEADINGS))]
    rest = sum(widths[1:]) + 2 * len(widths)
    with_bar = width - rest - BAR >= min(widths[0], WIDEST_TITLE)
    widths[0] = max(12, min(widths[0], WIDEST_TITLE, width - rest - BAR * with_bar))
    bars = ["", *(_bar(standing) for standing in standings)] if with_bar else [""] * len(rows)
    lines = (
        "  ".join((*(set_cell_size(cell, cells) for cell, cells in zip(row, widths, strict=True)), bar)).rstrip()
        for row, bar in zip(rows, bars, strict=True)
    )
    return "".join(f"{line}\n" for line in lines)


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
