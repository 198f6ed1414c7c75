"""Make `casecheck/data/countries.bin`, the outlines of the world's countries, from Natural Earth's 1:50m data.

    npm pack world-atlas@2.0.2 && tar xzf world-atlas-2.0.2.tgz package/countries-50m.json
    python scripts/make_countries.py package/countries-50m.json

The file starts with one line of JSON, `{"CODE": {"name", "also", "box", "start", "size"}}`: `box` is west, south, east
and north in hundredths of a degree, `start` and `size` are bytes behind that line, where the country's outline stands,
packed by zlib. An outline is little-endian 16-bit integers: for each ring the number of its points, the steps between
their longitudes, and the steps between their latitudes, in hundredths of a degree. A ring is the edge of a part of the
country, or of a hole in one.
"""

import argparse
import json
import sys
import zlib
from array import array
from collections.abc import Iterator
from itertools import accumulate, pairwise
from pathlib import Path
from typing import Any

import iso3166

TARGET = Path(__file__).parent.parent / "casecheck" / "data" / "countries.bin"
Ring = list[tuple[int, int]]

UNCODED = {"Somaliland": "SOM", "Kosovo": "XKX", "N. Cyprus": "CYP"}  # the code under which their cases are filed

NAMES = {
    "ALA": "the Åland Islands", "ARE": "the United Arab Emirates", "ATF": "the French Southern Territories",
    "ATG": "Antigua and Barbuda", "BHS": "the Bahamas", "BIH": "Bosnia and Herzegovina", "BLM": "Saint Barthélemy",
    "CAF": "the Central African Republic", "COD": "the Democratic Republic of the Congo",
    "COG": "the Republic of the Congo", "COK": "the Cook Islands", "COM": "the Comoros", "CYM": "the Cayman Islands",
    "CYP": "Cyprus", "DOM": "the Dominican Republic", "FLK": "the Falkland Islands", "FRO": "the Faroe Islands",
    "GBR": "the United Kingdom", "GMB": "the Gambia", "GNQ": "Equatorial Guinea",
    "HMD": "Heard Island and McDonald Islands", "IMN": "the Isle of Man", "IOT": "the British Indian Ocean Territory",
    "KNA": "Saint Kitts and Nevis", "MAC": "Macao", "MAF": "Saint Martin", "MDV": "the Maldives",
    "MHL": "the Marshall Islands", "MKD": "North Macedonia", "MNP": "the Northern Mariana Islands",
    "NLD": "the Netherlands", "PCN": "the Pitcairn Islands", "PHL": "the Philippines", "PYF": "French Polynesia",
    "SGS": "South Georgia and the South Sandwich Islands", "SLB": "the Solomon Islands",
    "SPM": "Saint Pierre and Miquelon", "SSD": "South Sudan", "SWZ": "Eswatini", "SYC": "the Seychelles",
    "STP": "São Tomé and Príncipe", "TCA": "the Turks and Caicos Islands", "TUR": "Türkiye", "USA": "the United States",
    "VAT": "the Vatican", "VCT": "Saint Vincent and the Grenadines", "VGB": "the British Virgin Islands",
    "VIR": "the U.S. Virgin Islands", "WLF": "Wallis and Futuna", "ESH": "Western Sahara",
}  # fmt: skip

# Places that a case may file under either code.
ALSO = {
    "AUS": ("HMD", "NFK"),
    "CHN": ("HKG", "MAC", "TWN"),
    "DNK": ("FRO", "GRL"),
    "ESH": ("MAR",),
    "FIN": ("ALA",),
    "FRA": ("ATF", "BLM", "MAF", "NCL", "PYF", "SPM", "WLF"),
    "GBR": ("AIA", "BMU", "CYM", "FLK", "GGY", "IMN", "IOT", "JEY", "MSR", "PCN", "SGS", "SHN", "TCA", "VGB"),
    "MAR": ("ESH",),
    "NLD": ("ABW", "CUW", "SXM"),
    "NZL": ("COK", "NIU"),
    "SRB": ("XKX",),
    "USA": ("ASM", "GUM", "MNP", "PRI", "VIR"),
}

# The part of one country's outline, told by a point in it (longitude, latitude), that another country holds too.
SHARED = (("RUS", "UKR", 34.1, 45.0),)  # Crimea


def main() -> None:
    """Read the TopoJSON that the command line names, and write the data file."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("topology", type=Path)
    topology = json.loads(parser.parse_args().topology.read_text("utf-8"))
    countries = outlines(topology)
    for owner, other, longitude, latitude in SHARED:
        part = next(ring for ring in countries[owner][1] if holds(ring, longitude * 100, latitude * 100))
        countries[other][1].append(part)
    index, blocks, start = {}, [], 0
    for code, (name, rings) in sorted(countries.items()):
        block = zlib.compress(packed(rings), 9)
        xs, ys = zip(*(point for ring in rings for point in ring), strict=True)
        box = [min(xs), min(ys), max(xs), max(ys)]
        index[code] = {"name": name, "also": ALSO.get(code, ()), "box": box, "start": start, "size": len(block)}
        blocks.append(block)
        start += len(block)
    line = json.dumps(index, ensure_ascii=False, separators=(",", ":")).encode() + b"\n"
    TARGET.write_bytes(line + b"".join(blocks))
    print(f"{TARGET}: {TARGET.stat().st_size:,} bytes, {len(index)} countries")


def outlines(topology: dict[str, Any]) -> dict[str, tuple[str, list[Ring]]]:
    """Name and rings of every country that has a code."""
    codes = {country.numeric: country.alpha3 for country in iso3166.countries}
    arcs = [list(accumulate(map(tuple, arc), lambda a, b: (a[0] + b[0], a[1] + b[1]))) for arc in topology["arcs"]]
    arcs = [[degrees(point, topology["transform"]) for point in arc] for arc in arcs]
    countries: dict[str, tuple[str, list[Ring]]] = {}
    for geometry in topology["objects"]["countries"]["geometries"]:
        plain = geometry["properties"]["name"]
        code = codes.get(geometry.get("id"), UNCODED.get(plain, ""))
        if code in {"", "ATA"}:  # Antarctica's ring goes around the pole, and nobody builds cities there
            continue
        polygons = [geometry["arcs"]] if geometry["type"] == "Polygon" else geometry["arcs"]
        rings = [stitched(ring, arcs) for polygon in polygons for ring in polygon]
        name, known = countries.get(code, (NAMES.get(code, plain), []))
        countries[code] = name, known + [ring for ring in rings if len(ring) > 2]
    return countries


def degrees(point: tuple[int, int], transform: dict[str, Any]) -> tuple[int, int]:
    """A quantised point of a topology in hundredths of a degree."""
    (x, y), (width, height), (west, south) = point, transform["scale"], transform["translate"]
    return round((x * width + west) * 100), round((y * height + south) * 100)


def stitched(indexes: list[int], arcs: list[Ring]) -> Ring:
    """A ring from its arcs (a negative index is an arc run backwards), each point once, open at the end.

    One that crosses the 180th meridian goes on beyond it, to 181 degrees and so on.
    """
    points = [point for index in indexes for point in (arcs[index] if index >= 0 else arcs[~index][::-1])]
    ring, turn = points[:1], 0
    for (before, _), (x, y) in pairwise(points):
        turn += 36_000 * ((before - x > 18_000) - (x - before > 18_000))
        if ring[-1] != (x + turn, y):
            ring.append((x + turn, y))
    return ring[:-1] if ring[0] == ring[-1] else ring


def holds(ring: Ring, x: float, y: float) -> bool:
    """Whether a point lies within a ring."""
    inside = False
    for (x1, y1), (x2, y2) in pairwise([*ring, ring[0]]):
        if (y1 > y) != (y2 > y) and x < (x2 - x1) * (y - y1) / (y2 - y1) + x1:
            inside = not inside
    return inside


def packed(rings: list[Ring]) -> bytes:
    """Rings as 16-bit integers, see above."""
    numbers = array("h", [number for ring in rings for number in steps(ring)])
    if sys.byteorder == "big":
        numbers.byteswap()
    return numbers.tobytes()


def steps(ring: Ring) -> Iterator[int]:
    """The number of a ring's points, and the steps between them; the first step starts at 0, 0."""
    yield len(ring)
    for axis in (0, 1):
        yield ring[0][axis]
        yield from (after[axis] - before[axis] for before, after in pairwise(ring))


if __name__ == "__main__":
    main()
