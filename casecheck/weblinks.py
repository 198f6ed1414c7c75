"""Every web address in a document: links, pictures from elsewhere, bare addresses in text, front matter values."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import SplitResult, urlsplit

from casecheck.addresses import MAX_ADDRESS, broken
from casecheck.document import CaseDocument
from casecheck.parse.markdown import Prose, decode_entities
from casecheck.references import Match
from casecheck.source import Span

MOST_LINKS = 500  # of one document; a case has some sixty

WEB = re.compile(r"https?://", re.IGNORECASE)
BARE = re.compile(r"(?<![\w/.])https?://[^\s<]+", re.IGNORECASE)  # autolinks as GitHub's Markdown has them
AT_THE_END = "?!.,:;*_~'\""  # belongs to the sentence, not to the address
BEHIND = re.compile(
    rf"[*_~]*[{AT_THE_END})]*(?:[\s<]|\Z)"
)  # else Markdown made something else of a part of the address


@dataclass(frozen=True, slots=True)
class WebLink:
    """One mention of a web address: as the author wrote it, and without its fragment, as servers are asked for it."""

    written: str
    asked: str
    span: Span


def web_links(document: CaseDocument, *, allow_private: bool = False) -> tuple[WebLink, ...]:
    """The web addresses of a document, front matter first; those that are certainly miswritten are left out.

    So are, without `allow_private`, those that lead to the author's own computer or network.
    """
    found = sorted({(span, address) for span, address in _addresses(document) if _is_sound(address, allow_private)})
    return tuple(WebLink(address, address.partition("#")[0], span) for span, address in found[:MOST_LINKS])


def parts(address: str) -> SplitResult:
    """The parts of an address; all empty where it has none that can be told, as half a number in brackets."""
    try:
        return urlsplit(address)
    except ValueError:
        return SplitResult("", "", "", "", "")


def _addresses(document: CaseDocument) -> Iterator[tuple[Span, str]]:
    front_matter = document.front_matter
    for path in front_matter.entries:
        value = front_matter.at(path)
        if isinstance(value, str):
            yield front_matter.value_span(*path), value.strip()
    for reference in document.references:
        if reference.resolution.match is Match.REMOTE:
            yield reference.span, reference.target.strip()
    for prose in document.body.prose:
        yield from _bare(prose)


def _is_sound(address: str, allow_private: bool) -> bool:
    if not WEB.match(address) or len(address) > MAX_ADDRESS or re.search(r"\s", address):
        return False
    fault = broken(address)
    return fault is None or (fault.nearby and allow_private)


def _bare(prose: Prose) -> Iterator[tuple[Span, str]]:
    """Addresses that stand in the text as they are, and that most websites show as links."""
    for found in BARE.finditer(prose.plain):
        if BEHIND.match(prose.text, found.end()):
            end = found.start() + _length(found[0])
            yield prose.place(found.start(), end), decode_entities(prose.text[found.start() : end])


def _length(address: str) -> int:
    """The length of a bare address without the punctuation of its sentence, and a bracket that it did not open."""
    open_brackets = address.count("(") - address.count(")")
    end = len(address)
    while address[end - 1] in AT_THE_END or (address[end - 1] == ")" and open_brackets < 0):
        open_brackets += address[end - 1] == ")"
        end -= 1
    return end
