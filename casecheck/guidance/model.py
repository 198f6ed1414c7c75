"""What a template comment asks for, as plain values."""

from dataclasses import dataclass
from typing import Literal

Scope = Literal["section", "item", "biography"]


@dataclass(frozen=True, slots=True)
class WordRange:
    """How many words: `min` and `max` inclusive, None where open; one figure ("about 50") is min = max."""

    min: int | None
    max: int | None
    approximate: bool = False
    scope: Scope = "section"
    condition: str = ""  # the `type` of document that this speaks of ("plan"), empty for all
    reason: str = ""  # why this scope was chosen, for the template's author

    def __str__(self) -> str:
        return f"{_figures(self.min, self.max, 'about ' * self.approximate)} words"


@dataclass(frozen=True, slots=True)
class ItemRange:
    """How many of what; `min` and `max` inclusive, None where open."""

    min: int | None
    max: int | None
    what: str
    condition: str = ""

    def __str__(self) -> str:
        return f"{_figures(self.min, self.max)} {self.what}"


@dataclass(frozen=True, slots=True)
class Guidance:
    """All that one comment asks for."""

    words: tuple[WordRange, ...] = ()
    items: tuple[ItemRange, ...] = ()
    links: bool = False
    images: bool = False
    captions: bool = False
    optional: bool = False
    not_understood: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        """Whether anything was understood."""
        return bool(self.words or self.items or self.links or self.images or self.captions or self.optional)


def _figures(low: int | None, high: int | None, about: str = "") -> str:
    if high is None:
        return f"at least {about}{low}"
    if low is None:
        return f"at most {about}{high}"
    return f"{about}{low}" if low == high else f"{about}{low} to {high}"
