"""GeoJSON: any bytes can be read, faults stand where they say, and what is right is called right."""

import json
import random
from typing import Any

import geojson
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from casecheck.parse import json_syntax
from casecheck.parse.geojson_ import GeoMap, parse
from casecheck.parse.geojson_lines import signed_area
from casecheck.parse.json_positions import JsonPositions, duplicate_keys

SYNTAX, STRUCTURE, DEGENERATE, EMPTY = (
    "geography-syntax",
    "geography-structure",
    "geography-degenerate",
    "geography-empty",
)


def read(text: str | bytes) -> GeoMap:
    return parse("case/map.geojson", text if isinstance(text, bytes) else text.encode("utf-8", "surrogatepass"))


def kinds(geo_map: GeoMap) -> list[str]:
    return [fault.kind for fault in geo_map.faults]


def errors(geo_map: GeoMap) -> list[str]:
    return [f"{fault.kind}: {fault.message}" for fault in geo_map.faults if fault.severity is None]


def where(geo_map: GeoMap, index: int = 0) -> tuple[int, int]:
    at = geo_map.faults[index].at
    return tuple(at.source.position(at.span.start))


# Any bytes

json_like = st.text(alphabet='{}[]",:0123456789.-eE \n\r\ttruefalsn\\u"abcNaIity\ufeff\u2028é', max_size=80)


@given(st.one_of(st.binary(max_size=200), st.text(max_size=200), json_like))
@example(b"")
@example(b"\xef\xbb\xbf")
@example(b"\xff\xfe{\x00}\x00")
@example('{"a": "\\ud800"')
@example("-")
@example("[0")
@example("0")
@example("\x00")
@example("],")
def test_no_bytes_are_too_much(data: str | bytes) -> None:
    geo_map = read(data)
    assert geo_map.faults, "whatever this is, it is no GeoJSON"
    for fault in geo_map.faults:
        start, end = fault.at.span
        assert 0 <= start <= end <= len(geo_map.source.text) + 1
        assert fault.message.endswith((".", ".)"))
        fault.message.encode()


values = st.recursive(
    st.none() | st.booleans() | st.integers(-(10**30), 10**30) | st.floats(-1e300, 1e300) | st.text(max_size=8),
    lambda inner: st.one_of(st.lists(inner, max_size=4), st.dictionaries(st.text(max_size=6), inner, max_size=4)),
    max_leaves=20,
)  # fmt: skip
members = st.sampled_from(
    ["type", "features", "geometry", "geometries", "coordinates", "properties", "bbox", "id", "crs"]
)
types = st.sampled_from(["FeatureCollection", "Feature", "GeometryCollection", "Point", "LineString", "MultiPolygon"])
almost = st.recursive(
    values, lambda inner: st.dictionaries(members, inner, max_size=5).flatmap(
        lambda found: types.map(lambda kind: {**found, "type": kind})
    ) | st.lists(inner, max_size=3), max_leaves=12,
)  # fmt: skip


@given(almost)
def test_no_json_is_too_much(value: Any) -> None:
    for fault in read(json.dumps(value)).faults:
        assert fault.message.endswith((".", ".)"))


# What is right

degrees = st.tuples(st.floats(-180, 180), st.floats(-90, 90))
position = degrees.flatmap(lambda pair: st.sampled_from([[*pair], [*pair, 12.5]]))


@st.composite
def ring(draw: st.DrawFn) -> list[list[float]]:
    """A rectangle or a triangle of some size."""
    west, south = draw(st.floats(-170, 160)), draw(st.floats(-80, 70))
    width, height = draw(st.floats(0.001, 10)), draw(st.floats(0.001, 10))
    corners = [[west, south], [west + width, south], [west + width, south + height], [west, south + height]]
    corners = corners[: draw(st.sampled_from([3, 4]))]
    return [*corners, corners[0]]


@st.composite
def line(draw: st.DrawFn) -> list[list[float]]:
    """Two positions or more, not all of them the same."""
    positions = draw(st.lists(position, min_size=1, max_size=4))
    first = positions[0]
    return [*positions, [first[0] / 2 + 1, *first[1:]]]


geometry: st.SearchStrategy[dict[str, Any]] = st.one_of(
    position.map(lambda found: {"type": "Point", "coordinates": found}),
    st.lists(position, max_size=3).map(lambda found: {"type": "MultiPoint", "coordinates": found}),
    line().map(lambda found: {"type": "LineString", "coordinates": found}),
    st.lists(line(), max_size=3).map(lambda found: {"type": "MultiLineString", "coordinates": found}),
    ring().map(lambda found: {"coordinates": [found], "type": "Polygon"}),
    st.lists(ring().map(lambda found: [found]), max_size=3).map(
        lambda found: {"type": "MultiPolygon", "coordinates": found}
    ),
)
geometries = st.one_of(
    geometry, st.lists(geometry, max_size=3).map(lambda found: {"type": "GeometryCollection", "geometries": found})
)
properties = st.none() | st.dictionaries(st.text(max_size=5), values, max_size=3)
feature = st.builds(
    lambda shape, about, more: {**more, "type": "Feature", "properties": about, "geometry": shape},
    st.none() | geometries,
    properties,
    st.dictionaries(st.sampled_from(["title", "style"]), values, max_size=2)
    | st.builds(lambda name: {"id": name}, st.text(max_size=3) | st.integers() | st.floats(-9, 9)),
)
document = st.one_of(
    geometries,
    feature,
    st.lists(feature, max_size=3).map(lambda found: {"type": "FeatureCollection", "features": found}),
)


@given(document, st.sampled_from([None, 2]))
def test_valid_geojson_has_no_error(value: dict[str, Any], indent: int | None) -> None:
    geo_map = read(json.dumps(value, indent=indent))
    assert [found for found in errors(geo_map) if not found.startswith(EMPTY)] == []
    assert bool(geo_map.shapes) != (EMPTY in kinds(geo_map)), "either there is something to see, or it is said"


@given(document)
def test_box_holds_every_position(value: dict[str, Any]) -> None:
    geo_map = read(json.dumps(value))
    for shape in geo_map.shapes:
        for each in shape.lines:
            assert each.box.south == min(each.latitudes)
            assert all(each.box.west <= x <= each.box.east or x + 360 <= each.box.east for x in each.longitudes)
            assert geo_map.box
            assert geo_map.box.south <= each.box.south <= each.box.north <= geo_map.box.north


@given(geometry.filter(lambda found: found["coordinates"]), st.randoms())
def test_what_the_geojson_package_refuses_is_refused(value: dict[str, Any], chance: random.Random) -> None:
    """The package overlooks much; but what it sees, casecheck must see too."""
    coordinates = value["coordinates"]
    while isinstance(coordinates[0], list) and chance.random() < 0.8:
        coordinates = chance.choice(coordinates) or coordinates[0]
    coordinates.pop(chance.randrange(len(coordinates)))
    try:
        their = geojson.loads(json.dumps(value)).errors()
    except (ValueError, TypeError, AttributeError, IndexError, KeyError):
        return  # the package itself breaks on some of these
    if their and value["coordinates"]:
        assert errors(read(json.dumps(value))), their


# Where things stand


def path_of(value: Any, chance: random.Random) -> tuple[str | int, ...]:
    path: list[str | int] = []
    while isinstance(value, dict | list) and value and chance.random() < 0.9:
        step = chance.choice(list(value) if isinstance(value, dict) else range(len(value)))
        path.append(step)
        value = value[step]
    return tuple(path)


def value_at(value: Any, path: tuple[str | int, ...]) -> Any:
    for step in path:
        value = value[step]
    return value


@given(values, st.sampled_from([None, 0, 3]), st.booleans(), st.randoms())
def test_a_path_leads_to_its_text(value: Any, indent: int | None, ascii_only: bool, chance: random.Random) -> None:
    text = " \n" * chance.randrange(2) + json.dumps(value, indent=indent, ensure_ascii=ascii_only) + "\n"
    places = JsonPositions(text)
    for _ in range(3):
        path = path_of(value, chance)
        start, end = places.value(path)
        meant = value_at(value, path)
        found, after = json.JSONDecoder().raw_decode(text, start)
        assert found == meant
        assert end == after or (end == start + 1 and after - start > 100)
        if path and isinstance(path[-1], str):
            start, end = places.key(path)
            assert json.loads(text[start:end]) == path[-1]


def test_a_path_that_leads_nowhere_ends_at_the_nearest_value() -> None:
    text = '{"a": [1, {"b": 2}]}'
    places = JsonPositions(text)
    assert text[slice(*places.value(("a", 1, "c")))] == '{"b": 2}'
    assert text[slice(*places.value(("a", 1, "b", "x")))] == "2"
    assert text[slice(*places.value(("z",)))] == text


def test_positions_in_two_megabytes_on_one_line() -> None:
    rings = [[[[x + 0.5, y], [x + 0.75, y], [x + 0.75, y + 0.5], [x + 0.5, y]]] for x in range(100) for y in range(80)]
    rings[7999][0][2] = ["40.5", 79.5]
    text = json.dumps({"type": "MultiPolygon", "name": 'a "quoted" ] name', "coordinates": rings}) + " " * 1_500_000
    geo_map = read(text)
    assert kinds(geo_map) == [STRUCTURE]
    assert where(geo_map) == (1, text.index('["40.5"') + 1)
    assert geo_map.source[geo_map.faults[0].at.span] == '["40.5", 79.5]'


def test_columns_count_characters_and_lines_any_line_end() -> None:
    text = '{"type": "Feature",\r\n "properties": {"name": "Þórsmörk 🏔"}, "geometry": 7}\r\n'
    assert where(read(text)) == (2, text.splitlines()[1].index("7") + 1)
    marked = read("\ufeff" + text)
    assert kinds(marked) == [SYNTAX, STRUCTURE]
    assert where(marked, 1) == (2, text.splitlines()[1].index("7") + 1)


# Hostile input


@pytest.mark.parametrize(
    "text", ["[" * 100_000, '{"a":' * 100_000, "[" * 900 + "]" * 900, '{"a":' * 900 + "1" + "}" * 900]
)
def test_deep_nesting_is_a_fault_and_no_crash(text: str) -> None:
    assert set(kinds(read(text))) <= {SYNTAX, STRUCTURE}


def test_deep_nesting_where_nobody_looks_is_fine() -> None:
    deep = '{"a":' * 500 + "[]" + "}" * 500
    text = f'{{"type": "Feature", "properties": {deep}, "geometry": {{"type": "Point", "coordinates": [1, 2]}}}}'
    assert errors(read(text)) == []
    assert kinds(read(text.replace("[1, 2]", "[1]"))) == [STRUCTURE]


def test_nested_collections_are_bounded() -> None:
    text = '{"type": "GeometryCollection", "geometries": [' * 300 + "]}" * 300
    geo_map = read(text)
    assert "60 deep" in " ".join(errors(geo_map))


def test_no_end_of_faults_is_no_end_of_work() -> None:
    features = [{"type": "Feature"}] * 50_000
    assert len(read(json.dumps({"type": "FeatureCollection", "features": features})).faults) <= 200


@pytest.mark.parametrize("number", ["1e999", "-1e999", "9" * 5000, "1" + "0" * 400])
def test_numbers_beyond_all_bounds(number: str) -> None:
    geo_map = read(f'{{"type": "LineString", "coordinates": [[1, 2], [{number}, 3]]}}')
    assert kinds(geo_map) == ["geography-range"]
    assert geo_map.shapes == ()
    assert where(geo_map) == (1, 48)


@pytest.mark.parametrize("name", ["NaN", "Infinity", "-Infinity"])
def test_python_reads_what_json_does_not_know(name: str) -> None:
    geo_map = read(f'{{"type": "Point", "name": "NaN", "coordinates": [{name}, 3]}}')
    assert kinds(geo_map) == [SYNTAX]
    assert where(geo_map) == (1, 50)
    assert f"'{name}'" in geo_map.faults[0].message


def test_half_a_character_in_a_text() -> None:
    geo_map = read('{"type": "\\ud83d"}')
    assert kinds(geo_map) == [STRUCTURE]
    geo_map.faults[0].message.encode()


# Slips, in plain words


@pytest.mark.parametrize(
    ("text", "place", "says"),
    [
        ("", (1, 1), "The file is empty."),
        (" \n ", (1, 1), "The file is empty."),
        ('{"a": [1, 2,]}', (1, 12), "A comma stands before a closing bracket."),
        ('{"a": 1,\n}', (1, 8), "A comma stands before a closing bracket."),
        ('{"a": 1,, "b": 2}', (1, 9), "Two commas"),
        ("[1 2]", (1, 4), "A comma or a closing bracket is missing before '2'."),
        ("[40,7; 3]", (1, 6), "before ';'"),
        ('{"a" 1}', (1, 6), "A colon is missing"),
        ("{type: 1}", (1, 2), "A name in quotation marks is missing before 't'."),
        ("{'type': 1}", (1, 2), "straight double quotation marks"),
        ("{“type”: 1}", (1, 2), "straight double quotation marks"),
        ('{"a": None}', (1, 7), "JSON does not know 'None'."),
        ("[.5]", (1, 2), "'.5' is not how JSON writes a number."),
        ("[+5]", (1, 2), "'+5' is not how JSON writes a number."),
        ("[05]", (1, 2), "'05' is not how JSON writes a number."),
        ("[+5,1]", (1, 2), "'+5' is not how JSON writes a number."),
        ("[-1.,2]", (1, 2), "'-1.' is not how JSON writes a number."),
        ("[0x1F,2]", (1, 2), "'0x1F' is not how JSON writes a number."),
        ("[−1,2]", (1, 2), "A dash stands here instead of a minus sign: '−'."),
        ("[1, - 2]", (1, 5), "A minus sign stands here without a number."),
        ("[1°,2]", (1, 3), "The sign '°' stands here"),
        ("[(1,2)]", (1, 2), "square brackets"),
        ('{"a": 1,\u00a0"b": 2}', (1, 9), "An invisible sign"),
        ('\x1e{"a": 1}', (1, 1), "An invisible sign"),
        ("PK\x03\x04\x14\0\0\0\x08\0", (1, 1), "ZIP archive"),
        ("\x1f\x8b\x08\0", (1, 1), "compressed"),
        ("\0\0'\n\0\0", (1, 1), "shapefile"),
        ("show({})", (1, 1), "JavaScript"),
        ("name,lat,lon\na,1,2", (1, 1), "This is no GeoJSON: it begins with 'name,lat,lon'."),
        ('{"a": 1 // one\n}', (1, 9), "A comment stands here"),
        ('{"a": 1} {"a": 2}', (1, 10), "where the map has already ended"),
        ('{"a": [[1, 2', (1, 12), "ends too early; 3 closing brackets are missing."),
        ('{"a": ', (1, 5), "ends too early; 1 closing bracket is missing."),
        ('{"a": "b', (1, 8), "ends too early; 1 closing bracket is missing."),
        ('{"a": "b\\', (1, 9), "ends too early"),
        ('{"a": "b}', (1, 7), "never closed"),
        ('{"a": [18.', (1, 10), "ends too early; 2 closing brackets are missing."),
        ('{"a": [-', (1, 8), "ends too early"),
        ('{"a": [1e-\n', (1, 10), "ends too early"),
        ('{"a": fal', (1, 9), "ends too early"),
        ('{"a": [18.]}', (1, 8), "not how JSON writes a number"),
        ('{"a": 1} x', (1, 10), "where the map has already ended"),
        ('{"a": "b\nc"}', (1, 9), "runs over a line end"),
        ('{"a": "\\x"}', (1, 8), "A backslash"),
        ("version https://git-lfs.github.com/spec/v1\n", (1, 1), "Git LFS pointer"),
        ("\n<!doctype html><p>", (2, 1), "web page"),
        ('<?xml version="1.0"?>\n<kml></kml>', (1, 1), "KML"),
        ("<gpx></gpx>", (1, 1), "GPX"),
        ("<svg></svg>", (1, 1), "XML"),
        ("PK\x03\x04rest", (1, 1), "ZIP"),
        ("POLYGON ((0 0, 1 0, 1 1, 0 0))", (1, 1), "WKT"),
        ("var map = {}", (1, 1), "JavaScript"),
        ("---\ntitle: x\n", (1, 1), "YAML"),
        ("<<<<<<< HEAD\n", (1, 1), "conflict"),
        ('{"a": [\n<<<<<<< HEAD\n1', (2, 1), "conflict"),
    ],
)
def test_slips_in_plain_words(text: str, place: tuple[int, int], says: str) -> None:
    geo_map = read(text)
    assert kinds(geo_map) == [SYNTAX]
    assert says in geo_map.faults[0].message
    assert geo_map.faults[0].help
    assert where(geo_map) == place


def test_newer_pythons_point_at_a_trailing_comma_itself() -> None:
    fault = json_syntax.diagnose("[1, 2,]", 5, "Illegal trailing comma before end of array")
    assert fault.message == "A comma stands before a closing bracket."
    assert fault.span == (5, 6)


def test_utf_16_is_named() -> None:
    geo_map = read('{"type": "Point", "coordinates": [0, 1]}'.encode("utf-16"))
    assert kinds(geo_map) == [SYNTAX]
    assert "UTF-16" in geo_map.faults[0].message


# Repeated keys


@given(
    st.lists(
        st.tuples(st.sampled_from("abc"), st.sampled_from(["1", '"a"', '{"a": 1}', '{"b": 1, "b": 2}', "[]"])),
        max_size=5,
    )
)
def test_repeated_keys_are_found_where_they_are(pairs: list[tuple[str, str]]) -> None:
    text = "{" + ", ".join(f'"{name}": {value}' for name, value in pairs) + "}"
    names = [name for name, _ in pairs]
    expected = len(names) - len(set(names)) + sum(value.count('"b"') == 2 for _, value in pairs)
    found = list(duplicate_keys(text))
    assert len(found) == expected
    assert json_syntax.read(text).repeats == bool(expected)
    for repeat in found:
        assert text[slice(*repeat.span)] == text[slice(*repeat.first)] == f'"{repeat.name}"'
        assert repeat.first < repeat.span


def test_a_key_may_stand_in_two_objects() -> None:
    assert (
        list(duplicate_keys('{"a": {"a": "a"}, "b": [{"a": "a:"}, {"a": 1}], "c": "{\\"a\\": 1, \\"a\\": 2}"}')) == []
    )


# Shapes


def test_a_line_over_the_180th_meridian_is_followed_across() -> None:
    geo_map = read('{"type": "LineString", "coordinates": [[179, 1], [-179, 2]]}')
    assert geo_map.box == (179, 1, 181, 2)
    parts = (
        read('{"type": "MultiPoint", "coordinates": [[179, 1]]}'),
        read('{"type": "Point", "coordinates": [-179, 2]}'),
    )
    assert [part.box for part in parts] == [(179, 1, 179, 1), (-179, 2, -179, 2)]


def test_the_whole_world_stays_the_whole_world() -> None:
    ring_around = [[-180, -85], [180, -85], [180, 85], [-180, 85], [-180, -85]]
    geo_map = read(json.dumps({"type": "Polygon", "coordinates": [ring_around]}))
    assert errors(geo_map) == []
    assert geo_map.box == (-180, -85, 180, 85)


def test_signed_area_tells_the_way_round() -> None:
    xs, ys = [0.0, 2.0, 2.0, 0.0, 0.0], [0.0, 0.0, 3.0, 3.0, 0.0]
    assert signed_area(xs, ys) == 6
    assert signed_area(xs[::-1], ys[::-1]) == -6
    assert signed_area([], []) == 0


def test_what_can_be_drawn_is_kept_beside_what_cannot() -> None:
    text = '{"type": "MultiLineString", "coordinates": [[[1, 2], [3, 4]], [[5], [6, 7]], [[8, 9], [9, 9]]]}'
    geo_map = read(text)
    assert kinds(geo_map) == [STRUCTURE]
    assert [list(each.longitudes) for each in geo_map.shapes[0].lines] == [[1, 3], [8, 9]]
    assert geo_map.vertices == 4


def test_a_map_is_known_again_with_fewer_decimals() -> None:
    corners = [
        [-73.9412345, 40.7512341],
        [-73.9312345, 40.7512341],
        [-73.9312345, 40.7612341],
        [-73.9412345, 40.7512341],
    ]
    prints = {
        read(
            json.dumps({"type": "Polygon", "coordinates": [[[round(x, n), round(y, n)] for x, y in corners]]})
        ).fingerprint
        for n in (4, 5, 6, 7)
    }
    assert len(prints) == 1


@given(ring(), st.booleans(), st.integers(0, 3))
def test_a_map_is_known_again_however_it_is_written(corners: list[list[float]], turned: bool, start: int) -> None:
    opened = [[round(number, 8) for number in corner] for corner in corners[:-1]]
    again = opened[start % len(opened) :] + opened[: start % len(opened)]
    again = again[::-1] if turned else again
    first = read(json.dumps({"type": "Polygon", "coordinates": [[*opened, opened[0]]]}))
    second = read(json.dumps({"type": "Polygon", "coordinates": [[*again, again[0]]]}, indent=1))
    other = read(json.dumps({"type": "Polygon", "coordinates": [[[x + 0.01, y] for x, y in [*opened, opened[0]]]]}))
    assert first.fingerprint == second.fingerprint != other.fingerprint
