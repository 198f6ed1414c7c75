"""What the name of a case folder says: `<country>-<place>[-<project>]`, in older ones `<place>-<country>`."""

import re
from dataclasses import dataclass
from difflib import SequenceMatcher
from unicodedata import combining, normalize

from casecheck import country

NEAR = 0.8  # difflib's ratio, from which two names are taken for two spellings of one
MAX_TITLE = 300  # characters that are compared, letter by letter
SPECIAL_LETTERS = str.maketrans(
    {"ø": "o", "ł": "l", "đ": "d", "ß": "ss", "æ": "ae", "œ": "oe", "ı": "i", "ð": "d", "þ": "th", "'": "", "’": ""}
    | {"ʻ": "", "ʼ": "", "‘": ""}  # marks of apostrophe in other languages
)
MEANINGFUL = 4  # letters; shorter parts of a name are found in any text

# Words in the names of many projects, which say nothing about the place.
GENERAL = frozenset(
    {"area", "case", "center", "centre", "cities", "city", "data", "digital", "district", "eco", "general", "green"}
    | {"innovation", "lab", "master", "new", "open", "park", "plan", "program", "programme", "project", "smart"}
    | {"strategy", "study", "tech", "technology", "town", "urban", "village", "vision", "zone"}
)


@dataclass(frozen=True, slots=True)
class FolderName:
    """A folder's name, read.

    `country` is the ISO 3166-1 alpha-3 code in it, in capitals, None where there is none; `leading` says whether it
    comes first. `place` are the other parts, lower case, ASCII where possible.
    """

    text: str
    country: str | None
    leading: bool
    place: tuple[str, ...]

    def fits(self, title: str) -> bool:
        """Whether a city or a title names this place, or part of it, perhaps in another spelling or abbreviated."""
        words = slug(title[:MAX_TITLE]).split("-")
        whole = "".join(self.place)
        initials = "".join(word[:1] for word in words)
        return (
            self.named_in(title)
            or any(part in initials for part in self.place if len(part) > 1)
            or any(len(word) >= MEANINGFUL and word in whole for word in words if word not in GENERAL)
            or any(alike(part, word) for part in self.place for word in words if part not in GENERAL)
        )

    def named_in(self, text: str) -> bool:
        """Whether a text has a word of this place in it; general words such as "smart" do not count."""
        run = letters(text)
        words = set(slug(text).split("-"))
        return "".join(self.place) in run or any(
            part in words or (len(part) >= MEANINGFUL and part in run)
            for part in self.place
            if part not in GENERAL and len(part) > 2
        )


def read(name: str, city: str = "") -> FolderName:
    """What a folder's name says; `city` keeps the start of a city's name from being taken for a country ("Can Tho")."""
    parts = tuple(slug(name).split("-"))
    own = tuple(slug(city).split("-")) if city else ()
    if len(parts) > 1 and is_country(parts[0]) and not (own and parts[: len(own)] == own):
        return FolderName(name, parts[0].upper(), True, parts[1:])
    if len(parts) > 1 and is_country(parts[-1]) and not (own and parts[-len(own) :] == own):
        return FolderName(name, parts[-1].upper(), False, parts[:-1])
    return FolderName(name, None, False, parts)


def is_country(code: str) -> bool:
    """Whether this is an ISO 3166-1 alpha-3 code, in capitals or not."""
    from iso3166 import countries_by_alpha3

    return code.upper() in countries_by_alpha3


def alpha_3(code: str) -> str:
    """A country code as alpha-3 in capitals, also where the alpha-2 code was written; else as it is."""
    from iso3166 import countries_by_alpha2

    code = code.strip().upper()
    return countries_by_alpha2[code].alpha3 if code in countries_by_alpha2 else code


def differ(one: str, other: str) -> bool:
    """Whether two country codes surely speak of different countries: not of a country and its own territory."""
    if one == other or not (country.is_known(one) and country.is_known(other)):
        return False
    return one not in country.territories(other) and other not in country.territories(one)


def slug(text: str) -> str:
    """A text as a folder is named: lower case, without accents, hyphens for all that is no letter or digit."""
    plain = "".join(c for c in normalize("NFKD", text.casefold().translate(SPECIAL_LETTERS)) if not combining(c))
    return re.sub(r"[\W_]+", "-", plain).strip("-")


def letters(text: str) -> str:
    """A text as one run of letters and digits, without accents and case."""
    return slug(text).replace("-", "")


def alike(one: str, other: str) -> bool:
    """Whether two names are probably spellings of one."""
    if min(len(one), len(other)) < MEANINGFUL or max(len(one), len(other)) > 60:
        return False
    return SequenceMatcher(None, one, other, autojunk=False).ratio() >= NEAR
