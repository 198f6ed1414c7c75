"""What stands in the round brackets of a link or a picture, read as it was meant."""

import re
from dataclasses import dataclass, replace

PICTURE_FILE = re.compile(r"\.(?:jpe?g|png|webp|gif|svg|avif|tiff?|bmp|heic)$", re.IGNORECASE)
FILE = re.compile(r"\.(?:pdf|geojson|json|md|html?|docx?|xlsx?|pptx?|csv|zip|kml|mp4)$", re.IGNORECASE)
WEB = re.compile(r"(?:https?:\s?/|mailto:|www\.)\S", re.IGNORECASE)
BROKEN_UP = re.compile(r"\s\S*[/.%=&?#]\S")  # what follows the blank is more of the address, not a title
BLANKS_IN_SCHEME = re.compile(r"(?<=:)\s?/\s?/\s?")
LOCAL = re.compile(r"\.\.?/[\w(.]")
HOST = re.compile(r"(?:[a-z0-9-]{1,63}\.){1,5}(?:com|org|net|edu|gov|int|info|io)(?:/\S*)?$", re.IGNORECASE)

DOUBLE = '"“”„‟«»'
ANY_QUOTE = DOUBLE + "'‘’‚"
SPECIAL_BLANK = re.compile(r"[\u00a0\u2000-\u200b\u202f\u205f\u2060\u3000\ufeff]")
IN_HTML = re.compile(  # what other languages have behind an address: `target="_blank"`, `{width=300}`, `=300x200`
    r"(?:\s|\{)[\s{:]*+(?:(?:target|rel|class|id|style|title|alt|width|height|download)\s*+=\s*+[\w\"'“”‘’]|=\d).*",
    re.DOTALL | re.IGNORECASE,
)
BLANK_IN_HOST = re.compile(r"https?://[^/?#\s]*\s", re.IGNORECASE)
IN_QUOTES = re.compile(rf"[{ANY_QUOTE}](?P<address>[^{ANY_QUOTE}]+)[{ANY_QUOTE}]")
LINK_INSIDE = re.compile(r"!?\[[^\[\]]*\]\((?P<address>[^()\s]+)\)")
STRAY_QUOTE = re.compile(rf"(?:^|(?<=/))[{ANY_QUOTE}]|[{ANY_QUOTE}](?=\.\w+$|$)")
# A title begins at the first double quotation mark, or at a single one behind a blank or a file's extension.
TITLE = re.compile(rf"[{DOUBLE}]|(?:(?<=\s)|(?<=\.\w\w\w)|(?<=\.\w\w\w\w))['‘’‚]")


@dataclass(frozen=True, slots=True)
class Destination:
    """An address, perhaps with a title, and what is wrong with how it is written, as the end of a sentence."""

    address: str
    title: str | None = None
    reason: str = ""


def is_address(text: str, *, picture: bool = False) -> bool:
    """Whether a text is certainly the address of a page or a file, or, if `picture`, of a picture."""
    if not text or "\n" in text:
        return False
    path = text.partition("?")[0].partition("#")[0]
    if PICTURE_FILE.search(path) or WEB.match(text) or LOCAL.match(text):
        return True
    return not picture and bool(FILE.search(path) or HOST.match(text))


def as_markdown(text: str, destination: Destination, *, picture: bool) -> str:
    """A link or a picture as it is written in Markdown."""
    address, title = re.sub(f"[<>{DOUBLE}]", "", destination.address), destination.title
    if re.search(r"\s", address) or address.count("(") != address.count(")"):
        address = f"<{address}>"
    caption = "" if title is None else ' "' + re.sub(f"[{DOUBLE}]", "'", " ".join(title.split())) + '"'
    if text.count("[") != text.count("]"):
        text = re.sub(r"[\[\]]", "", text)
    return f"{'!' if picture else ''}[{' '.join(text.split())}]({address}{caption})"


def read(written: str) -> Destination:
    """What was meant by the text between round brackets."""
    text = written.strip()
    if inside := LINK_INSIDE.fullmatch(text):
        return Destination(inside["address"], None, "its address is a link itself")
    if text.startswith("("):
        inner = text[1:-1] if text.endswith(")") and text.count("(") == text.count(")") else text[1:]
        return Destination(inner.strip(), None, "there are two round brackets where one is right")
    foreign = IN_HTML.search(text, 1)
    if foreign and is_address(text[: foreign.start()].partition(" ")[0]):
        found = read(text[: foreign.start()])
        return replace(found, reason=f"'{' '.join(foreign[0].split())[:40]}' is no Markdown")
    if quoted := IN_QUOTES.fullmatch(text):
        return Destination(quoted["address"].strip(), None, "its address stands in quotation marks")
    title = TITLE.search(text, 1)
    if title and text[: title.start()].strip(ANY_QUOTE + " "):
        return _titled(text[: title.start()], text[title.start() :])
    return _untitled(text)


def _titled(before: str, quoted: str) -> Destination:
    """What was meant by an address and a title that begins with a quotation mark."""
    written, title = before.strip(), quoted.strip(ANY_QUOTE + " \t\n")
    in_angles = written.startswith("<") and written.endswith(">")
    address = written[1:-1] if in_angles else STRAY_QUOTE.sub("", written)
    if not title:
        return Destination(address, None, "there is a quotation mark behind its address")
    if SPECIAL_BLANK.search(before[len(before.rstrip()) :]):
        reason = "the blank before its caption is a special one (a no-break space), which looks like any other"
        return Destination(address, title, reason)
    if re.search(r"\s", address) and not in_angles:
        return Destination(address, title, "there is a blank in its address")
    return Destination(address, title, _fault_in_title(quoted, title, attached=before == written))


def _fault_in_title(quoted: str, title: str, *, attached: bool) -> str:
    if quoted[-1] not in ANY_QUOTE:
        return "the quotation mark behind its caption is missing"
    if quoted[0] not in "\"'" or quoted[-1] not in "\"'":
        return "the quotation marks around its caption are curved and not straight"
    if attached:
        return "there is no blank before its caption"
    return "there are quotation marks inside of its caption" if re.search(f"[{DOUBLE}]", title) else ""


def _untitled(text: str) -> Destination:
    """What was meant by an address without a title in quotation marks."""
    if text.startswith("<") and text.endswith(">"):
        return Destination(text[1:-1])
    if text.startswith("<"):
        return Destination(text[1:], None, "there is an angle bracket on one side of its address")
    address = STRAY_QUOTE.sub("", text.replace("\\ ", " "))  # as command lines write a blank
    if WEB.match(address) and BROKEN_UP.search(address):
        return _broken_up(address)
    first, _, rest = address.partition(" ")
    if rest and is_address(first) and not PICTURE_FILE.search(address) and not FILE.search(address):
        return Destination(first, rest.strip(), "the caption behind its address has no quotation marks")
    if re.search(r"\s", address):
        return Destination(address, None, "there is a blank in its address")
    return Destination(address, None, "there is a quotation mark in its address" if address != text else "")


def _broken_up(address: str) -> Destination:
    """What was meant by an address on the web with blanks in it."""
    if BLANK_IN_HOST.match(address):
        return Destination(address, None, "there is a blank in the name of the website")
    whole = re.sub(r"\s+", "%20", BLANKS_IN_SCHEME.sub("//", address))
    return Destination(whole, None, "there is a blank in its address")
