"""Comments, as TOML and YAML have them."""

import textwrap

WIDTH = 100


def prose(paragraphs: str) -> str:
    """Text as comments."""
    lines = (part for paragraph in paragraphs.split("\n") for part in _wrapped(paragraph))
    return "\n".join(f"# {part}".rstrip() for part in lines)


def _wrapped(paragraph: str) -> list[str]:
    """The lines of a paragraph; words stay whole, so that a path or a command can be copied."""
    return textwrap.wrap(paragraph, WIDTH - 2, break_long_words=False, break_on_hyphens=False) or [""]
