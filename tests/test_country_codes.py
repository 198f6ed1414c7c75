"""Which country an author meant."""

import pytest
from iso3166 import countries

from casecheck.country_codes import ALIASES, begins_like, is_code, meant, name


@pytest.mark.parametrize(
    ("written", "code"),
    [
        ("US", "USA"),
        ("us", "USA"),
        ("usa", "USA"),
        ("U.S.A.", "USA"),
        ("United States", "USA"),
        ("United States of America", "USA"),
        ("UK", "GBR"),
        ("GB", "GBR"),
        ("England", "GBR"),
        ("Untied Kingdom", "GBR"),
        ("ES", "ESP"),
        ("NO", "NOR"),
        ("GER", "DEU"),
        ("South Korea (82)", "KOR"),
        ("South Korea", "KOR"),
        ("Korea, Republic of", "KOR"),
        ("Viet Nam", "VNM"),
        ("Vietnam", "VNM"),
        ("Czech Republic", "CZE"),
        ("Türkiye", "TUR"),
        ("Turkey", "TUR"),
        ("The Netherlands", "NLD"),
        ("Côte d’Ivoire", "CIV"),
        ("Hong Kong", "HKG"),
        ("Singapor", "SGP"),
        ("KSA", "SAU"),
        ("UAE", "ARE"),
        ("Taiwan", "TWN"),
        ("Kosovo", "XKX"),
        ("Niger", "NER"),
    ],
)
def test_what_was_meant(written: str, code: str) -> None:
    assert meant(written) == code


@pytest.mark.parametrize(
    "written", ["", "XX", "THL", "Korea", "Congo", "Dubai", "Europe", "Varenholm", "82", "x" * 1_000_000]
)
def test_what_nobody_can_tell(written: str) -> None:
    assert meant(written) is None


def test_every_name_of_the_standard_is_known() -> None:
    for country in countries:
        for written in (country.alpha2, country.alpha3, country.alpha3.lower(), country.name, country.apolitical_name):
            assert meant(written) == (country.alpha3 if written != "Congo" else None), "there are two of that name"
        assert is_code(country.alpha3) and name(country.alpha3)


def test_aliases_are_no_codes_and_lead_to_codes() -> None:
    aliases = [alias for names in ALIASES.values() for alias in names.split(", ")]
    assert len(set(aliases)) == len(aliases)
    assert not [alias for alias in aliases if is_code(alias)]
    assert all(is_code(code) for code in ALIASES)


def test_a_wrong_code_that_begins_like_an_alpha_2_code() -> None:
    assert begins_like("THL") == "THA"
    assert begins_like("thailand") is None
    assert begins_like("XYZ") is None
