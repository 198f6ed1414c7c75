"""JSON text to plain values; where it is none, what it is instead and what to do, in plain words."""

import json
import re
from dataclasses import dataclass
from typing import Any, NamedTuple

from casecheck.finding import quoted
from casecheck.parse.json_positions import STRING
from casecheck.source import Span


class SyntaxFault(NamedTuple):
    """Why a text is not JSON: a sentence, its place, and what to do."""

    message: str
    span: Span
    help: str


@dataclass(frozen=True, slots=True)
class Json:
    """A JSON text, read. `value` means nothing where there is a `fault`; `repeats` is True where a key stands twice."""

    value: Any = None
    fault: SyntaxFault | None = None
    repeats: bool = False


class _NoNumberError(ValueError):
    """NaN or Infinity, which Python reads as numbers and JSON does not know."""


def read(text: str) -> Json:
    """The value of a JSON text as RFC 8259 has it, or why it has none."""
    repeats: list[bool] = []

    def to_object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        value = dict(pairs)
        if len(value) != len(pairs):
            repeats.append(True)
        return value

    def refuse(_: str) -> None:
        raise _NoNumberError

    try:
        try:
            value = json.loads(text, object_pairs_hook=to_object, parse_constant=refuse)
        except (json.JSONDecodeError, _NoNumberError):
            raise
        except ValueError:  # an integer of more digits than Python converts
            value = json.loads(text, object_pairs_hook=to_object, parse_constant=refuse, parse_int=float)
    except json.JSONDecodeError as error:
        return Json(fault=diagnose(text, error.pos, error.msg))
    except _NoNumberError:
        return Json(fault=_no_number(text))
    except RecursionError:
        message = "The lists and objects in this file are nested far too deeply to be a map."
        return Json(fault=SyntaxFault(message, Span(0, 1), EXPORT_AGAIN))
    return Json(value, repeats=bool(repeats))


LONGEST_SHOWN = 40  # characters of what is no GeoJSON
KEEP_ONE = "Keep one of the two versions, and remove the lines of '<<<<<<<', '=======' and '>>>>>>>'."
EXPORT_AGAIN = "Export the map again as GeoJSON, for example from geojson.io."

FOREIGN = (
    (r"version https://git-lfs", "This is a Git LFS pointer, not the map itself.",
     "Fetch the real file with 'git lfs pull', or add the file itself to the folder."),
    (r"<{7}", "A merge conflict is left in this file.", KEEP_ONE),
    (r"(?i)<(?:!doctype html|html|head|body)", "This is a web page, not a map.",
     "Download the file itself: on GitHub with the button 'Download raw file', elsewhere with 'Save link as'."),
    (r"(?is)(?:<\?xml.{0,400}?)?<kml", "This is a KML file, not GeoJSON.",
     "Open it in geojson.io and save it as GeoJSON; another name does not change what is inside."),
    (r"(?is)(?:<\?xml.{0,400}?)?<gpx", "This is a GPX file, not GeoJSON.",
     "Open it in geojson.io and save it as GeoJSON; another name does not change what is inside."),
    (r"<", "This file holds XML or HTML, not GeoJSON.", EXPORT_AGAIN),
    (r"PK[\x03\x05]", "This is a ZIP archive (perhaps a KMZ file or a zipped shapefile), not GeoJSON.",
     "Unpack it, open the map in geojson.io or mapshaper.org, and save it as GeoJSON."),
    (r"\x1f", "This is a compressed file, not GeoJSON.", "Unpack it, and add the file that is inside."),
    (r"\0\0'\n", "This is a shapefile, not GeoJSON.",
     "Open it in mapshaper.org together with its other parts, and export it as GeoJSON."),
    (r"SQLite format", "This is a database (perhaps a GeoPackage), not GeoJSON.",
     "Export the layer as GeoJSON from the program that wrote it."),
    (r"(?i)(?:SRID=\d+;)?(?:MULTI)?(?:POINT|LINESTRING|POLYGON)\s*Z?\s*\(",
     "This is well-known text (WKT), not GeoJSON.", "Paste it into geojson.io (Open, WKT), and save it as GeoJSON."),
    (r"---\s*\n", "This is YAML or Markdown, not GeoJSON.", "Check that the right file has this name."),
    (r"(?:var|let|const|export|module)\b|[A-Za-z_$][\w$.]{0,80}\s*[(=]", "This is a JavaScript file, not GeoJSON.",
     "Keep only the object itself, from the first { to the last }."),
)  # fmt: skip


def diagnose(text: str, at: int, complaint: str) -> SyntaxFault:
    """What is wrong with a text that `json` refused at an offset, with the words of `complaint`."""
    start = len(text) - len(text.lstrip(" \t\r\n"))
    if start == len(text):
        return SyntaxFault("The file is empty.", Span(0, 0), EXPORT_AGAIN)
    for pattern, message, advice in FOREIGN:
        if re.compile(pattern).match(text, start):
            return SyntaxFault(message, Span(start, start + 1), advice)
    if "\0" in text[:200]:
        message = "This file does not hold text; perhaps it was saved as UTF-16, or is another kind of file."
        return SyntaxFault(message, Span(0, 1), "Save it as UTF-8 text, or export the map again as GeoJSON.")
    if text[start] not in '{["' and at == start and complaint.startswith("Expecting value"):
        slip = _odd_sign(text, at)
        opening = text[start : start + LONGEST_SHOWN].partition("\n")[0]
        message = f"This is no GeoJSON: it begins with {quoted(opening)}."
        return slip or SyntaxFault(message, Span(start, start + 1), EXPORT_AGAIN)
    return _slip(text, at, complaint)


def _slip(text: str, at: int, complaint: str) -> SyntaxFault:
    """What is wrong with a text that looks like JSON, but for one slip."""
    span = Span(at, at + 1)
    if _is_cut(text, at, complaint):
        return _cut_short(text)
    for start, message, advice in COMPLAINTS:
        if complaint.startswith(start):
            return SyntaxFault(message, span, advice)
    return _stray_comma(text, at, complaint) or _odd_sign(text, at) or _gap(text[at], span, complaint)


COMPLAINTS = (
    ("Unterminated string", "A text that opens here is never closed.", "Close it with another quotation mark."),
    ("Invalid control", "A text in quotation marks runs over a line end or a tab.", "Keep it on one line."),
    ("Invalid \\", "A backslash stands in a text and means nothing there.", "Write two of them: \\\\."),
    ("Extra data", "More text follows where the map has already ended.",
     "Remove it; if it is a second map, put the features of both into one FeatureCollection."),
)  # fmt: skip


def _is_cut(text: str, at: int, complaint: str) -> bool:
    """Whether a text ends where something should follow, or amid a text, a number or a word."""
    if complaint.startswith("Extra data"):
        return False
    if complaint.startswith("Unterminated string"):
        return text.rstrip()[-1] not in "]}"  # else the map goes on to its end, and but a quotation mark is missing
    return REST.match(text, at) is not None


REST = re.compile(r"\\?[\w.+-]{0,40}\s*\Z")


def _stray_comma(text: str, at: int, complaint: str) -> SyntaxFault | None:
    """A comma where no value follows; since Python 3.13, `json` points at that comma itself."""
    before = text[:at].rstrip()
    comma = at if complaint.startswith("Illegal trailing comma") else len(before) - 1
    if comma < 0 or text[comma] != ",":
        return None
    behind = text[comma + 1 :].lstrip()[:1]
    if behind == ",":
        return SyntaxFault("Two commas stand one after the other.", Span(at, at + 1), "Remove one of them.")
    if behind in {"]", "}"}:
        return SyntaxFault("A comma stands before a closing bracket.", Span(comma, comma + 1), "Remove the comma.")
    return None


WORDS = re.compile(r"None|True|False|undefined|[Nn]ull|NULL|TRUE|FALSE")
NUMBERS = re.compile(r"[+.]\d[\d.]*+|0\d++")
HALF_NUMBERS = re.compile(r"-?\d++(?:\.(?!\d)|x[0-9a-f]*+)", re.IGNORECASE)
MOST_DIGITS = 40  # looked at before a slip
NUMBERS_HELP = (
    "Write numbers like 0.5, 40.7 or -73.9: no plus sign, no zero before other digits, no point without a digit."
)


def _odd_sign(text: str, at: int) -> SyntaxFault | None:
    """Something that other languages write and JSON does not."""
    span = Span(at, at + 1)
    if text.startswith(("<<<<<<<", "=======", ">>>>>>>"), at):
        return SyntaxFault("A merge conflict is left in this file.", span, KEEP_ONE)
    if text.startswith(("//", "/*", "#"), at):
        return SyntaxFault("A comment stands here; JSON knows none.", span, "Remove it.")
    if text[at] in "'‘’“”`":
        return SyntaxFault(
            f"JSON writes texts in straight double quotation marks, not in {text[at]}.", span, "Use straight ones."
        )
    if word := WORDS.match(text, at):
        advice = "Write null, true or false, in small letters and without quotation marks."
        return SyntaxFault(f"JSON does not know '{word[0]}'.", Span(*word.span()), advice)
    for pattern, message, advice in SIGNS:
        if found := re.compile(pattern).match(text, at):
            return SyntaxFault(message.format(found[0]), Span(*found.span()), advice)
    return _odd_number(text, at)


SIGNS = (
    (r"[−–—](?=\s*\d)", "A dash stands here instead of a minus sign: '{}'.",
     "Write the hyphen of the keyboard: -73.9."),
    (r"-(?=[\s,\]])", "A minus sign stands here without a number.", "Write it right before its digits: -73.9."),
    (r"[°º′″]", "The sign '{}' stands here; JSON writes numbers without their units.",
     "Write degrees as one decimal number: -73.99."),
    (r"\(", "JSON writes lists in square brackets, not in round ones.", "Write [ and ]."),
    (r"[^\S \t\n\r]|[\x00-\x08\x0e-\x1f\u200b-\u200f\u2060\ufeff]",
     "An invisible sign stands here that JSON does not know.",
     "Remove it; between values, only plain blanks and line ends may stand."),
)  # fmt: skip


def _odd_number(text: str, at: int) -> SyntaxFault | None:
    """A number in another form than JSON's; the complaint may come from amid it."""
    if number := NUMBERS.match(text, at - (text[max(at - 1, 0) : at] == "0")):
        return SyntaxFault(f"'{number[0][:40]}' is not how JSON writes a number.", Span(*number.span()), NUMBERS_HELP)
    digits = re.search(r"-?\d+\Z", text[max(at - MOST_DIGITS, 0) : at])
    number = HALF_NUMBERS.match(text, at - len(digits[0])) if digits else None
    if number:
        return SyntaxFault(f"'{number[0][:40]}' is not how JSON writes a number.", Span(*number.span()), NUMBERS_HELP)
    return None


def _gap(here: str, span: Span, complaint: str) -> SyntaxFault:
    """Something that is missing before the character at a place."""
    shown = here if here.isprintable() else ascii(here)[1:-1]
    if complaint.startswith("Expecting ',' delimiter"):
        message = f"A comma or a closing bracket is missing before '{shown}'."
        return SyntaxFault(message, span, "Add the comma, or the bracket that closes the list.")
    if complaint.startswith("Expecting ':' delimiter"):
        return SyntaxFault(f"A colon is missing before '{shown}'.", span, 'Write "name": value.')
    if complaint.startswith("Expecting property name"):
        return SyntaxFault(f"A name in quotation marks is missing before '{shown}'.", span, 'Write "name": value.')
    return SyntaxFault(f"A value is missing before '{shown}'.", span, "Write the value, or remove what asks for it.")


def _cut_short(text: str) -> SyntaxFault:
    """What is wrong with a text that ends too early."""
    end = len(text.rstrip()) - 1
    unquoted = re.sub(STRING, "", text, flags=re.DOTALL)
    missing = sum(map(unquoted.count, "[{")) - sum(map(unquoted.count, "]}"))
    count = f"; {missing} closing bracket{'s are' if missing > 1 else ' is'} missing" if missing > 0 else ""
    return SyntaxFault(f"The file ends too early{count}.", Span(end, end + 1), EXPORT_AGAIN)


def _no_number(text: str) -> SyntaxFault:
    """Where a text says NaN or Infinity outside of quotation marks."""
    for token in re.finditer(rf"{STRING}|-?(?:NaN|Infinity)", text, re.DOTALL):
        if not token[0].startswith('"'):
            advice = "Write the real number, or remove the position."
            return SyntaxFault(f"'{token[0]}' is not a number.", Span(*token.span()), advice)
    return SyntaxFault("A number is missing.", Span(0, 1), EXPORT_AGAIN)
