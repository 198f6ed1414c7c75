"""Text of unknown origin, made safe to show."""

import unicodedata
from typing import TYPE_CHECKING

if TYPE_CHECKING:  # the command line cleans what it says before it loads anything else
    from casecheck.finding import Finding

JOINERS = "\u200c\u200d"  # hold emoji together, and Persian or Hindi words apart


def clean(text: str) -> str:
    """A text on one line in which nothing can act on a terminal or deceive its reader.

    Control characters, escape sequences, bidirectional overrides, line ends, invisible characters and halves of
    surrogate pairs become visible escapes, as `\\x1b`.
    """
    return text if text.isprintable() else "".join(map(_shown, text))


def said(found: "Finding") -> list[str]:
    """What a finding says, made safe to show: its message, then the lines of its help."""
    return [clean(line) for line in (found.message, *found.help.split("\n")) if line.strip()]


def encodable(path: str) -> str:
    """A path as it is, but for bytes in it that are not UTF-8: those become visible escapes."""
    return path.encode("utf-8", "backslashreplace").decode()


def _shown(character: str) -> str:
    if character.isprintable() or character in JOINERS or unicodedata.category(character) == "Zs":
        return character
    return character.encode("unicode_escape").decode("ascii")
