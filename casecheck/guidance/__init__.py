"""What a template comment asks for, read from plain English."""

from casecheck.guidance.model import Guidance, ItemRange, Scope, WordRange

__all__ = ["Guidance", "ItemRange", "Scope", "WordRange", "read", "speaks"]


def speaks(comment: str) -> bool:
    """Whether a comment speaks to the author: casecheck's own directives and lists of allowed values do not."""
    return not comment.strip().casefold().startswith(("casecheck-", "allowed values"))


def read(comment: str) -> Guidance:
    """The guidance in the text of a comment; nothing of it is understood yet."""
    return Guidance()
