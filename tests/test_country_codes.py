"""Which country an author meant."""

import pytest
from iso3166 import countries

from casecheck.country_codes import ALIASES, is_code, likely, meant, name


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
        ("Deutschland", "DEU"),
        ("Österreich", "AUT"),
        ("oesterreich", "AUT"),
        ("Schweiz", "CHE"),
        ("España", "ESP"),
        ("日本", "JPN"),
        ("ประเทศไทย", "THA"),
        ("Dutch", "NLD"),
        ("SUI", "CHE"),
        ("NED", "NLD"),
        ("ROM", "ROU"),
        ("ZAR", "COD"),
        ("BUR", "MMR"),
        ("KOS", "XKX"),
        ("SCO", "GBR"),
        ("GB-SCT", "GBR"),
        ("US-CA", "USA"),
        ("Korea (South)", "KOR"),
        ("Congo (Kinshasa)", "COD"),
        ("Germany (Berlin)", "DEU"),
        ("Germany (DE)", "DEU"),
        ("Hong Kong S.A.R.", "HKG"),
        (" france ", "FRA"),
    ],
)
def test_what_was_meant(written: str, code: str) -> None:
    assert meant(written) == code


@pytest.mark.parametrize(
    "written",
    ["", "XX", "THL", "Korea", "Koreaa", "Congo", "Dubai", "Europe", "Varenholm", "82", "n/a", "NA", "USA, Canada",
     "DEU/FRA", "Georgia (US)", "Virgin Islands", "Nigera", "Granada", "Lagos", "YUG", "TCH", "-", "x" * 1_000_000],
)  # fmt: skip
def test_what_nobody_can_tell(written: str) -> None:
    assert meant(written) is None


def test_every_name_of_the_standard_is_known() -> None:
    for country in countries:
        for written in (country.alpha2, country.alpha3, country.alpha3.lower(), country.name, country.apolitical_name):
            unclear = written in {"Congo", "NA"}  # there are two of that name; or: not applicable
            assert meant(written) == (None if unclear else country.alpha3)
        assert is_code(country.alpha3) and name(country.alpha3)


def test_aliases_are_no_codes_and_lead_to_codes() -> None:
    aliases = [alias for names in ALIASES.values() for alias in names.split(", ")]
    assert len(set(aliases)) == len(aliases)
    assert not [alias for alias in aliases if is_code(alias)]
    assert all(is_code(code) for code in ALIASES)


@pytest.mark.parametrize(
    ("written", "code"),
    [
        ("THL", "THA"), ("EGT", "EGY"), ("ITL", "ITA"), ("Marocco", "MAR"), ("Swedan", "SWE"), ("Lagos", "LAO"),
        ("XYZ", None), ("EUR", None), ("Nigera", None), ("Koreaa", None), ("Dubai", None), ("x" * 1_000_000, None),
    ],
)  # fmt: skip
def test_what_is_worth_a_question(written: str, code: str | None) -> None:
    assert likely(written) == code
