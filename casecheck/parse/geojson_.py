"""GeoJSON with exact positions.

One pass of `json`, one of our own: the `geojson` package rounds coordinates, takes members such as `precision` for
arguments, and overlooks one-number positions, empty polygons, nested collections and more.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from itertools import islice
from typing import Any

from casecheck import limits
from casecheck.boxes import Box, around
from casecheck.finding import Problem, Severity, quoted
from casecheck.parse import json_syntax
from casecheck.parse.geojson_shapes import Shape, StructureFault, fingerprint
from casecheck.parse.geojson_structure import inspect
from casecheck.parse.json_positions import JsonPositions, Path, duplicate_keys
from casecheck.source import SAVED_AS_UTF_16, Place, Source, Span, decode

MOST_FAULTS = 4 * limits.MAX_FINDINGS_PER_RULE  # of one file; nobody reads on, and each needs its place found
MOST_LOOKED_AT = 100_000  # of its faults
MOST_ALIKE = 3  # faults of one kind, each of which is worth a finding of its own
FIGURES = re.compile(r"'[^']*'|\[[^\]]*\]|\d+| So it is with.*", re.DOTALL)
SIMPLIFY = "Open it in mapshaper.org, choose 'Simplify', and export it as GeoJSON with a precision of 0.00001."
SAVE_AS_UTF8 = "Save the file as UTF-8, without a byte-order mark."


@dataclass(frozen=True, slots=True)
class MapFault:
    """Something wrong with a file as GeoJSON.

    `kind` is the name of the rule that reports it; `severity` is only given where it differs from the rule's own.
    """

    kind: str
    message: str
    at: Place
    help: str = ""
    severity: Severity | None = None


@dataclass(frozen=True)
class GeoMap:
    """One GeoJSON file, read: `size` in bytes, the geometries that can be drawn in order, and the member `crs`."""

    source: Source
    faults: tuple[MapFault, ...] = ()
    size: int = 0
    shapes: tuple[Shape, ...] = field(default=(), repr=False)
    crs: Any = None

    @cached_property
    def box(self) -> Box | None:
        """The bounding box of all shapes; None where there are none."""
        return around(shape.box for shape in self.shapes)

    @cached_property
    def positions(self) -> JsonPositions:
        """Where the values of the file stand; of use only where it is JSON."""
        return JsonPositions(self.source.text)

    @cached_property
    def vertices(self) -> int:
        """How many positions all shapes have together."""
        return sum(len(line.longitudes) for shape in self.shapes for line in shape.lines)

    @cached_property
    def fingerprint(self) -> str | None:
        """What tells this map from all others, whatever program wrote it; None where nothing can be drawn."""
        return fingerprint(self.shapes, self.box) if self.box else None

    def at(self, path: Path) -> Place:
        """The place of the value at a path; of a long one, its opening bracket."""
        return Place(self.source, self.positions.value(path))

    def problems(self, rule: str) -> Iterator[Problem]:
        """The faults that a rule reports."""
        for fault in self.faults:
            if fault.kind == rule:
                yield Problem(fault.message, fault.at, fault.help, fault.severity)


def parse(path: str, data: bytes) -> GeoMap:
    """A GeoJSON file; `path` is the one that a report shows."""
    source = decode(path, data)
    encoding = tuple(_encoding_faults(source))
    json = json_syntax.read(source.text)
    if json.fault:
        fault = MapFault("geography-syntax", json.fault.message, Place(source, json.fault.span), json.fault.help)
        foreign = source.undecodable is not None and json.fault.span.start in {0, source.undecodable.start}
        return GeoMap(source, (fault,) if foreign else (*encoding, fault), len(data))
    structure = inspect(json.value)
    positions = JsonPositions(source.text)
    repeats = tuple(_repeats(source)) if json.repeats else ()
    kept = islice(_without_likes(structure.faults[:MOST_LOOKED_AT]), MOST_FAULTS)
    faults = tuple(_placed(fault, source, positions) for fault in kept)
    crs = json.value.get("crs") if isinstance(json.value, dict) else None
    return GeoMap(source, (*encoding, *repeats, *faults), len(data), structure.shapes, crs)


def _without_likes(faults: tuple[StructureFault, ...]) -> Iterator[StructureFault]:
    """The faults, but of many that are alike only the first: one mistake of an export is in every feature."""
    likes: dict[object, list[StructureFault]] = {}
    for fault in faults:
        likes.setdefault((fault.kind, fault.help, FIGURES.sub("", fault.message)), []).append(fault)
    for group in likes.values():
        if len(group) > MOST_ALIKE:
            message = f"{group[0].message} So it is in {len(group) - 1} more places of this map."
            yield group[0]._replace(message=message)
        else:
            yield from group


def _encoding_faults(source: Source) -> Iterator[MapFault]:
    """Bytes that no browser reads, or that browsers put up with and other programs do not."""
    if source.utf_16:
        yield MapFault("geography-syntax", SAVED_AS_UTF_16, Place(source, Span(0, 0)), SAVE_AS_UTF8)
        return
    if source.byte_order_mark:
        message = "The file starts with a byte-order mark, an invisible sign that some programs take for an error."
        yield MapFault("geography-syntax", message, Place(source, Span(0, 0)), SAVE_AS_UTF8, Severity.NOTE)
    if source.undecodable:
        message = "The file is not UTF-8: what stands here cannot be read."
        yield MapFault("geography-syntax", message, Place(source, source.undecodable), SAVE_AS_UTF8, Severity.WARNING)


def _repeats(source: Source) -> Iterator[MapFault]:
    """Keys that stand twice in one object; programs keep the last one, and lose the other."""
    for repeat in islice(duplicate_keys(source.text), MOST_FAULTS):
        line = source.position(repeat.first.start).line
        message = f"The name {quoted(repeat.name)} stands twice in one object (first on line {line}); only one counts."
        severity = Severity.WARNING if repeat.in_properties else None
        yield MapFault("geography-syntax", message, Place(source, repeat.span), "Remove one of them.", severity)


def _placed(fault: StructureFault, source: Source, positions: JsonPositions) -> MapFault:
    span = positions.opening(fault.path) if fault.lacking else positions.value(fault.path)
    where = _written(fault.path)
    message = f"{fault.message} (In {where}.)" if where else fault.message
    return MapFault(fault.kind, message, Place(source, span), fault.help, fault.severity)


def _written(path: Path) -> str:
    """A path as programmers write it: `features[0].geometry`."""
    return "".join(f"[{step}]" if isinstance(step, int) else f".{step}" for step in path).lstrip(".")
