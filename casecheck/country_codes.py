"""The ISO 3166-1 alpha-3 code that an author meant."""

from functools import cache

from casecheck.nearest import fold, nearest

SURE = 0.87  # difflib's ratio; a misspelt name of a country is close to the right one

# How countries are called, beside their names and alpha-2 codes in ISO 3166: in English, by the International Olympic
# Committee, by the International Telecommunication Union, and by codes that were withdrawn.
ALIASES = {
    "ARE": "UAE, Emirates",
    "BGR": "BUL",
    "BIH": "Bosnia",
    "BOL": "Bolivia",
    "BRN": "Brunei",
    "CHE": "SUI, SWI",
    "CHL": "CHI",
    "CHN": "PRC, Mainland China, People's Republic of China",
    "CIV": "Ivory Coast, Cote d'Ivoire",
    "COD": "ZAR, DRC, Congo-Kinshasa, Democratic Republic of the Congo, DR Congo",
    "COG": "Congo-Brazzaville, Republic of the Congo",
    "CPV": "Cape Verde",
    "CRI": "CRC",
    "CZE": "Czech Republic",
    "DEU": "GER",
    "DNK": "DEN",
    "DZA": "ALG",
    "FSM": "Micronesia",
    "GBR": "UK, ENG, SCO, WAL, NIR, England, Scotland, Wales, Northern Ireland, Great Britain, Britain, United Kingdom",
    "GRC": "GRE, EL",
    "GTM": "GUA",
    "HKG": "Hongkong",
    "HND": "HON",
    "HRV": "CRO",
    "HTI": "HAI",
    "IDN": "INA",
    "IRN": "IRI, Iran",
    "KOR": "ROK, SKO, South Korea, Republic of Korea",
    "KWT": "KUW",
    "LAO": "Laos",
    "LVA": "LAT",
    "MAC": "Macau",
    "MDA": "Moldova",
    "MKD": "Macedonia",
    "MMR": "BUR, Burma",
    "MYS": "MAS, MAL",
    "NLD": "NED, HOL, NTH, Holland, The Netherlands",
    "OMN": "OMA",
    "PHL": "PHI",
    "PRK": "DPRK, North Korea",
    "PRT": "POR",
    "PRY": "PAR",
    "PSE": "PLE, Palestine",
    "ROU": "ROM",
    "RUS": "Russia",
    "SAU": "KSA",
    "SGP": "SIN",
    "SLV": "ESA",
    "SVN": "SLO",
    "SWZ": "Swaziland",
    "SYR": "Syria",
    "TLS": "TMP, East Timor",
    "TUR": "Turkey",
    "TWN": "TPE, ROC, TAI, Taiwan",
    "TZA": "TAN, Tanzania",
    "URY": "URU",
    "USA": "US, U.S., U.S.A., United States, America",
    "VAT": "Vatican, Vatican City",
    "VEN": "Venezuela",
    "VNM": "VIE, Vietnam",
    "ZAF": "RSA",
    "ZMB": "ZAM",
    "ZWE": "ZIM",
}


def is_code(text: str) -> bool:
    """Whether a text is an alpha-3 code, in capitals."""
    from iso3166 import countries_by_alpha3

    return text in countries_by_alpha3


def name(code: str) -> str:
    """The name of the country with an alpha-3 code."""
    from iso3166 import countries_by_alpha3

    return str(countries_by_alpha3[code].apolitical_name)


def meant(text: str) -> str | None:
    """The code of the country that a text names: by its name, another code of it, or nearly so; else None."""
    text = "".join(c for c in text.partition("(")[0] if c.isalpha() or c in " -'").strip()
    known = _known()
    if fold(text) in known:
        return known[fold(text)]
    near = nearest(text, known, SURE) if len(text) > 4 else None
    return known[near] if near else None


def begins_like(text: str) -> str | None:
    """The code of the country whose alpha-2 code a wrong alpha-3 code begins with; None where there is none."""
    from iso3166 import countries_by_alpha2

    found = countries_by_alpha2.get(text[:2].upper()) if len(text) == 3 else None
    return found.alpha3 if found else None


@cache
def _known() -> dict[str, str]:
    """Codes under all that countries are called, folded."""
    from iso3166 import countries

    known: dict[str, str] = {}
    ambiguous = set()
    for country in countries:
        for called in (country.alpha2, country.alpha3, country.name, country.apolitical_name):
            known[fold(called)] = country.alpha3
        short = fold(country.name.split(",")[0].split("(")[0])
        if known.setdefault(short, country.alpha3) != country.alpha3:
            ambiguous.add(short)
    for short in ambiguous:
        del known[short]
    known.update({fold(alias.replace(".", "")): code for code, names in ALIASES.items() for alias in names.split(", ")})
    return known
