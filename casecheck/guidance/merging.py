"""Ranges that complete each other, made one: "at least three goals … five at most"."""

Bounds = tuple[int | None, int | None]


def join(one: Bounds, other: Bounds) -> Bounds | None:
    """Two ranges for the same thing as one, both ends inclusive; None where they contradict each other."""
    if one == other:
        return one
    if _is_exact(other):
        one, other = other, one
    return _with_exact(one[0], other) if _is_exact(one) and one[0] is not None else _overlap(one, other)


def _is_exact(bounds: Bounds) -> bool:
    return bounds[0] is not None and bounds[0] == bounds[1]


def _with_exact(figure: int, bounds: Bounds) -> Bounds | None:
    """A single figure and a range around it: "100 words, 120 at most", "at least two, ideally three"."""
    low, high = bounds
    if (low is not None and figure < low) or (high is not None and figure > high) or _is_exact(bounds):
        return None
    return (figure if low is None else low, figure if high is None else high)


def _overlap(one: Bounds, other: Bounds) -> Bounds | None:
    """What two ranges have in common, where one of them is open on a side that the other bounds."""
    lows = [low for low in (one[0], other[0]) if low is not None]
    highs = [high for high in (one[1], other[1]) if high is not None]
    if len(lows) + len(highs) == 4 or not lows or not highs or max(lows) > min(highs):
        return None
    return max(lows), min(highs)
