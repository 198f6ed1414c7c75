"""ANSI colour, where it is wanted."""

STYLES = {
    "error": "1;31",
    "warning": "1;33",
    "note": "1;36",
    "help": "1;32",
    "title": "1;4",
    "strong": "1",
    "faint": "2",
}


def paint(text: str, style: str, *, color: bool) -> str:
    """A text in one of STYLES, or as it is."""
    return f"\x1b[{STYLES[style]}m{text}\x1b[0m" if color and text else text
