import pytest
from hypothesis import given
from hypothesis import strategies as st

from casecheck.foldername import alpha_3, differ, read, slug


@pytest.mark.parametrize(
    ("name", "city", "country", "place"),
    [
        ("irl-kilwater", "", "IRL", ("kilwater",)),
        ("irl-kilwater-tide-gardens", "", "IRL", ("kilwater", "tide", "gardens")),
        ("kilwater-irl", "", "IRL", ("kilwater",)),
        ("IRL_Kilwater", "", "IRL", ("kilwater",)),
        ("irl", "", None, ("irl",)),
        ("uk-dockside", "", None, ("uk", "dockside")),
        ("can-tho", "Cần Thơ", None, ("can", "tho")),
        ("vnm-can-tho", "Cần Thơ", "VNM", ("can", "tho")),
        ("can-tho", "Toronto", "CAN", ("tho",)),
        ("port-au-per", "Port au Per", None, ("port", "au", "per")),
        ("", "", None, ("",)),
    ],
)
def test_what_a_name_says(name: str, city: str, country: str | None, place: tuple[str, ...]) -> None:
    found = read(name, city)
    assert (found.country, found.place) == (country, place)


@pytest.mark.parametrize(
    ("folder", "title"),
    [
        ("irl-kilwater", "Kilwater"),
        ("irl-kilwater", "Greater Kilwater Area"),
        ("irl-kil-water", "Kilwater"),
        ("irl-kilwatter", "Kilwater"),
        ("irl-kilwaters", "Kilwater"),
        ("usa-nyc-sensors", "New York City"),
        ("usa-stlouis", "St. Louis"),
        ("bra-sao-tome", "São Tomé"),
        ("ita-milano", "Milan"),
        ("rwa-smart-lakes", "Lakes of the North"),
    ],
)
def test_a_title_that_fits(folder: str, title: str) -> None:
    assert read(folder).fits(title)


@pytest.mark.parametrize(
    ("folder", "title"),
    [
        ("irl-kilwater", "Dockside"),
        ("irl-smart-kilwater", "Smart City Plan Dockside"),
        ("irl-dunbay", "Tide Gardens, Kilwater"),
        ("irl-kilwater", ""),
    ],
)
def test_a_title_that_does_not_fit(folder: str, title: str) -> None:
    assert not read(folder).fits(title)


@pytest.mark.parametrize(
    ("one", "other", "different"),
    [
        ("GBR", "IRL", True),
        ("GBR", "GBR", False),
        ("CHN", "HKG", False),
        ("HKG", "CHN", False),
        ("GBR", "UK", False),
        ("GBR", "", False),
    ],
)
def test_codes_of_different_countries(one: str, other: str, different: bool) -> None:
    assert differ(one, other) is different


@pytest.mark.parametrize(("code", "alpha"), [("es", "ESP"), (" GB ", "GBR"), ("gbr", "GBR"), ("UK", "UK"), ("", "")])
def test_codes_of_two_letters_are_understood(code: str, alpha: str) -> None:
    assert alpha_3(code) == alpha


@given(st.text(max_size=40), st.text(max_size=40))
def test_any_name_can_be_read(name: str, city: str) -> None:
    found = read(name, city)
    assert "-".join(found.place) in slug(name)
    assert found.fits(city) in {True, False}
