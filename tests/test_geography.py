"""Where a case says that it is: what is swapped, lost, left in or copied, and what is none of that."""

import json
import random
from itertools import combinations, pairwise
from math import cos, pi, sin
from pathlib import Path
from tempfile import TemporaryDirectory
from types import SimpleNamespace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casecheck import limits
from casecheck.boxes import Box, around, distance_km
from casecheck.centroid import Fault, judge
from casecheck.finding import Finding, Severity
from casecheck.location import Location, Point, locate
from casecheck.parse import frontmatter
from casecheck.parse.geojson_ import GeoMap, parse
from casecheck.parse.geojson_shapes import Line
from casecheck.report import Report
from casecheck.resources import schema_folder
from casecheck.rules import ALL_RULES, COLLECTION_RULES
from casecheck.rules.geography import geography_self_intersection
from casecheck.runner import check_paths
from casecheck.settings import ProfileSettings, Settings
from casecheck.source import Source

CITIES = [
    ("ARE", 24.4539, 54.3773), ("ARG", -34.6037, -58.3816), ("AUS", -33.8688, 151.2093), ("BGD", 23.8103, 90.4125),
    ("BRA", -22.9068, -43.1729), ("CAN", 49.2827, -123.1207), ("CHE", 47.3769, 8.5417), ("CHL", -33.4489, -70.6693),
    ("CHN", 31.2304, 121.4737), ("COL", 4.7110, -74.0721), ("DEU", 52.5200, 13.4050), ("DNK", 55.6761, 12.5683),
    ("EGY", 30.0444, 31.2357), ("ESP", 41.3874, 2.1686), ("EST", 59.4370, 24.7536), ("FIN", 60.1699, 24.9384),
    ("FJI", -18.1248, 178.4501), ("FRA", 48.8566, 2.3522), ("GBR", 51.5074, -0.1278), ("IDN", -6.2088, 106.8456),
    ("IND", 18.5204, 73.8567), ("ISL", 64.1466, -21.9426), ("ISR", 32.0853, 34.7818), ("ITA", 45.4642, 9.1900),
    ("JPN", 35.6762, 139.6503), ("KEN", -1.2921, 36.8219), ("KOR", 37.5665, 126.9780), ("MAR", 33.5731, -7.5898),
    ("MEX", 19.4326, -99.1332), ("NGA", 6.5244, 3.3792), ("NLD", 52.3676, 4.9041), ("NOR", 59.9139, 10.7522),
    ("NZL", -36.8509, 174.7645), ("PER", -12.0464, -77.0428), ("PHL", 14.5995, 120.9842), ("PRT", 38.7223, -9.1393),
    ("RUS", 59.9311, 30.3609), ("RWA", -1.9441, 30.0619), ("SAU", 24.7136, 46.6753), ("SGP", 1.3521, 103.8198),
    ("SWE", 59.3293, 18.0686), ("THA", 13.7563, 100.5018), ("TUR", 41.0082, 28.9784), ("TWN", 25.0330, 121.5654),
    ("USA", 40.7128, -74.0060), ("USA", 37.7749, -122.4194), ("URY", -34.9011, -56.1645), ("ZAF", -33.9249, 18.4241),
]  # fmt: skip
BOTH_ORDERS = {"EGY", "NGA"}  # as they are and swapped, these lie in their country: without a map, nobody can tell


def area(latitude: float, longitude: float, size: float = 0.02) -> dict[str, object]:
    """A square around a place."""
    west, south, east, north = longitude - size, latitude - size, longitude + size, latitude + size
    corners = [[west, south], [east, south], [east, north], [west, north], [west, south]]
    return {"type": "Polygon", "coordinates": [[[round(x, 6), round(y, 6)] for x, y in corners]]}


def map_of(*shapes: dict[str, object]) -> GeoMap:
    features = [{"type": "Feature", "properties": {}, "geometry": shape} for shape in shapes]
    return parse("map.geojson", json.dumps({"type": "FeatureCollection", "features": features}).encode())


def faults(location: Location) -> set[Fault]:
    return set(judge(location).faults)


# Which of the three witnesses is mistaken


@pytest.mark.parametrize(("code", "latitude", "longitude"), CITIES)
def test_what_is_right_is_left_alone(code: str, latitude: float, longitude: float) -> None:
    place, drawn = Point(latitude, longitude), map_of(area(latitude, longitude))
    for country, geo_map in [(code, None), (None, drawn), (code, drawn)]:
        location = Location(centroid=place, country=country, map=geo_map)
        assert judge(location).faults == frozenset()
        assert location.swapped_shapes == ()


@pytest.mark.parametrize(("code", "latitude", "longitude"), CITIES)
def test_swapped_centroid_is_told(code: str, latitude: float, longitude: float) -> None:
    place, drawn = Point(latitude, longitude), map_of(area(latitude, longitude))
    witnesses = [(None, drawn), (code, drawn)] + ([] if code in BOTH_ORDERS else [(code, None)])
    for country, geo_map in witnesses:
        location = Location(centroid=place.swapped, country=country, map=geo_map)
        assert faults(location) == {Fault.SWAPPED}
        assert judge(location).better == place
        assert location.swapped_shapes == ()


@pytest.mark.parametrize(("code", "latitude", "longitude"), [city for city in CITIES if city[0] not in BOTH_ORDERS])
def test_swapped_map_is_told(code: str, latitude: float, longitude: float) -> None:
    place, drawn = Point(latitude, longitude), map_of(area(longitude, latitude))
    for centroid in (place, None):
        location = Location(centroid=centroid, country=code, map=drawn)
        assert len(location.swapped_shapes) == 1
        assert faults(location) == set()
    both = Location(centroid=place.swapped, country=code, map=drawn)
    assert len(both.swapped_shapes) == 1
    assert faults(both) == {Fault.SWAPPED}


@pytest.mark.parametrize(
    ("code", "latitude", "longitude"),
    [("RUS", 55.2213, 75.9815), ("EGY", 25.7383, 32.6368), ("TUR", 38.7489, 42.4801), ("NGA", 6.5550, 3.3436)],
)
def test_what_lies_off_the_coast_and_swapped_ashore_is_told(code: str, latitude: float, longitude: float) -> None:
    place = Point(latitude, longitude)
    assert faults(Location(centroid=place.swapped, country=code)) == {Fault.SWAPPED}
    assert len(Location(country=code, map=map_of(area(longitude, latitude))).swapped_shapes) == 1
    assert faults(Location(centroid=place, country=code)) == set()


def test_an_islet_without_an_outline_is_left_alone() -> None:
    grand_turk = Point(21.4612, -71.1419)
    assert faults(Location(centroid=grand_turk, country="TCA")) == set()
    assert faults(Location(centroid=grand_turk, country="TCA", map=map_of(area(*grand_turk)))) == set()


@pytest.mark.parametrize("written", ["UK", "Britain", "England", "GB", "gbr"])
def test_a_country_under_another_name_is_a_witness_too(written: str) -> None:
    source = Source("index.md", f"---\ncountry_code: {written}\ncentroid: [-0.12, 51.5]\n---\n")
    location = locate(frontmatter.parse(source), source, None, (), Settings().geography)
    assert location.country == "GBR"
    assert faults(location) == {Fault.SWAPPED}


@pytest.mark.parametrize(("code", "latitude", "longitude"), [city for city in CITIES if abs(city[2]) > 1])
def test_lost_minus_sign_has_its_remedy(code: str, latitude: float, longitude: float) -> None:
    place, drawn = Point(latitude, longitude), map_of(area(latitude, longitude))
    for wrong in (Point(-latitude, longitude), Point(latitude, -longitude)):
        verdict = judge(Location(centroid=wrong, country=code, map=drawn))
        assert verdict.faults == {Fault.PLACE}
        assert verdict.better == place


@pytest.mark.parametrize(("code", "latitude", "longitude"), CITIES)
def test_country_code_that_a_template_left_in_is_no_swap(code: str, latitude: float, longitude: float) -> None:
    location = Location(
        centroid=Point(latitude, longitude), country="USA", map=map_of(area(latitude, longitude)), city="x"
    )
    assert faults(location) == (set() if code == "USA" else {Fault.COUNTRY})
    assert location.swapped_shapes == ()


def test_countries_without_an_outline_accuse_nobody() -> None:
    for text in ("GIB", "REU", "TUV", "GLP", "XX", "EU", "Atlantis"):
        from casecheck.country import code_of

        assert judge(Location(centroid=Point(-36.1, 5.3), country=code_of(text))).faults == frozenset()


coordinates = st.one_of(st.floats(-200, 200), st.sampled_from([0.0, -0.0, 90.0, -180.0, 180.0, 1e300, -1e300, 5e-324]))


@given(
    coordinates,
    coordinates,
    st.sampled_from([None, "RUS", "FJI", "CHN", "USA"]),
    st.lists(st.tuples(coordinates, coordinates), max_size=4),
)
def test_no_place_is_too_much(
    latitude: float, longitude: float, code: str | None, places: list[tuple[float, float]]
) -> None:
    geo_map = map_of(*({"type": "Point", "coordinates": list(place)} for place in places))
    location = Location(centroid=Point(latitude, longitude), country=code, map=geo_map)
    verdict = judge(location)
    assert verdict.better is None or verdict.better.is_on_globe
    assert (location.box is None) or location.box.south <= location.box.north


# Slips of a single number


def ring_of(*corners: tuple[float, float]) -> dict[str, object]:
    return {"type": "Polygon", "coordinates": [[*map(list, corners), list(corners[0])]]}


SQUARE = [(-74.2, 40.4), (-73.9, 40.4), (-73.9, 40.8), (-74.2, 40.8)]


@pytest.mark.parametrize(
    ("slip", "meant"),
    [
        ((0, 0), None),
        ((40.6, -73.8), (-73.8, 40.6)),
        ((73.8, 40.6), (-73.8, 40.6)),
        ((-73.8, -40.6), (-73.8, 40.6)),
        ((-13.8, 40.6), None),
        ((-7.38, 40.6), None),
    ],
)
@pytest.mark.parametrize("at", range(4))
def test_one_corner_far_from_all_others(slip: tuple[float, float], meant: tuple[float, float] | None, at: int) -> None:
    location = Location(map=map_of(ring_of(*SQUARE[:at], slip, *SQUARE[at:])), country="USA")
    assert [(stray.position, stray.better) for stray in location.strays] == [(slip, meant)]
    assert location.strays[0].at in {at, 0}
    assert location.strays[0].km > 4000


@pytest.mark.parametrize(
    "shape",
    [
        ring_of(*SQUARE),
        ring_of((113, -22), (153, -28), (153.1, -28)),
        ring_of((177, -18), (-179.8, -18), (-179.8, -16), (177, -16)),
        ring_of((-180, -90), (180, -90), (180, 90), (-180, 90)),
        {"type": "LineString", "coordinates": [[-74, 40.7], [-0.1, 51.5], [-0.11, 51.5], [-0.12, 51.51]]},
        {"type": "MultiPoint", "coordinates": [[-74, 40.7], [-0.1, 51.5], [-0.11, 51.5], [-0.12, 51.51]]},
        {"type": "MultiPoint", "coordinates": [[0, 0], [-0.1, 0.05], [-0.11, 0.05], [-0.12, 0.01]]},
    ],
)
def test_shapes_that_reach_far_have_no_stray_corner(shape: dict[str, object]) -> None:
    assert Location(map=map_of(shape)).strays == ()


# Boxes


def test_distances() -> None:
    assert distance_km(51.5074, -0.1278, 48.8566, 2.3522) == pytest.approx(344, abs=2)  # London, Paris
    assert distance_km(0, 179.5, 0, -179.5) == pytest.approx(111.2, abs=0.1)
    box = Box(west=-3.0, south=43.0, east=-2.0, north=44.0)
    assert box.distance_km(43.5, -2.5) == 0
    assert box.distance_km(42.0, -2.5) == pytest.approx(111.2, abs=0.1)
    assert Box(179, -1, 181, 1).distance_km(0, -179.5) == 0


def test_boxes_on_both_sides_of_the_180th_meridian_are_joined_across_it() -> None:
    assert around([Box(178, -18, 179, -17), Box(-179, -17, -178, -16)]) == Box(178, -18, 182, -16)
    assert around([Box(-74, 40, -73, 41), Box(36, -2, 37, -1)]) == Box(-74, -2, 37, 41)
    assert around([]) is None


# Crossing outlines: the quick look must never call sound what shapely calls broken


corner = st.tuples(st.integers(0, 6).map(float), st.integers(0, 6).map(float))


@given(st.lists(corner, min_size=3, max_size=9))
def test_what_the_quick_look_calls_sound_shapely_does_too(corners: list[tuple[float, float]]) -> None:
    import shapely

    ring = [*corners, corners[0]]
    geo_map = parse("x", json.dumps({"type": "Polygon", "coordinates": [ring]}).encode())
    if geo_map.faults:
        return  # too small, or no area at all: not a ring to look at
    if geography_self_intersection._is_apart(geo_map.shapes[0].lines[0]):
        assert shapely.Polygon(ring).is_valid


def test_the_quick_look_knows_a_common_outline() -> None:
    circle = [[cos(turn * pi / 32), sin(turn * pi / 32)] for turn in range(64)]
    bay = [[0, 0], [4, 0], [4, 4], [2, 1], [0, 4], [0, 2]]
    for corners in (circle, bay):
        ring = parse("x", json.dumps({"type": "Polygon", "coordinates": [[*corners, corners[0]]]}).encode()).shapes[0]
        assert geography_self_intersection._is_apart(ring.lines[0])


def test_a_map_that_is_too_large_is_told_once_as_an_error(tmp_path: Path) -> None:
    (tmp_path / "index.md").write_text("---\ngeography: ./map.geojson\n---\n")
    with (tmp_path / "map.geojson").open("wb") as file:
        file.truncate(limits.MAX_MAP_BYTES + 1)
    settings = Settings(select=("limit-exceeded", "geography-bytes", "geography-missing", "geography-syntax"))
    findings = check_paths([tmp_path / "index.md"], settings).findings
    assert [(found.rule, str(found.severity)) for found in findings] == [("limit-exceeded", "error")]
    assert "20.0 MB" in findings[0].message
    assert "Simplify" in findings[0].help


def nested(count: int) -> str:
    """A square, with holes that lie in each other."""
    edges = [1 - hole / (count + 1) for hole in range(count + 1)]
    rings = [[[-edge, -edge], [edge, -edge], [edge, edge], [-edge, edge], [-edge, -edge]] for edge in edges]
    return json.dumps({"type": "Polygon", "coordinates": [rings[0], *(ring[::-1] for ring in rings[1:])]})


def test_holes_in_each_other_are_told_and_passed_over_where_that_would_take_long(tmp_path: Path) -> None:
    few = write_case(tmp_path / "few", "Porto", None, nested(100))
    many = write_case(tmp_path / "many", "Porto", None, nested(5000))
    report = check_paths([few, many], Settings(select=("geography-self-intersection",)))
    assert found(report, tmp_path) == [("few", Severity.NOTE)]


@given(st.lists(st.integers(-9, 9).map(float), min_size=40, max_size=60))
def test_pairs_of_edges_that_share_a_longitude_are_counted(longitudes: list[float]) -> None:
    ring = Line((0,), longitudes, [0.0] * len(longitudes), Box(-9, 0, 9, 0))
    edges = [sorted(edge) for edge in pairwise(longitudes)]
    shared = sum(one[0] <= other[1] and other[0] <= one[1] for one, other in combinations(edges, 2))
    assert geography_self_intersection._pairs([ring]) == shared


# Rules over the collection


def write_case(folder: Path, city: str, place: Point | None, geo_map: str, more: str = "") -> Path:
    folder.mkdir(parents=True)
    centroid = f"centroid: [{place.latitude}, {place.longitude}]\n" if place else ""
    (folder / "index.md").write_text(f"---\ncity: {city}\n{centroid}geography: ./map.geojson\n{more}---\n")
    (folder / "map.geojson").write_text(geo_map)
    return folder / "index.md"


LISBON, PORTO = Point(38.7223, -9.1393), Point(41.1496, -8.611)
LISBON_MAP = json.dumps(area(*LISBON))
LISBON_MAP_AGAIN = json.dumps({"coordinates": area(*LISBON)["coordinates"], "type": "Polygon"}, indent=2)
SELECT = ("geography-duplicate", "suppression-unused")


def found(report: Report, root: Path) -> list[tuple[str, Severity]]:
    return [(Path(each.document).parent.name, each.severity) for each in report.findings]


def test_the_map_of_another_city_is_told_in_the_case_that_does_not_lie_in_it(tmp_path: Path) -> None:
    paths = [
        write_case(tmp_path / "prt-lisbon", "Lisbon", LISBON, LISBON_MAP),
        write_case(tmp_path / "prt-porto", "Porto", PORTO, LISBON_MAP_AGAIN),
    ]
    report = check_paths(paths, Settings(select=SELECT))
    assert found(report, tmp_path) == [("prt-porto", Severity.WARNING)]
    only: Finding = report.findings[0]
    assert (only.line, only.column) == (4, 12)
    assert only.excerpt == "geography: ./map.geojson"
    assert only.related[0].path.endswith("prt-lisbon/index.md")
    assert check_paths(list(reversed(paths)), Settings(select=SELECT)).findings == report.findings


def test_without_centroids_both_are_told(tmp_path: Path) -> None:
    paths = [
        write_case(tmp_path / "a", "Lisbon", None, LISBON_MAP),
        write_case(tmp_path / "b", "Porto", None, LISBON_MAP),
    ]
    assert [name for name, _ in found(check_paths(paths, Settings(select=SELECT)), tmp_path)] == ["a", "b"]


@pytest.mark.parametrize(
    ("city", "place", "geo_map"),
    [
        ("Lisbon", PORTO, LISBON_MAP),  # two cases of one city
        ("Greater Lisbon", PORTO, LISBON_MAP),
        ("Almada", LISBON, LISBON_MAP),  # its centroid lies in the map
        ("Porto", PORTO, json.dumps(area(*PORTO))),
        ("Porto", PORTO, '{"type": "FeatureCollection", "features": []}'),
        ("Porto", PORTO, "{"),
    ],
)
def test_maps_that_two_cases_may_have(tmp_path: Path, city: str, place: Point, geo_map: str) -> None:
    paths = [
        write_case(tmp_path / "a", "Lisbon", LISBON, LISBON_MAP),
        write_case(tmp_path / "b", city, place, geo_map),
    ]
    assert check_paths(paths, Settings(select=SELECT)).findings == ()


def test_a_copy_whose_centroid_was_forgotten_too_is_told(tmp_path: Path) -> None:
    paths = [
        write_case(tmp_path / "prt-lisbon", "Lisbon", LISBON, LISBON_MAP),
        write_case(tmp_path / "prt-porto", "Porto", LISBON, LISBON_MAP),
        write_case(tmp_path / "prt-tagus-mouth", "Almada", LISBON, LISBON_MAP),  # so the folder does not say
    ]
    report = check_paths(paths, Settings(select=SELECT))
    assert [name for name, _ in found(report, tmp_path)] == ["prt-lisbon", "prt-porto"]
    for path in paths:  # the map's name tells whose it is
        (path.parent / "map.geojson").rename(path.parent / "lisbon.geojson")
        path.write_text(path.read_text().replace("map.geojson", "lisbon.geojson"))
    assert [name for name, _ in found(check_paths(paths, Settings(select=SELECT)), tmp_path)] == ["prt-porto"]


def test_templates_example_in_two_cases_is_for_another_rule(tmp_path: Path) -> None:
    example = (schema_folder() / "example.geojson").read_text()
    paths = [write_case(tmp_path / name, name, None, example) for name in ("lisbon", "porto")]
    report = check_paths(paths, Settings(select=("geography",)))
    assert {each.rule for each in report.findings} == {"geography-template"}


def test_collection_rules_obey_settings_and_comments(tmp_path: Path) -> None:
    reason = "# casecheck-disable-file geography-duplicate -- the twin towns share one plan\n"
    lisbon = write_case(tmp_path / "lisbon", "Lisbon", LISBON, LISBON_MAP)
    porto = write_case(tmp_path / "porto", "Porto", PORTO, LISBON_MAP)
    braga = write_case(tmp_path / "braga", "Braga", PORTO, LISBON_MAP, reason)
    paths = [lisbon, porto, braga]
    report = check_paths(paths, Settings(select=SELECT, severity={"geography-duplicate": Severity.ERROR}))
    assert found(report, tmp_path) == [("porto", Severity.ERROR)]
    assert [document.suppressed for document in report.documents] == [1, 0, 0]
    assert check_paths(paths, Settings(select=("links",))).findings == ()
    assert check_paths(paths, Settings(select=SELECT, ignore=("geography-duplicate",))).findings == ()


@pytest.mark.parametrize("rule", COLLECTION_RULES, ids=lambda rule: rule.NAME)
def test_collection_rule_has_a_manual_page_and_is_listed(rule: object) -> None:
    assert rule in ALL_RULES
    assert "Bad:" in (rule.__doc__ or "") and "Good:" in (rule.__doc__ or "")


# A collection's own template


def test_the_example_beside_a_template_is_found_when_it_is_left_in(tmp_path: Path) -> None:
    templates = tmp_path / "templates"
    templates.mkdir()
    (templates / "template.md").write_text(
        "---\ncity: Quito\ncentroid: [-0.2202, -78.5123]\ngeography: ./sample.geojson\n---\n\n## Overview\n"
    )
    sample = json.dumps(area(-0.22, -78.51))
    (templates / "sample.geojson").write_text(sample)
    profile = ProfileSettings("case", schema_folder() / "stub.schema.json", (templates / "template.md",))
    left_in = write_case(tmp_path / "lisbon", "Lisbon", Point(-0.2202, -78.5123), sample)
    settings = Settings(select=("geography", "centroid"), profiles=(profile,))
    rules = [each.rule for each in check_paths([left_in], settings).findings]
    assert rules == ["centroid-template", "geography-template"]
    really = write_case(tmp_path / "quito", "Quito", Point(-0.2202, -78.5123), json.dumps(area(-0.21, -78.5)))
    assert check_paths([really], settings).findings == ()


# No map crashes a rule

WHOLE = {
    "type": "FeatureCollection",
    "bbox": [-1, 51, 1, 52],
    "features": [
        {"type": "Feature", "id": 1, "properties": {"a": 1}, "geometry": area(51.5, -0.1, 4)},
        {"type": "Feature", "properties": None, "geometry": {"type": "GeometryCollection", "geometries": [
            {"type": "Polygon", "coordinates": [
                [[-9, 51], [9, 51], [0, 58], [-9, 51]], [[0, 51], [0, 52], [1, 52], [0, 51]],
            ]},
            {"type": "MultiLineString", "coordinates": [[[0, 51], [0.1, 51]]]},
            {"type": "MultiPoint", "coordinates": [[0, 51.5], [0.1, 51.5]]},
        ]}},
    ],
}  # fmt: skip
ODD = [None, True, -91, 181.0, 1e300, "x", {}, [], [[]], [1], [0, 0], [51.5, -0.1], [1, 2, 3, 4], [[1, 2]], "Feature"]


def broken(value: Any, chance: random.Random) -> Any:
    """A copy of a JSON value with one of its inner values gone, doubled or replaced."""
    value = json.loads(json.dumps(value))
    inner, steps = value, []
    while isinstance(inner, dict | list) and inner and (not steps or chance.random() < 0.85):
        outer, step = inner, chance.choice(list(inner) if isinstance(inner, dict) else range(len(inner)))
        steps.append(step)
        inner = outer[step]
    if chance.random() < 0.2:
        del outer[step]
    elif isinstance(outer, list) and chance.random() < 0.2:
        outer.insert(step, inner)
    else:
        outer[step] = chance.choice(ODD)
    return value


@given(
    st.randoms(use_true_random=False),
    st.integers(1, 4),
    st.sampled_from(["centroid: [51.5, -0.1]", "centroid: [-0.1, 51.5]", "centroid: [40.712778, -74.006111]", "a: 1"]),
    st.sampled_from(["GBR", "USA", "XX"]),
)
def test_no_map_crashes_a_rule(chance: random.Random, times: int, centroid: str, code: str) -> None:
    value: Any = WHOLE
    for _ in range(times):
        value = broken(value, chance) if value and isinstance(value, dict) else value
    with TemporaryDirectory() as folder:
        case = Path(folder) / "gbr-london"
        document = write_case(case, "London", None, json.dumps(value), f"{centroid}\ncountry_code: {code}\n")
        found = check_paths([document], Settings(select=("geography", "centroid"))).findings
    assert [each for each in found if each.rule == "internal-error"] == []
    assert all(each.help and each.message.endswith((".", ".)")) for each in found)


def test_one_edit_mends_a_centroid_that_is_text_and_swapped(tmp_path: Path) -> None:
    document = tmp_path / "index.md"
    document.write_text('---\ntitle: X\ncountry_code: ARE\ncentroid: "54.3705, 24.4512"\n---\n', "utf-8")
    found = check_paths([document], Settings(select=("centroid", "field-type"))).findings
    assert {finding.rule for finding in found} == {"centroid-swapped", "field-type"}
    assert all("centroid: [24.4512, 54.3705]" in finding.help for finding in found)


@given(st.lists(st.lists(st.floats(-180, 180), min_size=2, max_size=9), min_size=1, max_size=4))
def test_pairs_of_edges_are_counted_alike(longitudes: list[list[float]]) -> None:
    rings: Any = [SimpleNamespace(longitudes=xs) for xs in longitudes]
    assert geography_self_intersection._counted(rings) == geography_self_intersection._counted_fast(rings)
