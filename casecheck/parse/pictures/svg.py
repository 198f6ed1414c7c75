"""SVG: well-formed XML in the right namespace. Entities unfold up to a bound, nothing else is fetched."""

import re
from xml.parsers import expat

from casecheck.parse.pictures.header import DAMAGED, Header, broken

NAMESPACE = "http://www.w3.org/2000/svg"
MAX_BYTES = 20_000_000  # more of a drawing is not read
MAX_EXPANSION = 1_000_000  # characters that the drawing's own entities may unfold to
NOT_UTF_8 = "is not saved as UTF-8, so most browsers show nothing of it"
BYTE_ORDER_MARKS = (b"\xff\xfe", b"\xfe\xff")
LENGTH = re.compile(r"\s*(\d{1,9}(?:\.\d+)?)\s*(px|pt|pc|mm|cm|in|)\s*\Z")
PIXELS = {"": 1.0, "px": 1.0, "pt": 4 / 3, "pc": 16.0, "mm": 96 / 25.4, "cm": 96 / 2.54, "in": 96.0}


def read(data: bytes) -> Header:
    """The header of an SVG file; without a size where the drawing fits itself into any.

    Like browsers, this reads UTF-8, or UTF-16 with its mark, whatever encoding the drawing says it has.
    """
    if data.startswith(BYTE_ORDER_MARKS):
        data = data[: 2 * MAX_BYTES].decode("utf-16", "replace").encode()
    parser = expat.ParserCreate("utf-8", " ")
    drawing = _Drawing(parser, data.count(b"&"))
    try:
        parser.Parse(data[:MAX_BYTES], len(data) <= MAX_BYTES)
    except (expat.ExpatError, _UnknownEntityError):
        if _is_utf_8(data):
            return broken(DAMAGED)
        return Header(
            fault=NOT_UTF_8, remedy="Open it in a text or drawing editor and save it with the encoding UTF-8."
        )
    except _TooMuchError:
        fault = "defines abbreviations (entities) that unfold to far more than a drawing needs"
        return Header(fault=fault, remedy="Save the drawing again as a plain SVG.")
    if drawing.root != f"{NAMESPACE} svg":
        fault = "does not say that it is an SVG: its first tag lacks the xmlns"
        return Header(fault=fault, remedy=f'Let it begin with <svg xmlns="{NAMESPACE}" …')
    return Header(*_size(drawing.attributes))


def _is_utf_8(data: bytes) -> bool:
    try:
        data.decode()
    except UnicodeDecodeError:
        return False
    return True


class _UnknownEntityError(Exception):
    """The drawing uses an abbreviation that only a file elsewhere could explain. Only an exception stops expat."""


class _TooMuchError(Exception):
    """Entities unfold beyond the bound. Only an exception stops expat."""


class _Drawing:
    """The root element of a drawing, as expat meets it."""

    def __init__(self, parser: expat.XMLParserType, uses: int) -> None:
        self.root = ""
        self.attributes: dict[str, str] = {}
        self._parser = parser
        self._uses = uses
        self._expansion = 0
        self._parameters = False
        parser.StartElementHandler = self._element
        parser.EntityDeclHandler = self._entity
        parser.SkippedEntityHandler = self._skipped

    def _element(self, name: str, attributes: dict[str, str]) -> None:
        self.root, self.attributes = name, attributes
        self._parser.StartElementHandler = None

    def _entity(self, _name: str, is_parameter: bool, value: str | None, *_rest: str | None) -> None:
        self._parameters = self._parameters or is_parameter
        self._expansion += len(value or "") * self._uses
        if "&" in (value or "") or self._expansion > MAX_EXPANSION:
            raise _TooMuchError

    def _skipped(self, _name: str, _is_parameter: bool) -> None:
        if not self._parameters:  # which expat skips, and which may explain others
            raise _UnknownEntityError


def _size(attributes: dict[str, str]) -> tuple[int | None, int | None]:
    """Width and height in CSS pixels, from the attributes of these names or else from the box that is shown."""
    sides = _lengths(attributes.get("width", ""), attributes.get("height", ""))
    box = attributes.get("viewBox", "").replace(",", " ").split()
    return sides or (_lengths(*box[2:]) if len(box) == 4 else None) or (None, None)


def _lengths(width: str, height: str) -> tuple[int, int] | None:
    """Two lengths in pixels; None where one depends on the page ("100%", "auto") or says nothing."""
    across, down = LENGTH.match(width), LENGTH.match(height)
    if not (across and down):
        return None
    return round(float(across[1]) * PIXELS[across[2]]), round(float(down[1]) * PIXELS[down[2]])
