"""Coordinates in the forms that authors write, and what nobody can read for certain."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casecheck.schema.coordinates import pair


@pytest.mark.parametrize(
    "written",
    [
        "51.5, -0.12", "[51.5, -0.12]", "(51.5, -0.12)", "51.5 -0.12", "51.5/-0.12", "51.5; -0.12", "51.5 and -0.12",
        "51.5, −0.12", "51.5, –0.12", "51.5,-0.12, ", "51.5,\n-0.12", "51,5; -0,12", "51,5 -0,12", "51,5, -0,12",
        "51.5° N, 0.12° W", "51.5N, 0.12W", "51.5N 0.12W", "51.5 n 0.12 w", "51.5 North, 0.12 West", "0.12° W, 51.5° N",
        "N 51.5, W 0.12", "N51.5 W0.12", "N 51.5 W 0.12", "W 0.12 N 51.5", "Latitude 51.5, Longitude -0.12",
        "lon: -0.12, lat: 51.5", "lat. 51.5 long. -0.12", "51°30'00\"N 0°7'12\"W", "51° 30′ 0″ N, 0° 7′ 12″ W",
        "51º30’N 0º07’12”W", "51°30'N, 0°07.2'W", "51 30 00 N, 0 07 12 W", "51 30 N 0 7.2 W", "POINT(-0.12 51.5)",
        "https://maps.example/@51.5,-0.12,12z", ["51.5", "-0.12"], ["51,5", "-0,12"], ["51.5 N", "0.12 W"],
        ["0.12 W", "51.5 N"], [51.5, "−0.12"], ["51.5°", "-0.12°"], ["lat 51.5", "lon -0.12"], ["51.5, -0.12"],
        [[51.5, -0.12]], [51.5, -0.12, 30], {"lat": 51.5, "lon": -0.12}, {"Longitude": -0.12, "Latitude": "51.5"},
        {"x": -0.12, "y": 51.5}, [{"lat": 51.5}, {"lng": "0.12 W"}],
    ],
)  # fmt: skip
def test_a_place_in_every_form(written: Any) -> None:
    assert pair(written) == [51.5, -0.12]


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("33.87 S, 151.2 E", [-33.87, 151.2]),
        ("-33.87 S, 151.2 E", [-33.87, 151.2]),
        ("151.2, -33.87", [-33.87, 151.2]),
        ("48º51'24\"N 2º21'03\"E", [48.856667, 2.350833]),
        ("51, 5", [51, 5]),
        ("-0.12, 51.5", [-0.12, 51.5]),
    ],
)
def test_other_places(written: str, meant: list[float]) -> None:
    assert pair(written) == meant


@pytest.mark.parametrize(
    "written",
    [
        "", "TBD", "London", "51.5", "51,5", "51", "51.5.0, -0.12", "51.5-0.12", "5 - 10", "510000, 180000",
        "95 N, 10 E",
        "51.5 S 0.12 N", "51.5 N, 0.12 O", "51°70'N, 0°W", "51.5, -0.12 (approx.)", "approx. 51.5, -0.12", "-1.2e-1, 5",
        "1" * 500, "1, 2, 3", 51.5, None, True, [], [51.5], ["", ""], [None, None], [True, False], [51, 5, 0, 12],
        [51, 30, 0], [float("nan"), 1.0], {"lat": 51.5}, {"lat": 51.5, "lon": -0.12, "zoom": 3}, {"lat": 1, "y": 2},
        {"lat": [1], "lon": 2}, [{"a": 1}, 2],
    ],
)  # fmt: skip
def test_what_nobody_can_read_for_certain(written: Any) -> None:
    assert pair(written) == []


values = st.recursive(
    st.none() | st.booleans() | st.floats() | st.text(alphabet="NSEWnorthlat 0123456789.,;-−–°'\"/()[]", max_size=40),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.sampled_from(["lat", "lon", "x", "a"]), inner),
    max_leaves=6,
)


@given(values)
def test_a_place_is_on_the_globe(value: Any) -> None:
    found = pair(value)
    assert len(found) in {0, 2}
    if found:
        assert abs(found[0]) <= 90 and abs(found[1]) <= 180


@given(st.floats(-90, 90), st.floats(-180, 180))
def test_decimal_degrees_are_kept(latitude: float, longitude: float) -> None:
    latitude, longitude = round(latitude, 6) + 0.0, round(longitude, 6) + 0.0
    assert pair(f"{latitude:.6f}, {longitude:.6f}") == [latitude, longitude]


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ([54, 3601, 18, 6600], [54.3601, 18.66]),
        ([-33, 8688, 151, 2093], [-33.8688, 151.2093]),
        ([51, 5074, 0, 1278], []),  # its minus sign may be lost
        ([40, 42, 73, 59], []),  # degrees and minutes
        ([54, 3601, 18, 66], []),
        ([54, -3601, 18, 6600], []),
        ([54, 3601, 18.0, 6600], []),
        ([954, 3601, 18, 6600], []),
        ([54, 10**5000, 18, 10**5000], []),
    ],
)
def test_decimal_commas_that_made_four_numbers_of_two(written: list[float], meant: list[float]) -> None:
    assert pair(written) == meant
