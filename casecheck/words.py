"""What counts as a word."""


def count(text: str) -> int:
    """How many words a stretch of visible text has."""
    raise NotImplementedError
