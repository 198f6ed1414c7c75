"""The latitude and longitude that an author meant, in whatever form they were written."""

import re
from collections.abc import Mapping
from typing import Any, NamedTuple

LONGEST = 200  # characters; nobody needs more for two numbers
LATITUDE, LONGITUDE = "latitude", "longitude"
AXES = {"n": LATITUDE, "s": LATITUDE, "e": LONGITUDE, "w": LONGITUDE}
NAMES = {
    **dict.fromkeys(("lat", "latitude", "y"), LATITUDE),
    **dict.fromkeys(("lon", "long", "lng", "longitude", "x"), LONGITUDE),
}

NUMBER = r"\d+(?:\.\d+)?"
SIDE = r"(?:north|south|east|west|[nsew])(?![^\W\d_])"
LABEL = r"(?:latitude|longitude|lat|long|lon|lng)(?![^\W\d_])\.?\s*[:=]?"
ANGLE = rf"""(?P<sign>[-+])?(?P<degrees>{NUMBER})\s*(?:[°º]|deg\b)?\s*
    (?:(?P<minutes>{NUMBER})\s*['′’]\s*)?(?:(?P<seconds>{NUMBER})\s*(?:["″”]|'')\s*)?"""
SPACED = rf"(?P<sign>[-+])?(?P<degrees>\d+)[ ](?P<minutes>{NUMBER})(?:[ ](?P<seconds>{NUMBER}))?\s*"
# A side stands behind its number, or else before it, never once so and once so.
FORMS = tuple(
    re.compile(pattern, re.VERBOSE | re.IGNORECASE)
    for pattern in (
        rf"(?:(?P<label>{LABEL})\s*)?{ANGLE}(?P<side>{SIDE})?",
        rf"(?P<label>)(?P<side>{SIDE})\s*{ANGLE}",
        rf"(?P<label>){SPACED}(?P<side>{SIDE})",
    )
)
BETWEEN = re.compile(r"[\s,;/|]*(?:and)?[\s,;/|]*", re.IGNORECASE)
MINUS = re.compile(r"(?<![\w.])[−–—](?=\d)")
DECIMAL_COMMA = re.compile(r"(?<=\d),(?=\d)")
HALF = re.compile(r"[-+]?\d+,\d+")  # two whole numbers, or one with a decimal comma
WELL_KNOWN_TEXT = re.compile(r"\s*POINT\s*\((?P<x>[^\s()]+) (?P<y>[^\s()]+)\)\s*", re.IGNORECASE)
LINK = re.compile(rf"https?://\S*@(?P<y>-?{NUMBER}),(?P<x>-?{NUMBER})\b")


LARGEST_HALF = 10**9  # of a number with a decimal comma
FEWEST_METRES = 10_000  # no slip with degrees alone gets there
METRES = "This looks like metres of a projection, or like degrees without their decimal point."


class Angle(NamedTuple):
    """Degrees, and the axis that they are on where that is said."""

    degrees: float
    axis: str | None = None


def pair(value: Any) -> list[float]:
    """Latitude and longitude in degrees; an empty list where what was meant is not plain."""
    angles: list[Angle] = []
    if isinstance(value, Mapping):
        angles = _of_mapping(value)
    elif isinstance(value, list) and value and all(isinstance(item, Mapping) for item in value):
        angles = _of_mapping({name: inner for item in value for name, inner in item.items()})
    elif isinstance(value, list):
        angles = _of_list(value)
    elif isinstance(value, str) and not HALF.fullmatch(value.strip()):
        angles = _of_text(value, 2)
    return _ordered(*angles) if len(angles) == 2 else []


def is_in_metres(value: list[float]) -> bool:
    """Whether numbers are far too large for degrees."""
    return max(map(abs, value)) >= FEWEST_METRES


def _of_mapping(value: Mapping[Any, Any]) -> list[Angle]:
    found = {NAMES.get(str(name).strip().lower()): _of_item(inner) for name, inner in value.items()}
    if len(value) != 2 or set(found) != {LATITUDE, LONGITUDE}:
        return []
    return [Angle(angle.degrees, axis) for axis, angles in found.items() for angle in angles]


def _of_list(value: list[Any]) -> list[Angle]:
    if len(value) == 1:
        return _of_list(value[0]) if isinstance(value[0], list) else _of_text(str(value[0]), 2)
    if len(value) == 3 and all(type(item) is float for item in value[:2]):  # the third one is a height, or a zoom
        value = value[:2]
    if halves := _halves(value):
        return halves
    each = [_of_item(item) for item in value]
    return [angle for angles in each for angle in angles] if all(each) else []


def _halves(value: list[Any]) -> list[Angle]:
    """Two numbers with decimal commas, which YAML takes for four; none where they may be anything else.

    YAML keeps neither a minus sign before 0 nor a 0 before other digits, and what is below 60 may be minutes.
    """
    if len(value) != 4 or any(type(item) is not int or item == 0 or abs(item) > LARGEST_HALF for item in value):
        return []
    whole, fractions = value[::2], value[1::2]
    if min(fractions) < 100 or len(str(fractions[0])) != len(str(fractions[1])):
        return []
    return [Angle(float(f"{degrees}.{fraction}")) for degrees, fraction in zip(whole, fractions, strict=True)]


def _of_item(value: Any) -> list[Angle]:
    if isinstance(value, str):
        return _of_text(value, 1)
    return [Angle(value)] if isinstance(value, int | float) and not isinstance(value, bool) else []


def _of_text(text: str, count: int) -> list[Angle]:
    """The so many angles that a text is made of; none where there is anything else in it."""
    if len(text) > LONGEST:
        return []
    if found := WELL_KNOWN_TEXT.fullmatch(text) or LINK.match(text):
        return [*_of_text(f"lat {found['y']}", 1), *_of_text(f"lon {found['x']}", 1)]
    text = MINUS.sub("-", text).strip(" \t()[]{}")
    readings = (_angles(written, form) for written in (text, DECIMAL_COMMA.sub(".", text)) for form in FORMS)
    return next((angles for angles in readings if len(angles) == count), [])


def _angles(text: str, form: re.Pattern[str]) -> list[Angle]:
    """All angles of a text in this form; none where something is left over."""
    angles: list[Angle] = []
    end = 0
    for found in form.finditer(text):
        is_apart = not angles or found.start() > end or text[end - 1].isspace() or found["side"] or found["label"]
        angle = _angle(found)
        if angle is None or not is_apart or not BETWEEN.fullmatch(text[end : found.start()]):
            return []
        angles.append(angle)
        end = found.end()
    return angles if BETWEEN.fullmatch(text[end:]) else []


def _angle(found: re.Match[str]) -> Angle | None:
    minutes, seconds = float(found["minutes"] or 0), float(found["seconds"] or 0)
    if minutes >= 60 or seconds >= 60:
        return None
    degrees: float = float(found["degrees"]) if "." in found["degrees"] else int(found["degrees"])
    if minutes or seconds:
        degrees = round(degrees + minutes / 60 + seconds / 3600, 6)
    side = (found["side"] or "").lower()[:1]
    label = NAMES.get(re.sub(r"[^a-z]", "", (found["label"] or "").lower()))
    return Angle(-degrees if found["sign"] == "-" or side in {"s", "w"} else degrees, AXES.get(side) or label)


def _ordered(first: Angle, second: Angle) -> list[float]:
    """Two angles as latitude and longitude: in the order written, unless they say otherwise."""
    if first.axis and first.axis == second.axis:
        return []
    is_turned = first.axis == LONGITUDE or second.axis == LATITUDE
    is_unsaid = first.axis is second.axis is None
    latitude, longitude = (second, first) if is_turned or (is_unsaid and abs(first.degrees) > 90) else (first, second)
    is_possible = abs(latitude.degrees) <= 90 and abs(longitude.degrees) <= 180
    return [latitude.degrees, longitude.degrees] if is_possible else []
