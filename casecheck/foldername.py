"""What the name of a case folder says: `<country>-<place>[-<project>]`, in older ones `<place>-<country>`."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from unicodedata import combining, normalize

from casecheck import country

NEAR = 0.8  # difflib's ratio, from which two names are taken for two spellings of one
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

    def speaks_of(self, text: str) -> bool:
        """Whether a text names this place, or part of it, perhaps in another spelling."""
        return any(letters(word) in letters(text) for word in self.words) or any(
            alike(word, part) for word in self.words for part in slug(text[:300]).split("-")
        )

    @property
    def words(self) -> Iterator[str]:
        """The parts of the place that tell it from others, and the whole of it."""
        whole = "".join(self.place)
        yield from ({whole} | {part for part in self.place if len(part) >= MEANINGFUL} - GENERAL) - {""}


def read(name: str, city: str = "") -> FolderName:
    """What a folder's name says; `city` keeps the start of a city's name from being taken for a country ("Can Tho")."""
    parts = tuple(slug(name).split("-"))
    own = tuple(slug(city).split("-")) if city else ()
    if len(parts) > 1 and is_country(parts[0]) and parts[: len(own)] != own:
        return FolderName(name, parts[0].upper(), True, parts[1:])
    if len(parts) > 1 and is_country(parts[-1]) and parts[-len(own) :] != own:
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
    plain = "".join(c for c in normalize("NFKD", text) if not combining(c))
    return re.sub(r"[\W_]+", "-", plain.casefold().replace("'", "").replace("’", "")).strip("-")


def letters(text: str) -> str:
    """A text as one run of letters and digits, without accents and case."""
    return slug(text).replace("-", "")


def alike(one: str, other: str) -> bool:
    """Whether two names are probably spellings of one."""
    if min(len(one), len(other)) < MEANINGFUL or max(len(one), len(other)) > 60:
        return False
    return SequenceMatcher(None, one, other, autojunk=False).ratio() >= NEAR
