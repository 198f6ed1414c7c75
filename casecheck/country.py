"""Which country a place lies in, offline.

The outlines are Natural Earth's at 1:50m, see `scripts/make_countries.py`: coasts and borders are right to a few
kilometres, and the smallest islands are missing. Eleven territories have none of their own
(BES, CCK, CXR, GIB, GLP, GUF, MTQ, MYT, REU, SJM, TUV): of those nothing is known, so nothing is ever said.
"""

import json
import sys
import zlib
from array import array
from functools import cache, lru_cache
from itertools import accumulate
from math import cos, hypot, radians
from pathlib import Path
from typing import NamedTuple

from casecheck.nearest import fold

DATA = Path(__file__).parent / "data" / "countries.bin"
HUNDREDTHS = 100
TURN = 360 * HUNDREDTHS
ISLANDS = 2  # degrees

# Places that lie in a country, but far from its outline, which lacks their islet or their rock: latitude, longitude.
REMOTE = {
    "ATF": ((-37.83, 77.55), (-38.72, 77.53)),  # Amsterdam, Saint-Paul
    "AUS": ((-10.45, 105.65), (-12.17, 96.84), (-31.55, 159.08)),  # Christmas Island, Cocos Islands, Lord Howe
    "BRA": ((-3.84, -32.41), (-20.51, -29.32), (0.92, -29.35)),  # Fernando de Noronha, Trindade, São Pedro
    "COK": (
        *((-9.0, -158.05), (-10.41, -161.01), (-10.88, -165.84)),  # Penrhyn, Manihiki, Pukapuka
        *((-13.25, -163.11), (-18.04, -163.17), (-18.86, -159.78)),  # Suwarrow, Palmerston, Aitutaki
    ),
    "COL": ((12.58, -81.70), (13.37, -81.37), (4.0, -81.61)),  # San Andrés, Providencia, Malpelo
    "CRI": ((5.53, -87.06),),  # Cocos Island
    "ESP": ((35.29, -2.94),),  # Melilla
    "FSM": ((1.07, 154.80),),  # Kapingamarangi
    "GBR": ((36.14, -5.35),),  # Gibraltar
    "GNQ": ((-1.43, 5.63),),  # Annobón
    "GRC": ((36.15, 29.59),),  # Kastellorizo
    "GRD": ((12.48, -61.46),),  # Carriacou
    "JPN": ((24.29, 153.98), (25.83, 131.24), (20.42, 136.08)),  # Minamitori, Daitō, Okinotori
    "MDV": ((-0.63, 73.16), (-0.30, 73.42), (0.40, 73.20), (1.80, 73.30), (6.62, 73.07)),  # from Addu to the north
    "MHL": ((9.82, 160.90),),  # Ujelang
    "MMR": ((14.10, 93.37),),  # Coco Islands
    "MUS": ((-19.70, 63.43), (-10.37, 56.61), (-16.58, 59.62)),  # Rodrigues, Agaléga, Saint Brandon
    "NZL": ((-29.27, -177.92),),  # Kermadec Islands
    "PCN": ((-24.68, -124.79),),  # Ducie
    "PLW": ((5.32, 132.22),),  # Sonsorol
    "PRT": ((30.14, -15.87),),  # Selvagens
    "PYF": (
        *((-23.12, -134.97), (-27.61, -144.33), (-14.97, -147.64)),  # Mangareva, Rapa, Rangiroa
        *((-22.45, -151.34), (-23.38, -149.48)),  # Rurutu, Tubuai
    ),
    "SGS": ((-56.30, -27.50),),  # South Sandwich Islands
    "SHN": ((-37.07, -12.31),),  # Tristan da Cunha
    "SYC": (
        *((-9.42, 46.33), (-9.71, 47.58), (-10.18, 51.10)),  # Aldabra, Cosmoledo, Farquhar
        *((-7.14, 56.27), (-5.69, 53.65), (-7.00, 52.73)),  # Coëtivy, Desroches, Alphonse
    ),
    "TON": ((-15.60, -175.63), (-15.95, -173.77)),  # Niuafoʻou, Niuatoputapu
    "TWN": ((26.16, 119.95), (20.70, 116.72)),  # Matsu, Pratas
    "USA": ((28.21, -177.37), (19.28, 166.65)),  # Midway, Wake
    "VEN": ((15.67, -63.62),),  # Aves
}

# Where several countries claim a place, it counts as lying in each of them: casecheck takes no side. South, west,
# north, east; what lies in such a box, but in none of these countries, is not meant.
CLAIMED = (
    (("ARG", "FLK", "GBR"), (-52.5, -61.4, -50.9, -57.6)),
    (("BLZ", "GTM"), (15.8, -89.3, 17.4, -88.0)),
    (("BRN", "CHN", "MYS", "PHL", "TWN", "VNM"), (6.0, 110.0, 17.3, 116.9)),
    (("CHN", "IND"), (26.6, 91.6, 29.5, 97.4)),
    (("CHN", "IND", "PAK"), (32.4, 73.4, 37.0, 80.3)),
    (("CYP", "TUR"), (35.0, 32.6, 35.8, 34.7)),
    (("ETH", "KEN", "SSD"), (4.2, 34.9, 5.5, 36.1)),
    (("GUY", "SUR"), (1.9, -57.4, 3.6, -55.8)),
    (("GUY", "VEN"), (1.1, -61.5, 8.6, -58.4)),
    (("JPN", "RUS"), (43.3, 145.3, 45.6, 149.0)),
    (("RUS", "UKR"), (44.3, 31.7, 49.9, 40.2)),
    (("SDN", "SSD"), (8.7, 23.5, 10.2, 29.1)),
)


class Ring(NamedTuple):
    """A closed ring of an outline, in hundredths of a degree; beyond the 180th meridian it counts on, as 18100."""

    xs: list[int]
    ys: list[int]


class Entry(NamedTuple):
    """What the data file's index says of a country; `box` is west, south, east, north in hundredths of a degree."""

    name: str
    also: list[str]
    box: list[int]
    start: int
    size: int


def name(code: str) -> str:
    """A country's name as it stands in a sentence ("the Netherlands"); its code where the name is not known."""
    entry = _index().get(code)
    return entry.name if entry else code


def code_of(text: str) -> str | None:
    """The alpha-3 code, of a country whose outline is known, for what an author writes: a code of two or three letters,
    or the country's name.
    """
    index = _index()
    if (code := text.strip().upper()) in index:
        return code
    if len(code) == 2:
        import iso3166

        found = iso3166.countries_by_alpha2.get(code)
        return found.alpha3 if found and found.alpha3 in index else None
    wanted = fold(text).removeprefix("the")
    return next((code for code, entry in index.items() if fold(entry.name).removeprefix("the") == wanted), None)


def is_known(code: str) -> bool:
    """Whether there is an outline for an ISO 3166-1 alpha-3 code."""
    return code in _index()


def territories(code: str) -> tuple[str, ...]:
    """The codes of the territories that a case may file under this country's code."""
    entry = _index().get(code)
    return tuple(entry.also) if entry else ()


@lru_cache(maxsize=4096)
def country_at(latitude: float, longitude: float, tolerance: float = 0.25) -> str | None:
    """The alpha-3 code of the country at a place; of the nearest one within `tolerance` degrees; else None."""
    margin = tolerance * HUNDREDTHS
    x, y = longitude * HUNDREDTHS, latitude * HUNDREDTHS
    near = [code for code, entry in _index().items() if _may_reach(entry, x, y, margin)]
    for code in near:
        if _inside(code, x, y):
            return code
    distances = {code: _distance(code, x, y) for code in near}
    nearest = min(near, key=lambda code: distances[code], default=None)
    return nearest if nearest and distances[nearest] <= margin else None


def lies_in(code: str, latitude: float, longitude: float, tolerance: float = 0.25) -> bool | None:
    """Whether a place lies in a country, or within `tolerance` degrees of it; None where the country is not known.

    A place in the sea counts as one of the country's small islands, up to `ISLANDS` degrees out.
    """
    distance = distance_degrees(code, latitude, longitude)
    if distance is None:
        return None
    return distance <= tolerance or (distance <= ISLANDS and country_at(latitude, longitude, tolerance) is None)


@lru_cache(maxsize=4096)
def distance_degrees(code: str, latitude: float, longitude: float) -> float | None:
    """How far a place lies outside a country, in degrees of latitude; 0 inside, None where the country is not known.

    A territory that a case may file under the country's code (Hong Kong under CHN) counts as part of it.
    """
    entry = _index().get(code)
    if entry is None:
        return None
    x, y = longitude * HUNDREDTHS, latitude * HUNDREDTHS
    codes = [code, *entry.also]
    if any(_inside(part, x, y) for part in codes) or _is_claimed(code, latitude, longitude):
        return 0.0
    outlines = (_distance(part, x, y) / HUNDREDTHS for part in codes)
    islets = (hypot(latitude - north, longitude - east) for part in codes for north, east in REMOTE.get(part, ()))
    return min([*outlines, *islets])


def _is_claimed(code: str, latitude: float, longitude: float) -> bool:
    """Whether a place is one that this country claims, and another one too."""
    for claimants, (south, west, north, east) in CLAIMED:
        if code in claimants and south <= latitude <= north and west <= longitude <= east:
            return country_at(latitude, longitude) in {*claimants, None}
    return False


def _turns(x: float) -> tuple[float, float, float]:
    """A longitude as it is, and a full turn to the west and the east: outlines go on beyond the 180th meridian."""
    return x, x - TURN, x + TURN


def _may_reach(entry: Entry, x: float, y: float, margin: float) -> bool:
    """Whether a country's box is near a point; far north, degrees of longitude are short, and the margin is wide."""
    west, south, east, north = entry.box
    wide = margin / cos(radians(min(abs(y) / HUNDREDTHS, 89)))
    in_reach = any(west - wide <= turned <= east + wide for turned in _turns(x))
    return in_reach and south - margin <= y <= north + margin


@cache
def _file() -> tuple[bytes, int]:
    """The data file, and where its blocks begin."""
    data = DATA.read_bytes()
    return data, data.index(b"\n") + 1


@cache
def _index() -> dict[str, Entry]:
    data, blocks = _file()
    return {code: Entry(**entry) for code, entry in json.loads(data[:blocks]).items()}


@cache
def _rings(code: str) -> tuple[Ring, ...]:
    """A country's rings: the outlines of its parts, and the holes in them."""
    data, blocks = _file()
    entry = _index()[code]
    numbers = array("h", zlib.decompress(data[blocks + entry.start : blocks + entry.start + entry.size]))
    if sys.byteorder == "big":
        numbers.byteswap()
    rings, at = [], 0
    while at < len(numbers):
        middle, end = at + 1 + numbers[at], at + 1 + 2 * numbers[at]
        xs, ys = list(accumulate(numbers[at + 1 : middle])), list(accumulate(numbers[middle:end]))
        rings.append(Ring([*xs, xs[0]], [*ys, ys[0]]))
        at = end
    return tuple(rings)


def _inside(code: str, x: float, y: float) -> bool:
    """Whether a point lies in a country: a ray from it crosses the rings an odd number of times."""
    west, south, east, north = _index()[code].box
    return south <= y <= north and any(
        sum(_crossings(ring, turned, y) for ring in _rings(code)) % 2 for turned in _turns(x) if west <= turned <= east
    )


def _crossings(ring: Ring, x: float, y: float) -> int:
    """How often a ray from a point to the east crosses a ring."""
    if not min(ring.ys) <= y <= max(ring.ys) or x > max(ring.xs):
        return 0
    count = 0
    xs, ys = ring
    below = ys[0] > y
    for index, end in enumerate(ys):
        if (end > y) != below:
            below = not below
            start = ys[index - 1]
            count += x < (xs[index] - xs[index - 1]) * (y - start) / (end - start) + xs[index - 1]
    return count


def _distance(code: str, x: float, y: float) -> float:
    """The distance of a point to a country's rings, in hundredths of a degree of latitude."""
    shrink = cos(radians(min(abs(y) / HUNDREDTHS, 89)))
    return min(_ring_distance(ring, _nearest_turn(ring, x), y, shrink) for ring in _rings(code))


def _nearest_turn(ring: Ring, x: float) -> float:
    """A longitude, turned to the side of the 180th meridian on which a ring lies."""
    return min(_turns(x), key=lambda turned: abs(turned - ring.xs[0]))


def _ring_distance(ring: Ring, x: float, y: float, shrink: float) -> float:
    """The distance of a point to the nearest edge of a ring, longitudes shrunk as they are at the point's latitude."""
    xs = [(each - x) * shrink for each in ring.xs]
    ys = [each - y for each in ring.ys]
    nearest = hypot(xs[0], ys[0])
    for x1, y1, x2, y2 in zip(xs, ys, xs[1:], ys[1:], strict=False):
        dx, dy = x2 - x1, y2 - y1
        length = dx * dx + dy * dy
        along = min(1.0, max(0.0, -(x1 * dx + y1 * dy) / length)) if length else 0.0
        nearest = min(nearest, hypot(x1 + along * dx, y1 + along * dy))
    return nearest
