"""Lines that fit a terminal."""

from rich.cells import cell_len


def wrap(text: str, width: int, *, first: int = 0, indent: str = "") -> list[str]:
    """The lines of a text, broken at blanks so that they fit `width` cells.

    `first` cells of the first line are taken already; further lines start with `indent`. A word that is too long for
    a line, such as an address or a path, stays whole, so that it can be copied.
    """
    lines: list[str] = []
    line = text[: len(text) - len(text.lstrip(" "))]
    used = first + len(line)
    for word in text.split():
        if line.strip() and used + 1 + cell_len(word) > width:
            lines.append(line)
            line, used = indent, cell_len(indent)
        joint = " " if line.strip() else ""
        line += joint + word
        used += len(joint) + cell_len(word)
    return [*lines, line]


def fitted(line: str, width: int) -> list[str]:
    """A line as it is where it fits, else the lines that it breaks into."""
    return [line] if cell_len(line) <= width else wrap(line, width)
