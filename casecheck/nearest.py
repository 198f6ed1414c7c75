"""'Did you mean …?': the nearest of the names that would be right."""

import unicodedata
from collections.abc import Iterable
from difflib import get_close_matches

CUTOFF = 0.7  # difflib's ratio; below it, a suggestion surprises more often than it helps


def nearest(name: str, names: Iterable[str], cutoff: float = CUTOFF) -> str | None:
    """The one of `names` that is most like `name`, apart from case, accents and separators; None where none is."""
    folded = {fold(candidate): candidate for candidate in sorted(names, reverse=True)}
    found = get_close_matches(fold(name), folded, n=1, cutoff=cutoff)
    return folded[found[0]] if found else None


def fold(name: str) -> str:
    """A name without the differences that a reader overlooks: case, accents, `_`, `-` and blanks."""
    decomposed = unicodedata.normalize("NFKD", name.casefold())
    return "".join(c for c in decomposed if not unicodedata.combining(c) and c not in "_- \t")
