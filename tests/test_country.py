"""Country outlines, on places that anybody can look up."""

import json

import pytest

from casecheck import country
from casecheck.country import country_at, distance_degrees, lies_in, name


@pytest.mark.parametrize(
    ("latitude", "longitude", "code"),
    [
        (41.8781, -87.6298, "USA"),
        (51.5074, -0.1278, "GBR"),
        (-33.8688, 151.2093, "AUS"),
        (-1.9441, 30.0619, "RWA"),
        (24.4539, 54.3773, "ARE"),
        (1.3521, 103.8198, "SGP"),
        (-29.6100, 28.2336, "LSO"),  # a hole in South Africa
        (43.9424, 12.4578, "SMR"),  # a hole in Italy
        (64.1466, -21.9426, "ISL"),
        (67.9397, 32.8739, "RUS"),  # an outline that crosses the 180th meridian
        (66.0, -170.5, "RUS"),
        (66.0, 189.5, "RUS"),
        (-17.8, 178.0, "FJI"),
        (-16.8, -179.9, "FJI"),
        (21.3, -157.85, "USA"),
        (42.6629, 21.1655, "XKX"),
        (9.56, 44.06, "SOM"),
    ],
)
def test_place_lies_in_its_country(latitude: float, longitude: float, code: str) -> None:
    assert country_at(latitude, longitude) == code
    assert distance_degrees(code, latitude, longitude) == 0


def test_harbours_are_near_enough() -> None:
    assert country_at(40.7128, -74.0060) == "USA"  # lower Manhattan, which the outline leaves to the Hudson
    assert lies_in("USA", 40.7128, -74.0060)
    assert lies_in("RUS", 64.7337, 177.4968)  # Anadyr


def test_open_sea_is_no_country() -> None:
    assert country_at(40.7, -40.0) is None
    assert country_at(-85.0, 0.0) is None


def test_place_off_the_coast_belongs_to_the_nearest_country() -> None:
    assert country_at(40.3, -73.75) == "USA"  # some 30 km south of Long Island
    assert country_at(40.3, -73.75, tolerance=0.05) is None


def test_distance_is_in_degrees_of_latitude() -> None:
    to_portugal = distance_degrees("PRT", 38.7, -10.5)  # a degree of longitude west of Cabo da Roca
    assert to_portugal == pytest.approx(0.8, abs=0.02)
    assert distance_degrees("RUS", 66.0, -168.0) == pytest.approx(0.69, abs=0.1)  # across the meridian, from the east


def test_unknown_territory_is_never_judged() -> None:
    for code in ("BES", "CCK", "CXR", "GIB", "GLP", "GUF", "MTQ", "MYT", "REU", "SJM", "TUV", "QQQ", ""):
        assert distance_degrees(code, 40.0, 10.0) is None
        assert lies_in(code, 40.0, 10.0) is None
        assert name(code) == code


def test_places_that_may_be_filed_under_two_codes() -> None:
    hong_kong, simferopol, pristina = (22.3193, 114.1694), (44.9521, 34.1024), (42.6629, 21.1655)
    assert lies_in("CHN", *hong_kong) and lies_in("HKG", *hong_kong)
    assert lies_in("UKR", *simferopol)
    assert lies_in("SRB", *pristina) and lies_in("XKX", *pristina)
    assert not lies_in("HKG", 39.9, 116.4)
    assert lies_in("FRA", 16.24, -61.53)  # Guadeloupe is a part of France


def test_small_islands_are_not_accused_of_lying_in_the_sea() -> None:
    assert lies_in("TCA", 21.4612, -71.1419)  # Grand Turk is missing from the outline
    assert lies_in("JPN", 26.3405, 126.8050)
    assert lies_in("GBR", 36.14, -5.35) and lies_in("ESP", 35.29, -2.94)  # Gibraltar and Melilla
    assert not lies_in("GBR", 36.72, -4.42)
    assert not lies_in("PRT", 36.0, -30.0)
    assert not lies_in("LTU", 53.9, 27.6)  # Minsk: near, but another country's


def test_names_stand_in_a_sentence() -> None:
    assert name("NLD") == "the Netherlands"
    assert name("RUS") == "Russia"
    names = [entry.name for entry in country._index().values()]
    assert len(set(names)) == len(names)
    assert not [each for each in names if "." in each.replace("U.S.", "")], "an abbreviation is left"


def test_every_outline_is_closed_and_within_its_box() -> None:
    for code, entry in country._index().items():
        west, south, east, north = entry.box
        rings = country._rings(code)
        assert rings, code
        for ring in rings:
            assert (ring.xs[0], ring.ys[0]) == (ring.xs[-1], ring.ys[-1])
            assert west <= min(ring.xs) <= max(ring.xs) <= east
            assert south <= min(ring.ys) <= max(ring.ys) <= north


def test_data_file_is_small_and_says_what_it_is_made_of() -> None:
    data = country.DATA.read_bytes()
    assert len(data) <= 300_000
    index = json.loads(data[: data.index(b"\n")])
    assert all(part in index for entry in index.values() for part in entry["also"])


@pytest.mark.parametrize(
    ("code", "latitude", "longitude"),
    [
        ("MDV", -0.63, 73.16),  # Addu
        ("GRC", 36.15, 29.59),  # Kastellorizo, beside Türkiye
        ("TWN", 26.16, 119.95),  # Matsu, beside China
        ("CHN", 26.16, 119.95),
        ("FRA", -23.12, -134.97),  # Mangareva, of French Polynesia
        ("GBR", -37.07, -12.31),  # Tristan da Cunha, of Saint Helena
        ("MUS", -19.70, 63.43),  # Rodrigues
    ],
)
def test_islands_that_the_outlines_lack_lie_in_their_country(code: str, latitude: float, longitude: float) -> None:
    assert lies_in(code, latitude, longitude)


@pytest.mark.parametrize(
    ("codes", "latitude", "longitude"),
    [
        ("JPN RUS", 45.23, 147.88),  # Kurilsk
        ("SDN SSD", 9.6, 28.43),  # Abyei
        ("CYP TUR", 35.34, 33.32),  # Kyrenia
        ("GUY VEN", 3.38, -59.8),  # Lethem
        ("IND PAK", 34.08, 74.8),  # Srinagar
        ("ARG FLK GBR", -51.7, -57.85),  # Stanley
    ],
)
def test_a_place_that_several_countries_claim_lies_in_each(codes: str, latitude: float, longitude: float) -> None:
    assert all(lies_in(code, latitude, longitude) for code in codes.split())
    assert not lies_in("FRA", latitude, longitude)


def test_a_claim_reaches_no_further() -> None:
    assert not lies_in("VEN", 6.8, -58.16)  # Georgetown, east of the Essequibo
    assert not lies_in("TUR", 34.7, 33.0)  # Limassol
    assert not lies_in("RUS", 50.45, 30.52)  # Kyiv
