"""GeoJSON by the letter: each breakage of each member told once, at its place; and nothing said against what is valid.

`⟦` marks where the one fault must be; it is cut before the file is read. Compiled from RFC 7946, member by member.
"""

import json

import pytest

from casecheck.finding import Severity
from casecheck.parse.geojson_ import parse

POINT = '{"type": "Point", "coordinates": [1, 2]}'
FEATURE = f'{{"type": "Feature", "properties": {{}}, "geometry": {POINT}}}'
COORDINATES = {
    "Point": "[1, 2]",
    "MultiPoint": "[[1, 2], [3, 4]]",
    "LineString": "[[1, 2], [3, 4]]",
    "MultiLineString": "[[[1, 2], [3, 4]], [[5, 6], [7, 8]]]",
    "Polygon": "[[[0, 0], [1, 2], [0, 2], [0, 0]]]",
    "MultiPolygon": "[[[[0, 0], [1, 2], [0, 2], [0, 0]]], [[[5, 5], [6, 5], [6, 6], [5, 5]]]]",
}
TYPES = pytest.mark.parametrize("kind", COORDINATES)
NO_LIST = ["null", "5", '"1, 2"', "true", '{"x": 1}']


def geometry(kind: str, coordinates: str, more: str = "") -> str:
    return f'{{"type": "{kind}", "coordinates": {coordinates}{more}}}'


def feature(inner: str, more: str = "") -> str:
    return f'{{"type": "Feature", "properties": {{}}, "geometry": {inner}{more}}}'


def collection(*features: str, more: str = "") -> str:
    return f'{{"type": "FeatureCollection", "features": [{", ".join(features)}]{more}}}'


def geometries(*inner: str) -> str:
    return f'{{"type": "GeometryCollection", "geometries": [{", ".join(inner)}]}}'


def refused(marked: str, rule: str = "structure", severity: Severity = Severity.ERROR) -> str:
    """Check that a text has one fault, of this rule and severity, at the mark; return its message and help."""
    at, text = marked.index("⟦"), marked.replace("⟦", "")
    faults = parse("map.geojson", text.encode()).faults
    listing = [(fault.kind, fault.severity or Severity.ERROR, fault.at.span.start) for fault in faults]
    assert listing == [(f"geography-{rule}", severity, at)], text
    assert faults[0].help
    return f"{faults[0].message} {faults[0].help}"


# Geometries


@TYPES
@pytest.mark.parametrize("value", NO_LIST)
def test_coordinates_that_are_no_list(kind: str, value: str) -> None:
    refused(geometry(kind, f"⟦{value}"))
    refused(collection(FEATURE, feature(geometry(kind, f"⟦{value}"))))


@TYPES
def test_coordinates_that_are_missing_or_misspelt(kind: str) -> None:
    assert '"coordinates": […]' in refused(f'⟦{{"type": "{kind}"}}')
    said = refused(f'⟦{{"type": "{kind}", "coordinate": {COORDINATES[kind]}}}')
    assert said.endswith("""Write "coordinates" instead of 'coordinate'.""")


@TYPES
def test_types_in_other_capitals(kind: str) -> None:
    for written in (kind.lower(), kind.upper()):
        text = geometry(kind, COORDINATES[kind]).replace(f'"{kind}"', f'⟦"{written}"')
        assert refused(text).endswith(f'Write "type": "{kind}".')
        assert refused(feature(text))


@TYPES
def test_brackets_too_many_or_too_few(kind: str) -> None:
    coordinates = COORDINATES[kind]
    assert "one pair of square brackets too many" in refused(geometry(kind, f"⟦[{coordinates}]"))
    assert "too many" in refused(geometry(kind, f"⟦[[[[{coordinates}]]]]"))
    if kind != "Point":
        assert "too few" in refused(geometry(kind, "⟦[1, 2, 3, 4]"))
        inner = json.dumps(json.loads(coordinates)[0])
        assert "one pair of square brackets too few" in refused(geometry(kind, f"⟦{inner}"))


@pytest.mark.parametrize(
    ("kind", "coordinates", "says"),
    [
        ("MultiPolygon", "[[[[0, 0], [1, 2], [0, 2], [0, 0]]], ⟦[[5, 5], [6, 5], [6, 6], [5, 5]]]", "too few"),
        ("MultiPolygon", "[[[[0, 0], [1, 2], [0, 2], [0, 0]]], ⟦null]", "not null"),
        ("MultiPolygon", "[[[[0, 0], [1, 2], [0, 2], [0, 0]]], [⟦null]]", "not null"),
        ("Polygon", "[[[0, 0], [9, 9], [0, 9], [0, 0]], ⟦[1, 2]]", "too few"),
        ("Polygon", "[[[0, 0], [9, 9], [0, 9], [0, 0]], ⟦[[[1, 7], [1, 8], [2, 8], [1, 7]]]]", "too many"),
        ("MultiLineString", "[[[1, 2], [3, 4]], ⟦[5, 6]]", "too few"),
        ("MultiPoint", "[[1, 2], ⟦[[3, 4]]]", "a list instead of a number"),
    ],
)
def test_a_part_in_other_brackets_than_the_rest(kind: str, coordinates: str, says: str) -> None:
    assert says in refused(geometry(kind, coordinates))


@TYPES
@pytest.mark.parametrize(
    ("position", "says"),
    [
        ("[1]", "only one number"),
        ('["1", 2]', "the text '1' instead of a number"),
        ("[1, null]", "null (nothing) instead of a number"),
        ("[true, 2]", "true instead of a number"),
        ('[1, {"y": 2}]', "an object instead of a number"),
        ("[]", "no number"),
        ('{"lon": 1, "lat": 2}', "A position is expected here, not an object"),
        ("null", "A position is expected here, not null"),
        ('"1 2"', "A position is expected here, not the text '1 2'"),
        ("7", "A position is expected here, not the number 7"),
    ],
)
def test_positions_that_are_none(kind: str, position: str, says: str) -> None:
    if kind == "Point" and (position == "[]" or position[0] != "["):
        return  # what stands here are the coordinates themselves
    assert says in refused(geometry(kind, COORDINATES[kind].replace("[1, 2]", f"⟦{position}")))


@TYPES
def test_positions_with_numbers_that_are_too_many_or_none(kind: str) -> None:
    def with_position(position: str) -> str:
        return geometry(kind, COORDINATES[kind].replace("[1, 2]", position))

    assert "4 numbers" in refused(with_position("⟦[1, 2, 3, 4]"), severity=Severity.WARNING)
    refused(with_position("⟦[1e400, 2]"), "range")
    refused(with_position("[⟦NaN, 2]"), "syntax")


@TYPES
@pytest.mark.parametrize("member", ["geometry", "properties", "features"])
def test_members_that_make_another_object_of_a_geometry(kind: str, member: str) -> None:
    refused(geometry(kind, COORDINATES[kind], f', "{member}": ⟦{{}}'), severity=Severity.WARNING)


@pytest.mark.parametrize(
    ("kind", "coordinates", "severity"),
    [
        ("LineString", "⟦[[1, 2]]", Severity.ERROR),
        ("MultiLineString", "[[[1, 2], [3, 4]], ⟦[[5, 6]]]", Severity.ERROR),
        ("MultiLineString", "[[[1, 2], [3, 4]], ⟦[]]", Severity.ERROR),
        ("LineString", "⟦[[1, 2], [1, 2]]", Severity.WARNING),
        ("Polygon", "[⟦[[0, 0], [1, 0], [1, 1], [0, 1]]]", Severity.ERROR),
        ("Polygon", "[⟦[[0.1, 0], [1, 0], [1, 1], [0.10001, 0]]]", Severity.ERROR),
        ("Polygon", "[⟦[[0, 0], [1, 0], [1, 1]]]", Severity.ERROR),
        ("Polygon", "[⟦[[0, 0], [1, 0], [0, 0]]]", Severity.ERROR),
        ("Polygon", "[⟦[[0, 0]]]", Severity.ERROR),
        ("Polygon", "[⟦[]]", Severity.ERROR),
        ("Polygon", "[⟦[[1, 1], [1, 1], [1, 1], [1, 1]]]", Severity.ERROR),
        ("Polygon", "[⟦[[0, 0], [1, 1], [2, 2], [0, 0]]]", Severity.WARNING),
        ("Polygon", "[⟦[[0, 0, 1], [1, 0, 1], [1, 1, 1], [0, 0, 2]]]", Severity.WARNING),
        ("Polygon", "[[[0, 0], [9, 0], [9, 9], [0, 0]], ⟦[[6, 1], [6, 2], [7, 2], [7, 1]]]", Severity.ERROR),
        ("Polygon", "[[[0, 0], [9, 0], [9, 9], [0, 0]], ⟦[]]", Severity.ERROR),
        ("MultiPolygon", "[[[[0, 0], [1, 0], [1, 1], [0, 0]]], [⟦[[5, 5], [6, 5], [6, 6], [5, 6]]]]", Severity.ERROR),
    ],
)
def test_lines_and_rings_that_are_none(kind: str, coordinates: str, severity: Severity) -> None:
    refused(geometry(kind, coordinates), "degenerate", severity)


@pytest.mark.parametrize(
    ("text", "severity"),
    [
        ('⟦{"type": "GeometryCollection"}', Severity.ERROR),
        ('⟦{"type": "GeometryCollection", "coordinates": [1, 2]}', Severity.ERROR),
        *((f'{{"type": "GeometryCollection", "geometries": ⟦{value}}}', Severity.ERROR) for value in NO_LIST),
        *((geometries(POINT, f"⟦{value}"), Severity.ERROR) for value in ("null", "1", '"x"', "[]")),
        (geometries(POINT, '⟦{"coordinates": [1, 2]}'), Severity.ERROR),
        (geometries(POINT, FEATURE.replace('"Feature"', '⟦"Feature"')), Severity.ERROR),
        (geometries(POINT, "⟦" + geometries(POINT, POINT)), Severity.WARNING),
        ("⟦" + geometries(POINT), Severity.NOTE),
    ],
)
def test_collections_of_geometries(text: str, severity: Severity) -> None:
    refused(text, severity=severity)
    refused(feature(text), severity=severity)


# Features


@pytest.mark.parametrize("value", ["[1, 2]", '"Point"', "3", "false", "[]", "{}"])
def test_geometry_that_is_none(value: str) -> None:
    refused(feature(f"⟦{value}"))


@pytest.mark.parametrize("kind", ["Feature", "FeatureCollection", "Circle", "Box", " Point", ""])
def test_geometry_of_another_type(kind: str) -> None:
    refused(feature(f'{{"type": ⟦"{kind}", "coordinates": [1, 2]}}'))


@pytest.mark.parametrize("value", ["[]", '"x"', "3", "true"])
def test_properties_that_are_no_object(value: str) -> None:
    refused(f'{{"type": "Feature", "properties": ⟦{value}, "geometry": {POINT}}}', severity=Severity.WARNING)


@pytest.mark.parametrize("value", ["null", "true", "[]", "{}"])
def test_identifiers_that_are_neither_text_nor_number(value: str) -> None:
    refused(feature(POINT, f', "id": ⟦{value}'), severity=Severity.WARNING)


@pytest.mark.parametrize("member", ["coordinates", "geometries", "features"])
def test_members_that_make_another_object_of_a_feature(member: str) -> None:
    refused(feature(POINT, f', "{member}": ⟦[]'), severity=Severity.WARNING)


@pytest.mark.parametrize(
    ("members", "says", "severity"),
    [
        ('"properties": {}', 'Add the geometry; "geometry": null', Severity.ERROR),
        ('"properties": {}, "Geometry": {}', "instead of 'Geometry'", Severity.ERROR),
        ('"properties": {}, "coordinates": [1, 2]', "Put its coordinates into a geometry", Severity.ERROR),
        ('"geometry": null', 'Add "properties": {}', Severity.WARNING),
        (f'"geometry": {POINT}, "property": {{}}', 'Add "properties": {}', Severity.WARNING),
        (f'"geometry": {POINT}, "Properties": {{}}', "instead of 'Properties'", Severity.WARNING),
    ],
)
def test_what_a_feature_lacks(members: str, says: str, severity: Severity) -> None:
    assert says in refused(collection(FEATURE, f'⟦{{"type": "Feature", {members}}}'), severity=severity)


@pytest.mark.parametrize(
    "text",
    [
        '⟦{"type": "FeatureCollection"}',
        f'⟦{{"type": "FeatureCollection", "Features": [{FEATURE}]}}',
        *(f'{{"type": "FeatureCollection", "features": ⟦{value}}}' for value in [*NO_LIST, FEATURE]),
        *(collection(FEATURE, f"⟦{value}") for value in ["null", "1", '"x"', "[]", "true", "{}", f"[{FEATURE}]"]),
        *(collection(FEATURE, f'{{"type": ⟦"{kind}", "coordinates": [1, 2]}}') for kind in ("Point", "feature", "Pin")),
        collection(FEATURE, geometries(POINT).replace('"G', '⟦"G')),
        collection(FEATURE, collection(FEATURE).replace('"FeatureC', '⟦"FeatureC')),
        collection(FEATURE, f'⟦{{"properties": {{}}, "geometry": {POINT}}}'),
    ],
)
def test_features_that_are_none(text: str) -> None:
    refused(text)


@pytest.mark.parametrize("member", ["geometry", "properties", "coordinates", "geometries"])
def test_members_that_make_another_object_of_a_collection(member: str) -> None:
    refused(collection(FEATURE, more=f', "{member}": ⟦{{}}'), severity=Severity.WARNING)


# The whole


@pytest.mark.parametrize(
    "text",
    [
        *("⟦" + value for value in ["[]", '"x"', "3", "null", "true", "[1, 2]", "{}", f"[{FEATURE}]"]),
        *(f'{{"type": ⟦{value}, "coordinates": [1, 2]}}' for value in ["null", "1", "[]", "{}", '""', '"Circle"']),
        *(f'{{"type": ⟦"{value}", "features": []}}' for value in ["Featurecollection", "FeatureCollections"]),
        f'⟦{{"features": [{FEATURE}]}}',
        '⟦{"Type": "Point", "coordinates": [1, 2]}',
        '{"type": ⟦"Topology", "objects": {}, "arcs": []}',
        '⟦{"geometryType": "esriGeometryPoint", "features": []}',
    ],
)
def test_what_is_no_geojson_at_all(text: str) -> None:
    refused(text)


@pytest.mark.parametrize(
    "value",
    ["{}", '"1, 2, 3, 4"', "3", "true", "[]", "[1, 2, 3]", "[1, 2, 3, 4, 5]", "[1, 2, 3, 4, 5, 6, 7, 8]",
     "[1, 4, 3, 2]", '["1", "2", "3", "4"]',
     "[1, 2, null, 4]", "[1, 2, true, 4]", "[[1, 2], [3, 4]]", "[1, 9, 0, 3, 4, 0]"],
)  # fmt: skip
def test_bounding_boxes_that_are_none(value: str) -> None:
    box = f', "bbox": ⟦{value}'
    boxed = geometry("Point", "[1, 2]", box)
    for text in (boxed, feature(POINT, box), feature(boxed), collection(FEATURE, more=box), geometries(POINT, boxed)):
        refused(text, severity=Severity.WARNING)


@pytest.mark.parametrize("value", ['"EPSG:4326"', "3", "[]", "{}", '{"type": "name"}', '{"type": 1, "properties": {}}'])
def test_reference_systems_that_are_none(value: str) -> None:
    for text in (collection(FEATURE, more=f', "crs": ⟦{value}'), geometry("Point", "[1, 2]", f', "crs": ⟦{value}')):
        refused(text, severity=Severity.WARNING)


# What is valid

CRS84 = '{"type": "name", "properties": {"name": "urn:ogc:def:crs:OGC:1.3:CRS84"}}'
LINKED = '{"type": "link", "properties": {"href": "https://example.org/crs/42", "type": "proj4"}}'


@TYPES
def test_every_geometry_in_every_place(kind: str) -> None:
    coordinates = COORDINATES[kind]
    plain, with_height = geometry(kind, coordinates), coordinates.replace("2]", "2, -3.5]")
    for text in (
        plain,
        geometry(kind, with_height),
        f'{{"coordinates": {coordinates}, "type": "{kind}"}}',
        geometry(kind, coordinates, ', "bbox": [0, 0, 9, 9]'),
        geometry(kind, coordinates, ', "bbox": [0, 0, -5, 9, 9, 5]'),
        geometry(
            kind, coordinates, ', "name": null, "centre": {"type": "Point", "coordinates": "x"}, "geometries": []'
        ),
        geometries(plain, POINT),
        feature(plain),
        collection(feature(plain), feature(geometries(POINT, plain))),
        collection(feature(geometry(kind, "[]")), FEATURE),
    ):
        for indent in (None, 4):
            written = json.dumps(json.loads(text), indent=indent).replace("\n", "\r\n")
            assert parse("map.geojson", written.encode()).faults == ()


@pytest.mark.parametrize(
    "text",
    [
        *(feature(POINT, f', "id": {value}') for value in ('"a"', '""', "0", "-1", "1.5", "1e3")),
        f'{{"type": "Feature", "properties": null, "geometry": {POINT}}}',
        collection(FEATURE, '{"type": "Feature", "properties": null, "geometry": null}'),
        collection(FEATURE, feature(geometries())),
        collection(
            FEATURE, more=', "name": "x", "totalFeatures": 3, "crs": null, "links": [], "title": {"features": 3}'
        ),
        feature(POINT, ', "title": "NaN", "style": {"coordinates": 3}'),
        FEATURE.replace("{}", '{"type": "Point", "coordinates": "x", "geometry": {"features": null}}', 1),
        collection(feature(geometry("Point", "[-179, -17]")), more=', "bbox": [177.0, -20.0, -178.0, -16.0]'),
        collection(feature(geometry("Point", "[102, 0.5]")), more=', "bbox": [100.0, 0.0, -100.0, 105.0, 1.0, 0.0]'),
        collection(feature(geometry("Point", "[10, -80]")), more=', "bbox": [-180.0, -90.0, 180.0, -78.0]'),
        *(collection(FEATURE, more=f', "crs": {crs}') for crs in (CRS84, LINKED, "null")),
        *(geometry("Point", "[1, 2]", f', "crs": {crs}') for crs in (CRS84, LINKED, "null")),
        geometry("Point", "[1e2, -2.5E-1]"),
        geometry("MultiPoint", "[[0, 90], [0, -90], [180, -0.0], [-180, 0]]"),
        geometry("LineString", "[[0, 0], [0, 0], [1, 1]]"),
        geometry("LineString", "[[170, 45], [190, 45]]"),
        geometry("MultiLineString", "[[[170, 45], [180, 45]], [[-180, 45], [-170, 45]]]"),
        geometry("Polygon", "[[[179, 1], [-179, 1], [-179, 2], [179, 2], [179, 1]]]"),
        geometry("Polygon", "[[[0, 0], [0, 1], [1, 1], [1, 0], [0.0, 0e0]]]"),
        geometry("Polygon", "[[[-180, -90], [180, -90], [180, 90], [-180, 90], [-180, -90]]]"),
        geometry("Polygon", "[[[0, 0], [9, 0], [9, 9], [0, 9], [0, 0]], [[1, 1], [2, 1], [2, 2], [1, 1]]]"),
        geometry("MultiPolygon", "[[], [[[0, 0], [1, 0], [1, 1], [0, 0]]]]"),
        POINT.replace("type", "t\\u0079pe"),
        f"\n\t {POINT}\n\n",
    ],
)
def test_what_is_valid_has_no_fault(text: str) -> None:
    assert parse("map.geojson", text.encode()).faults == ()


@pytest.mark.parametrize(
    "text",
    [
        feature("⟦null"),
        collection(feature("⟦null"), feature("null")),
        feature(geometries().replace("[", "⟦[")),
        *(geometry(kind, "⟦[]") for kind in COORDINATES),
        *(collection(feature(geometry(kind, "⟦[]")), feature("null")) for kind in COORDINATES),
    ],
)
def test_a_map_that_says_that_it_is_empty_is_no_error(text: str) -> None:
    refused(text, "empty", Severity.WARNING)


@pytest.mark.parametrize(
    "text", [feature("null"), feature(geometries()), *(feature(geometry(k, "[]")) for k in COORDINATES)]
)
def test_what_is_empty_beside_something_drawn_is_no_fault(text: str) -> None:
    assert parse("map.geojson", collection(text, FEATURE).encode()).faults == ()
