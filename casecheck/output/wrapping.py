"""Lines that fit a terminal."""

from collections.abc import Iterator

from rich.cells import cell_len


def wrap(text: str, width: int, *, first: int = 0, indent: str = "") -> list[str]:
    """The lines of a text, broken at blanks so that they fit `width` cells.

    `first` cells of the first line are taken already; further lines start with `indent`. A word that is too long for
    a line, such as an address or a path, stays whole, so that it can be copied; but what is written without blanks, as
    in Chinese, is broken anywhere.
    """
    lines: list[str] = []
    line = text[: len(text) - len(text.lstrip(" "))]
    used, start = first + len(line), cell_len(indent)
    for joint, word in _words(text, width - start):
        joint = joint if line.strip() else ""
        if used + len(joint) + cell_len(word) > width and used > start:
            lines.append(line)
            line, used, joint = indent, start, ""
        line += joint + word
        used += len(joint) + cell_len(word)
    return [*lines, line]


def _words(text: str, width: int) -> Iterator[tuple[str, str]]:
    """Each word and the blank before it; of a wide one that fits no line, each part that does."""
    for word in text.split():
        joint = " "
        while cell_len(word) > max(width, 2) and cell_len(word) > len(word):
            part = fitting(word, max(width, 2))
            yield joint, part
            joint, word = "", word[len(part) :]
        yield joint, word


def fitting(text: str, width: int) -> str:
    """As many characters from the start as fit."""
    used = 0
    for index, character in enumerate(text):
        used += cell_len(character)
        if used > width:
            return text[:index]
    return text


def fitted(line: str, width: int) -> list[str]:
    """A line as it is where it fits, else the lines that it breaks into."""
    return [line] if cell_len(line) <= width else wrap(line, width)
