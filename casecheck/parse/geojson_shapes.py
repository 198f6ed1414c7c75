"""The parts of a map: geometries that can be drawn, and what is wrong with the others."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from hashlib import sha256
from typing import Any, NamedTuple

from casecheck import limits
from casecheck.boxes import Box
from casecheck.finding import Severity, quoted
from casecheck.parse.json_positions import Path


class StructureFault(NamedTuple):
    """A fault at the path of a value; `lacking` where the object at `path` lacks something."""

    kind: str
    path: Path
    message: str
    help: str = ""
    severity: Severity | None = None
    lacking: bool = False


@dataclass(frozen=True, slots=True)
class Line:
    """A run of positions: a ring, a line, or the points of a (Multi)Point.

    `area` is the signed area of a ring in square degrees, positive where it runs counter-clockwise; 0 for what is none.
    """

    path: Path
    longitudes: Sequence[float] = field(repr=False)
    latitudes: Sequence[float] = field(repr=False)
    box: Box
    area: float = 0.0

    @property
    def is_hole(self) -> bool:
        """Whether a polygon's ring is not its outer one."""
        return self.path[-1] != 0


@dataclass(frozen=True, slots=True)
class Shape:
    """A geometry that can be drawn; `path` is its own, `owner` that of its feature (its own where it has none)."""

    type: str
    path: Path
    owner: Path
    lines: tuple[Line, ...] = field(repr=False)
    box: Box

    @property
    def is_area(self) -> bool:
        """Whether it is made of polygons, so that its lines are rings."""
        return self.type.endswith("Polygon")


def fingerprint(shapes: Sequence[Shape], box: Box) -> str:
    """What tells one drawing from all others: its count of positions and its box to 100 m, as a hash.

    So it does not change when a program writes the file anew, rounds it to five decimals or turns its rings round.
    """
    vertices = sum(len(line.longitudes) for shape in shapes for line in shape.lines)
    edges = " ".join(f"{round(edge, 3) + 0.0:.3f}" for edge in box)
    return sha256(f"{len(shapes)} {vertices} {edges}".encode()).hexdigest()[:32]


def describe(value: Any) -> str:
    """A JSON value in words, cut short."""
    if isinstance(value, dict):
        return "an object"
    if isinstance(value, list):
        return "a list" if value else "an empty list"
    if isinstance(value, str):
        return f"the text {quoted(value)}" if value.strip() else "an empty text"
    if isinstance(value, bool):
        return str(value).lower()
    return "null (nothing)" if value is None else f"the number {str(value)[: limits.MAX_QUOTED_CHARACTERS]}"
