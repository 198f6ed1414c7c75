"""The ISO 3166-1 alpha-3 code that an author meant."""

import re
from difflib import SequenceMatcher, get_close_matches
from functools import cache

from casecheck.nearest import fold

SURE = 0.9  # difflib's ratio; a misspelt name of a country is close to the right one
LIKELY = 0.8  # worth a question
CLEAR = 0.04  # how much closer than to any other country's
LONGEST = 80  # characters of the name of a country
PART = re.compile(r"(?P<country>[A-Z]{2})-[A-Z0-9]{1,3}")  # of ISO 3166-2, such as GB-SCT

# How countries are called, beside their names and alpha-2 codes in ISO 3166: in English and in their own languages, by
# the International Olympic Committee and the football federations, by the International Telecommunication Union, and by
# codes that were withdrawn. What two countries share is left out.
ALIASES = {
    "ABW": "ARU",
    "AGO": "ANG",
    "ALB": "Shqipëria",
    "ARE": "UAE, Emirates, الإمارات, Emirati",
    "ARM": "Hayastan",
    "ASM": "ASA",
    "ATG": "ANT, Antigua",
    "AUS": "Australian",
    "AUT": "Österreich, Oesterreich, Austrian",
    "AZE": "Azərbaycan",
    "BEL": "Belgique, België, Belgien, Belgian",
    "BGD": "BAN",
    "BGR": "BUL, България, Bulgarian",
    "BHS": "BAH, The Bahamas",
    "BIH": "Bosnia",
    "BLZ": "BIZ",
    "BMU": "BER",
    "BOL": "Bolivia",
    "BRA": "Brasil",
    "BRB": "BAR",
    "BRN": "Brunei, BRU",
    "BTN": "BHU",
    "BWA": "BOT",
    "CAF": "CTA",
    "CAN": "CDN, Canadian",
    "CHE": "SUI, SWI, Schweiz, Suisse, Svizzera, Svizra, Swiss",
    "CHL": "CHI",
    "CHN": "PRC, Mainland China, People's Republic of China, 中国, 中國, Zhongguo, P R China, Chinese",
    "CIV": "Ivory Coast, Cote d'Ivoire, Cote Ivoire",
    "CMR": "Cameroun",
    "COD": "ZAR, DRC, Congo-Kinshasa, Democratic Republic of the Congo, DR Congo, Zaire, Congo-Zaire",
    "COG": "Congo-Brazzaville, Republic of the Congo, CGO",
    "CPV": "Cape Verde",
    "CRI": "CRC",
    "CYM": "CAY",
    "CZE": "Czech Republic, Česko, Česká republika, Czech",
    "DEU": "GER, BRD, Deutschland, Bundesrepublik Deutschland, Federal Republic of Germany, German",
    "DNK": "DEN, Danmark, Danish",
    "DZA": "ALG, Algérie",
    "EGY": "مصر, Misr, Egyptian",
    "ESP": "SPA, España, Spanish",
    "EST": "Eesti",
    "FIN": "Suomi, Finnish",
    "FJI": "FIJ",
    "FRA": "French, République française, French Republic",
    "FSM": "Micronesia",
    "GBR": (
        "UK, ENG, SCO, WAL, NIR, England, Scotland, Wales, Northern Ireland, Great Britain, Britain, United "
        "Kingdom, British, GB-UKM"
    ),
    "GEO": "Sakartvelo, საქართველო",
    "GIN": "GUI",
    "GMB": "GAM, The Gambia",
    "GNB": "GBS",
    "GNQ": "GEQ, EQG",
    "GRC": "GRE, EL, Hellas, Ελλάδα, Greek",
    "GRD": "GRN",
    "GTM": "GUA",
    "HKG": "Hongkong, 香港, Hong Kong SAR",
    "HND": "HON",
    "HRV": "CRO, Hrvatska",
    "HTI": "HAI",
    "HUN": "Magyarország, Hungarian",
    "IDN": "INA",
    "IND": "Bharat, भारत, Indian",
    "IRL": "IRE, Éire, Republic of Ireland, Irish",
    "IRN": "IRI, Iran, Islamic Republic of Iran",
    "ISL": "Ísland, Icelandic",
    "ISR": "Israeli",
    "ITA": "Italia, Italian",
    "JPN": "JAP, Nippon, Nihon, 日本, Japanese",
    "KAZ": "Qazaqstan",
    "KEN": "Kenyan",
    "KHM": "CAM, Kampuchea",
    "KNA": "SKN",
    "KOR": "ROK, SKO, South Korea, Republic of Korea, 대한민국, 한국, Korea South, S Korea, Korea Rep",
    "KWT": "KUW",
    "LAO": "Laos",
    "LBN": "LIB",
    "LBY": "LBA",
    "LKA": "SRI",
    "LSO": "LES",
    "LTU": "LIT, Lietuva",
    "LUX": "Lëtzebuerg",
    "LVA": "LAT, Latvija",
    "MAC": "Macau",
    "MAR": "Maroc, المغرب, Al Maghrib, Moroccan",
    "MCO": "MON",
    "MDA": "Moldova",
    "MDG": "MAD",
    "MEX": "Mexican",
    "MKD": "Macedonia, FYROM",
    "MMR": "BUR, Burma, MYA",
    "MNG": "MGL",
    "MRT": "MTN",
    "MUS": "MRI",
    "MWI": "MAW",
    "MYS": "MAS, MAL",
    "NER": "NIG",
    "NGA": "NGR",
    "NIC": "NCA",
    "NLD": "NED, HOL, NTH, Holland, The Netherlands, Nederland, Kingdom of the Netherlands, Dutch",
    "NOR": "Norge, Noreg, Norwegian",
    "NPL": "NEP",
    "NZL": "Aotearoa",
    "OMN": "OMA",
    "PHL": "PHI, Pilipinas",
    "POL": "Polska, Polish",
    "PRI": "PUR",
    "PRK": "DPRK, North Korea, Korea North, N Korea",
    "PRT": "POR, Portuguese",
    "PRY": "PAR",
    "PSE": "PLE, Palestine, State of Palestine",
    "ROU": "ROM, Romanian",
    "RUS": "Russia, Россия, Russian",
    "SAU": "KSA, السعودية, Kingdom of Saudi Arabia, Saudi",
    "SDN": "SUD",
    "SEN": "Sénégal",
    "SGP": "SIN, Singapura, 新加坡",
    "SLB": "SOL",
    "SLV": "ESA",
    "SRB": "Srbija, Србија",
    "SVK": "Slovensko",
    "SVN": "SLO, Slovenija",
    "SWE": "Sverige, Swedish",
    "SWZ": "Swaziland",
    "SYC": "SEY",
    "SYR": "Syria",
    "TCD": "CHA",
    "TGO": "TOG",
    "THA": "ประเทศไทย, Thai",
    "TLS": "TMP, East Timor",
    "TON": "TGA",
    "TTO": "TRI, Trinidad",
    "TUN": "Tunisie",
    "TUR": "Turkey, Turkish",
    "TWN": "TPE, ROC, TAI, Taiwan, 臺灣, 台灣, 台湾",
    "TZA": "TAN, Tanzania",
    "UKR": "Україна, Ukrainian",
    "URY": "URU",
    "USA": "US, U.S., U.S.A., United States, America, the US, Estados Unidos, EEUU, EE UU, American",
    "VAT": "Vatican, Vatican City",
    "VCT": "VIN",
    "VEN": "Venezuela",
    "VGB": "IVB",
    "VIR": "ISV",
    "VNM": "VIE, Vietnam, Vietnamese",
    "VUT": "VAN",
    "WSM": "SAM",
    "XKX": "KOS, UNK, Republic of Kosovo, Kosova",
    "ZAF": "RSA, South African",
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
    text = text.strip()
    if len(text) > LONGEST or "/" in text:  # 'n/a', or two countries
        return None
    whole, known = _key(text), _known()
    if whole in known:
        return known[whole] or None
    if part := PART.fullmatch(text):
        return known.get(_key(part["country"]))
    before, _, inside = text.partition("(")
    if inside:
        code, other = meant(before), meant(inside)
        return code if other in {None, code} else None
    return _nearly(whole, known, SURE)


def _nearly(key: str, known: dict[str, str], cutoff: float) -> str | None:
    """The code of the country whose name is misspelt; None where two are about as near."""
    near = get_close_matches(key, known, n=5, cutoff=cutoff) if 4 < len(key) <= LONGEST else []
    if not near:
        return None
    closeness = [SequenceMatcher(None, name, key).ratio() for name in near]
    rivals = {known[name] for name, ratio in zip(near, closeness, strict=True) if ratio > closeness[0] - CLEAR}
    return known[near[0]] or None if len(rivals) == 1 else None


def likely(text: str) -> str | None:
    """The code of a country to ask for: one whose name is a little like a text, or that three letters are short for.

    It begins with all three, or with two, and holds the third; None where several countries do.
    """
    letters = text.strip().lower()
    if not re.fullmatch(r"[a-z]{3}", letters):
        return _nearly(_key(text[: LONGEST + 1]), _known(), LIKELY)
    from iso3166 import countries

    names = {country.alpha3: _key(country.apolitical_name) for country in countries}
    for fits in (
        [code for code, name in names.items() if name.startswith(letters)],
        [code for code, name in names.items() if name.startswith(letters[:2]) and letters[2] in name[2:]],
    ):
        if fits:
            return fits[0] if len(fits) == 1 else None
    return None


def _key(text: str) -> str:
    """The letters of a name, without what a reader overlooks."""
    return fold("".join(c for c in text if c.isalpha()))


@cache
def _known() -> dict[str, str]:
    """Codes under all that countries are called; nothing under what several are."""
    from iso3166 import countries

    known: dict[str, str] = {}
    ambiguous = {"na"}  # Namibia, or: not applicable
    for country in countries:
        for called in (country.alpha2, country.alpha3, country.name, country.apolitical_name):
            known[_key(called)] = country.alpha3
        short = _key(country.name.split(",")[0].split("(")[0])
        if known.setdefault(short, country.alpha3) != country.alpha3:
            ambiguous.add(short)
    known.update(dict.fromkeys(ambiguous, ""))
    known.update({_key(alias): code for code, names in ALIASES.items() for alias in names.split(", ")})
    return known
