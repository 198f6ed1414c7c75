"""A GeoJSON value against RFC 7946: what breaks it, and the shapes that can be drawn all the same."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from itertools import islice
from typing import Any, NamedTuple

from casecheck import limits
from casecheck.boxes import Box, around
from casecheck.finding import Severity, quoted
from casecheck.nearest import nearest
from casecheck.parse.geojson_lines import LEVELS, read_coordinates
from casecheck.parse.geojson_shapes import Line, Shape, StructureFault, describe
from casecheck.parse.json_positions import Path

MEMBERS = {"type", "features", "geometry", "properties", "id", "coordinates", "geometries", "bbox", "crs"}
MOST_MEMBERS, LONGEST_MEMBER = 50, 20  # of an object, where a misspelt one is looked for
SLACK = 0.01  # degrees; a bounding box may be rounded
SLIP = 0.85  # difflib's ratio

GEOMETRIES = {*LEVELS, "GeometryCollection"}
TYPES = {*GEOMETRIES, "Feature", "FeatureCollection"}

# What an object must not hold because it makes another type of object: RFC 7946, 7.1.
FOREIGN_MEMBERS = {
    "FeatureCollection": ("coordinates", "geometries", "geometry", "properties"),
    "Feature": ("coordinates", "geometries", "features"),
    "geometry": ("geometry", "properties", "features"),
}

# What belongs into the geometry of a Feature, and is now and then written into the Feature itself.
MOVED = {"coordinates", "geometries"}

EXPORT = "Open the map in geojson.io or mapshaper.org, and save it as GeoJSON."
BBOX = 'Write [west, south, east, north], or remove "bbox".'
WRAP = 'Write {"type": "Feature", "properties": {}, "geometry": …} around it.'
MOVE = 'Put its coordinates into a geometry: "geometry": {"type": "Polygon", "coordinates": […]}.'
NO_GEOMETRY = 'Add the geometry; "geometry": null says that there is none.'
COLLECT = 'Write {"type": "FeatureCollection", "features": …} around it.'
DRAW = "Draw the place in geojson.io, and save the file again."


class Structure(NamedTuple):
    """What is wrong with a value as GeoJSON, and what can be drawn of it."""

    faults: tuple[StructureFault, ...]
    shapes: tuple[Shape, ...]


def inspect(value: Any) -> Structure:
    """Hold a value that `json` has read against RFC 7946."""
    reader = _Reader()
    reader.root(value)
    if not reader.shapes and all(fault.severity for fault in reader.faults):
        reader.faults.append(_empty(value))
    if _is_elsewhere(value, reader.shapes):
        message = 'The "bbox" has nothing to do with the coordinates: nothing of the map lies in it.'
        reader.unwise(("bbox",), message, 'Remove "bbox"; programs work it out themselves.', Severity.NOTE)
    return Structure(tuple(reader.faults), tuple(reader.shapes))


@dataclass
class _Reader:
    """Goes through a value once, and gathers faults and shapes."""

    faults: list[StructureFault] = field(default_factory=list)
    shapes: list[Shape] = field(default_factory=list)

    def wrong(self, path: Path, message: str, advice: str) -> None:
        self.faults.append(StructureFault("geography-structure", path, message, advice))

    def lacks(self, path: Path, message: str, advice: str, severity: Severity | None = None) -> None:
        self.faults.append(StructureFault("geography-structure", path, message, advice, severity, lacking=True))

    def unwise(self, path: Path, message: str, advice: str, severity: Severity = Severity.WARNING) -> None:
        """Something that RFC 7946 forbids or advises against; the map is drawn all the same."""
        self.faults.append(StructureFault("geography-structure", path, message, advice, severity))

    def root(self, value: Any) -> None:
        if not isinstance(value, dict):
            message = f"The file holds {describe(value)} where a GeoJSON object is expected."
            self.wrong((), message, COLLECT if _is_feature_list(value) else EXPORT)
            return
        kind = self.type_of(value, (), TYPES)
        self.crs(value)
        if kind == "FeatureCollection":
            self.collection(value)
        elif kind == "Feature":
            self.feature(value, ())
        elif kind:
            self.geometry(value, (), (), 0)

    def type_of(self, value: Mapping[str, Any], path: Path, allowed: set[str]) -> str | None:
        """The type of an object, if it is one of those allowed."""
        kind = value.get("type")
        if isinstance(kind, str) and kind in allowed:
            return kind
        if "type" not in value:
            self.lacks(path, *_untyped(value, allowed))
        elif isinstance(kind, str):
            self.wrong((*path, "type"), *_unknown_type(kind, allowed))
        else:
            self.wrong((*path, "type"), f'The "type" is {describe(kind)}; it must be a text.', _one_of(allowed))
        return None

    def collection(self, value: Mapping[str, Any]) -> None:
        self.members(value, (), "FeatureCollection")
        for index, feature in enumerate(self.list_of(value, (), "features", "FeatureCollection")):
            path = ("features", index)
            if not isinstance(feature, dict):
                message = f"Entry {index + 1} of the features is {describe(feature)}, not a Feature."
                self.wrong(path, message, "Remove it.")
            elif feature.get("type") in list(LEVELS):
                message = f"Entry {index + 1} of the features is a bare {feature['type']}, not a Feature."
                self.wrong((*path, "type"), message, WRAP)
            elif self.type_of(feature, path, {"Feature"}):
                self.feature(feature, path)

    def feature(self, value: Mapping[str, Any], path: Path) -> None:
        self.members(value, path, "Feature")
        self.identifier(value, path)
        properties = value.get("properties")
        if "properties" not in value:
            advice = _misspelt("properties", value) or 'Add "properties": {} to it.'
            self.lacks(path, 'This Feature has no "properties".', advice, Severity.WARNING)
        elif properties is not None and not isinstance(properties, dict):
            message = f'The "properties" of this Feature are {describe(properties)}; they must be an object.'
            self.unwise((*path, "properties"), message, 'Write "properties": {} if there is nothing to say.')
        geometry = value.get("geometry")
        if "geometry" not in value:
            message = 'This Feature has no "geometry", so nothing is drawn for it.'
            self.lacks(path, message, _misspelt("geometry", value) or (MOVE if MOVED & set(value) else NO_GEOMETRY))
        elif isinstance(geometry, dict):
            self.geometry(geometry, (*path, "geometry"), path, 0)
        elif geometry is not None:
            message = f'The "geometry" of this Feature is {describe(geometry)}; it must be an object.'
            self.wrong((*path, "geometry"), message, NO_GEOMETRY)

    def identifier(self, value: Mapping[str, Any], path: Path) -> None:
        name = value.get("id", "")
        if name is None or isinstance(name, bool | dict | list):
            message = f'The "id" of this Feature is {describe(name)}.'
            self.unwise((*path, "id"), message, "Write a text or a number, or remove it.")

    def geometry(self, value: Mapping[str, Any], path: Path, owner: Path, depth: int) -> None:
        kind = self.type_of(value, path, GEOMETRIES)
        if kind is None:
            return
        self.members(value, path, "geometry")
        if kind == "GeometryCollection":
            self.geometries(value, path, owner, depth)
        elif coordinates := self.list_of(value, path, "coordinates", kind):
            found = list(read_coordinates(kind, coordinates, (*path, "coordinates")))
            lines = tuple(line for line in found if isinstance(line, Line))
            self.faults.extend(fault for fault in found if isinstance(fault, StructureFault))
            if box := around(line.box for line in lines):
                self.shapes.append(Shape(kind, path, owner or path, lines, box))

    def geometries(self, value: Mapping[str, Any], path: Path, owner: Path, depth: int) -> None:
        if depth >= limits.MAX_MAP_DEPTH:
            self.wrong(path, f"Collections stand inside each other here, {depth} deep.", EXPORT)
            return
        if depth == 1:
            message = "A GeometryCollection stands inside another one."
            self.unwise(path, message, "Put its geometries into the outer one.")
        entries = self.list_of(value, path, "geometries", "GeometryCollection")
        if len(entries) == 1:
            message = "This GeometryCollection holds a single geometry, which needs no collection around it."
            self.unwise(path, message, "Write the geometry itself in its place.", Severity.NOTE)
        for index, entry in enumerate(entries):
            inner = (*path, "geometries", index)
            if isinstance(entry, dict):
                self.geometry(entry, inner, owner or inner, depth + 1)
            else:
                message = f"Entry {index + 1} of the geometries is {describe(entry)}, not a geometry."
                self.wrong(inner, message, "Remove it.")

    def list_of(self, value: Mapping[str, Any], path: Path, name: str, kind: str) -> list[Any]:
        """A member that must be a list; empty where it is none."""
        found = value.get(name)
        if isinstance(found, list):
            return found
        if name not in value:
            advice = _misspelt(name, value) or f'Add "{name}": […] to it.'
            self.lacks(path, f'This {kind} has no "{name}".', advice)
        else:
            message = f'The "{name}" of this {kind} are {describe(found)}; they must be a list.'
            self.wrong((*path, name), message, f'Write "{name}": […], in square brackets.')
        return []

    def members(self, value: Mapping[str, Any], path: Path, kind: str) -> None:
        """What an object of this kind must not hold, and its bounding box."""
        for name in FOREIGN_MEMBERS[kind]:
            is_moved = kind == "Feature" and name in MOVED and "geometry" not in value  # told with what is lacking
            if name in value and not is_moved:
                self.unwise((*path, name), f'A {kind} cannot hold "{name}".', f'Remove "{name}", or move it elsewhere.')
        if value.get("bbox") is not None:
            self.bbox(value["bbox"], (*path, "bbox"))

    def bbox(self, value: Any, path: Path) -> None:
        if not isinstance(value, list):
            self.unwise(path, f'The "bbox" is {describe(value)}; it must be a list of numbers.', BBOX)
        elif not all(isinstance(number, int | float) and not isinstance(number, bool) for number in value):
            self.unwise(path, 'The "bbox" holds something other than numbers.', BBOX)
        elif len(value) not in {4, 6}:
            self.unwise(path, f'The "bbox" has {len(value)} numbers; it must have four, or six with heights.', BBOX)
        elif value[1] > value[len(value) // 2 + 1]:
            self.unwise(path, 'The "bbox" has its southern edge north of its northern edge.', BBOX)

    def crs(self, value: Mapping[str, Any]) -> None:
        """The form of a `crs` as the GeoJSON of 2008 had it; that it is out of use is for a rule of its own."""
        crs = value.get("crs")
        if crs is None:
            return
        if not isinstance(crs, dict):
            self.unwise(("crs",), f'The "crs" is {describe(crs)}; it must be an object.', 'Remove "crs".')
        elif not is_well_formed(crs):
            self.unwise(("crs",), 'The "crs" lacks its "type" or its "properties".', 'Remove "crs".')


def _is_elsewhere(value: Any, shapes: list[Shape]) -> bool:
    """Whether the bounding box of a whole map does not even touch what is drawn, be that swapped or not."""
    box = around(shape.box for shape in shapes)
    bbox = value.get("bbox") if box else None
    if box is None or not isinstance(bbox, list) or len(bbox) not in {4, 6}:
        return False
    if any(type(number) not in {int, float} for number in bbox):
        return False
    west, south, east, north = *bbox[:2], *bbox[len(bbox) // 2 :][:2]
    if south > north:
        return False
    claimed = Box(west, south, east + 360 if east < west else east, north)
    return not any(_overlap(claimed, each) for each in (box, box.swapped))


def _overlap(one: Box, other: Box) -> bool:
    """Whether two boxes have a place in common, counted on beyond the 180th meridian or not."""
    is_level = one.south <= other.north + SLACK and other.south <= one.north + SLACK
    return is_level and any(
        one.west <= other.east + turn + SLACK and other.west + turn <= one.east + SLACK for turn in (-360, 0, 360)
    )


def is_well_formed(crs: Any) -> bool:
    """Whether a `crs` has the form that the GeoJSON of 2008 gave it."""
    return isinstance(crs, dict) and isinstance(crs.get("type"), str) and isinstance(crs.get("properties"), dict)


def _is_feature_list(value: Any) -> bool:
    return isinstance(value, list) and bool(value) and isinstance(value[0], dict) and value[0].get("type") == "Feature"


def _one_of(allowed: set[str]) -> str:
    if allowed == {"Feature"}:
        return 'Write "type": "Feature".'
    names = sorted(allowed)
    return f"It is one of {', '.join(names[:-1])} and {names[-1]}."


def _misspelt(name: str, value: Mapping[str, Any]) -> str:
    """What to write where a member stands under a name that is nearly the right one; nothing where none does."""
    keys = [key for key in islice(value, MOST_MEMBERS) if key not in MEMBERS and len(key) < LONGEST_MEMBER]
    found = nearest(name, keys, SLIP)
    return f'Write "{name}" instead of {quoted(found)}.' if found else ""


def _untyped(value: Mapping[str, Any], allowed: set[str]) -> tuple[str, str]:
    """Message and help for an object without a `type`."""
    if not {"rings", "attributes", "spatialReference", "geometryType", "displayFieldName"}.isdisjoint(value):
        return "This is Esri JSON, the format of ArcGIS, not GeoJSON.", "Export it as GeoJSON (f=geojson)."
    if advice := _misspelt("type", value):
        return NO_TYPE, advice
    guess = next(
        (kind for member, kind in GUESSES.items() if member in value and kind in allowed),
        "Feature" if allowed == {"Feature"} else None,
    )
    advice = f'Add "type": "{guess}" to it.' if guess else f'Add its "type". {_one_of(allowed)}'
    return NO_TYPE, advice


NO_TYPE = 'This object has no "type", so programs do not know what it is.'
GUESSES = {"features": "FeatureCollection", "geometry": "Feature", "geometries": "GeometryCollection"}


def _unknown_type(kind: str, allowed: set[str]) -> tuple[str, str]:
    """Message and help for a `type` that is not one of those allowed here."""
    if kind == "Topology":
        return "This is TopoJSON, not GeoJSON.", EXPORT
    if kind in TYPES:
        advice = "Move its features into the list around it." if kind == "FeatureCollection" else _one_of(allowed)
        return f"A {kind} cannot stand here.", advice
    guess = nearest(kind, allowed)
    if guess and guess.casefold() == kind.casefold():
        return f"The type {quoted(kind)} is written with other capitals.", f'Write "type": "{guess}".'
    if guess == kind.strip():
        return f"The type {quoted(kind)} has a blank before or behind it.", f'Write "type": "{guess}".'
    advice = f"Did you mean '{guess}'?" if guess else _one_of(allowed)
    return f"GeoJSON has no type {quoted(kind)}.", advice


def _empty(value: Mapping[str, Any]) -> StructureFault:
    """The fault of a map that shows nothing, at the first place that lacks it.

    A geometry of null, or with empty coordinates, is how RFC 7946, 3.1 and 3.2 let a file say "not located": it may
    be meant so, and is a warning.
    """
    path, what = _first_gap(value, ())
    severity = None if path in {("features",), ("geometries",)} else Severity.WARNING
    return StructureFault("geography-empty", path, f"This map is empty: {what}.", DRAW, severity)


def _first_gap(value: Mapping[str, Any], path: Path) -> tuple[Path, str]:
    """Where an object that shows nothing lacks it first, and what is lacking."""
    while True:
        kind = value["type"]
        name, what = GAPS.get(kind, ("coordinates", "there is no position in it"))
        inner = value.get(name)
        path = (*path, name)
        if kind == "Feature" and isinstance(inner, dict):
            value = inner
        elif kind.endswith("Collection") and inner:
            value, path = inner[0], (*path, 0)
        else:
            return path, what


GAPS = {
    "FeatureCollection": ("features", "it has no feature"),
    "GeometryCollection": ("geometries", "it has no geometry"),
    "Feature": ("geometry", "its geometry is null, which means none"),
}
