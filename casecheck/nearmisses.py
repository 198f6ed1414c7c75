"""Links and pictures that are nearly right: Markdown shows them as text, or leads them nowhere.

Two kinds. What Markdown does not see at all stands in the prose (see nearmisses_in_prose), among raw HTML or in code.
And what Markdown does see, but with a part of the markup in the address. In both, something that is certainly an
address must be in the brackets: `[1] (see below)` is nothing but text.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import replace
from itertools import islice

from casecheck.addresses import broken
from casecheck.casefolder import CaseFolder
from casecheck.destinations import (
    BLANK_IN_HOST,
    DOUBLE,
    IN_HTML,
    PICTURE_FILE,
    SPECIAL_BLANK,
    Destination,
    as_markdown,
    is_address,
    read,
)
from casecheck.finding import in_full, quoted
from casecheck.nearmisses_around import around
from casecheck.nearmisses_in_prose import NearMiss, in_prose
from casecheck.parse.markdown import Body, Image, Link, Node, blanked, parse, walk
from casecheck.parse.markdown_html import parts
from casecheck.references import Match, as_address, resolve
from casecheck.source import Source, Span

MAX_CANDIDATES = 1_000  # in a document; one with more is no case, and each is looked at closely
COMPLETE = re.compile(r"(?P<bang>!?)\[[^\[\]\n]{0,400}\]\((?P<address>[^()\s]{1,400})(?:[ \t]+\"[^\"\n]{0,400}\")?\)")
DEFINITION = re.compile(
    r"^ {0,3}(?P<whole>\[(?P<text>[^\[\]\n^/][^\[\]\n]{0,399})\]:[ \t]{1,9}<?(?P<address>[^\s<>]{4,1500})>?"
    r"(?:[ \t]{1,9}[\"'(](?P<title>[^\n]{0,400})[\"')])?)[ \t]{0,9}$",
    re.MULTILINE,
)
EXCLAMATION_MARK = re.compile(r"(?:^|(?<=\n))(?P<mark>![ \t]{1,2})$")
CAPTION = re.compile(r"\s[\"'(][^\"'()]+(?:\([^()]*\)[^\"'()]*)?[\"')]\)$")
SPLIT_CAPTION = re.compile(
    r"(?P<bang>!?)\[(?P<text>[^\[\]\n]{0,400})\]\((?P<address>[^()\s]{1,400})[ \t]+\"(?P<title>[^\"]{1,800})\"\)"
)
IN_BRACKETS = re.compile(r"[\s>]*[\"'(](?P<title>.*)[\"')]\s*\)", re.DOTALL)  # the title, behind the address
VERBATIM = re.compile(r"<(?:script|style|textarea|pre|code)\b", re.IGNORECASE)
PICTURE = "'![what can be seen](./file.jpg \"Caption (Who made it)\")'"
LINK_TO_A_PAGE = "'[text](https://…)'"


def find(body: Body, source: Source) -> Iterator[NearMiss]:
    """The near misses of a body."""
    for miss in islice(_candidates(body, source), MAX_CANDIDATES):
        yield miss if _is_right(miss) else replace(miss, instead="")


def mend(miss: NearMiss, folder: CaseFolder) -> str:
    """What to write instead of a near miss; where the file that it names is not there, this too."""
    if BLANK_IN_HOST.match(miss.address):
        return f"The name of a website has no blank in it. Take the blank out of {quoted(miss.address)}, and try it."
    if not miss.instead:
        return f"Write it as {PICTURE if miss.picture else LINK_TO_A_PAGE}."
    address = re.sub(f"[<>{DOUBLE}]", "", miss.address)
    right, but = _right_address(address, folder)
    instead = miss.instead
    if right:
        written = f"](<{address}>" if f"](<{address}>" in instead else f"]({address}"
        instead = f"]({right}".join(instead.rsplit(written, 1))
    if miss.instead != miss.written and SPECIAL_BLANK.sub(" ", miss.written) == instead:
        return f"Delete the blank before the caption, and type it again: {in_full(instead)}.{but}"
    if miss.instead != miss.written:
        return f"Write {in_full(instead)}.{but}"
    apart = "Leave an empty line above and below it, and write it from the beginning of the line"
    return f"{apart}: {in_full(instead)}.{but}" if right else f"{apart}.{but}"


def _right_address(address: str, folder: CaseFolder) -> tuple[str | None, str]:
    """The right address in place of one, if it is another; and a sentence on the file that is not there."""
    found = resolve(address, folder)
    if found.match in {Match.CASE, Match.UNICODE, Match.RESERVED} and found.file:
        return as_address(found.file), f" The file is called {quoted(found.file)}."
    if found.match in {Match.MISSING, Match.OUTSIDE} and found.nearest:
        return as_address(found.nearest), f" (The folder has no {quoted(address)}, but {quoted(found.nearest)}.)"
    if fault := broken(address):
        return fault.meant, ""
    if found.match is Match.MISSING:
        return None, f" There is no {quoted(address)} in the folder yet: put the file there, too."
    return None, ""


def _is_right(miss: NearMiss) -> bool:
    """Whether what to write instead is a link or a picture, and no near miss itself."""
    if BLANK_IN_HOST.match(miss.address) or IN_HTML.search(miss.address):
        return False
    source = Source("", miss.instead)
    body = parse(source, 0)
    found = body.images if miss.picture else body.links
    whole = any(part.span == (0, len(miss.instead)) for part in found)
    return whole and next(_candidates(body, source), None) is None


def _candidates(body: Body, source: Source) -> Iterator[NearMiss]:
    candidates = 0
    for part in body.prose:
        brackets = part.plain.count("[") + part.plain.count("](") + part.plain.count("!(") + part.text.count("\\[")
        candidates += brackets
        if brackets and candidates <= MAX_CANDIDATES:
            yield from (_with_whole_caption(miss, source) for miss in in_prose(part))
    yield from around(body.prose)
    for image in body.images:
        if not image.html and (miss := _image(image, source)):
            yield miss
    for link in body.links:
        if link.kind == "inline" and (miss := _link(link, source)):
            yield miss
    if "]:" in source.text:
        yield from _unused(body, source)
    yield from _in_blocks(body, source)


def _in_blocks(body: Body, source: Source) -> Iterator[NearMiss]:
    """What stands in blocks where Markdown does not look for links and pictures."""
    for node in walk(body.blocks):
        if node.type == "block_html" and "](" in node.text:
            yield from _in_html(node, source)
        if node.type == "block_code" and node.attrs.get("style") == "indent" and "](" in node.text:
            yield from _indented(node, source)


def _image(image: Image, source: Source) -> NearMiss | None:
    """A picture with its caption or a quotation mark in its address."""
    meant = _meant(image.address, image.address_span, source)
    if meant is None or not is_address(meant.address, picture=True):
        return None
    meant = replace(meant, title=meant.title if image.title is None else image.title)
    instead = as_markdown(image.alt, meant, picture=True)
    return NearMiss(True, image.span, source[image.span], meant.reason, instead, meant.address)


def _link(link: Link, source: Source) -> NearMiss | None:
    """A link with more than its address between the brackets, or one that is meant to be a picture."""
    meant = _meant(link.address, link.address_span, source)
    to = meant or Destination(link.address, _title(link, source))
    apart = EXCLAMATION_MARK.search(source.text, max(0, link.span.start - 3), link.span.start)
    if PICTURE_FILE.search(to.address) and link.text.startswith("!"):
        instead = as_markdown(link.text[1:], to, picture=True)
        reason = "its exclamation mark stands inside of the brackets"
        return NearMiss(True, link.span, source[link.span], reason, instead, to.address)
    if PICTURE_FILE.search(to.address) and apart:
        span = Span(apart.start("mark"), link.span.end)
        instead = as_markdown(source[link.text_span], to, picture=True)
        return NearMiss(True, span, source[span], "there is a blank behind its exclamation mark", instead, to.address)
    if PICTURE_FILE.search(to.address) and _is_captioned_line(link, source):
        instead = f"!{source[link.span]}" if meant is None else as_markdown(source[link.text_span], to, picture=True)
        reason = "there is no exclamation mark before it"
        return NearMiss(True, link.span, source[link.span], reason, instead, to.address, sure=False)
    if meant is None or not is_address(meant.address):
        return None
    instead = as_markdown(source[link.text_span], meant, picture=False)
    return NearMiss(False, link.span, source[link.span], meant.reason, instead, meant.address)


def _title(link: Link, source: Source) -> str | None:
    found = IN_BRACKETS.fullmatch(source.text, link.address_span.end, link.span.end)
    return found["title"] if found and link.kind == "inline" else None


def _with_whole_caption(miss: NearMiss, source: Source) -> NearMiss:
    """A near miss that an empty line in its caption cut into two paragraphs, with all of its caption."""
    found = SPLIT_CAPTION.match(source.text, miss.span.start)
    if not found or found.end() <= miss.span.end or not re.search(r"\n[ \t]*\n", found["title"]):
        return miss
    meant = Destination(found["address"], found["title"], "there is an empty line inside of its caption")
    instead = as_markdown(found["text"], meant, picture=miss.picture)
    return replace(miss, span=Span(*found.span()), written=found[0], reason=meant.reason, instead=instead)


def _is_captioned_line(link: Link, source: Source) -> bool:
    """Whether a link fills its line and has a title, as only pictures do."""
    line = source.line(source.position(link.span.start).line).strip()
    return line == source[link.span] and bool(CAPTION.search(line))


def _meant(address: str, span: Span, source: Source) -> Destination | None:
    """What is meant by an address with brackets or quotation marks in it; None for a sound one."""
    suspect = address[:1] in "('‘[" or any(mark in address for mark in DOUBLE)
    if not address or not suspect or source.text[span.start - 1] == "<":
        return None
    meant = read(address)
    return meant if meant.reason else None


def _unused(body: Body, source: Source) -> Iterator[NearMiss]:
    """`[text]: address` alone on a line, which is not shown, and for which the text has no `[text]`."""
    starts = [block.span.start for block in body.blocks]
    used = {link.address_span.start for link in body.links} | {image.address_span.start for image in body.images}
    for found in DEFINITION.finditer(source.text, starts[0] if starts else 0):
        block = bisect_right(starts, found.start("whole")) - 1
        is_shown = block >= 0 and found.start("whole") < body.blocks[block].span.end
        address = found["address"]
        if is_shown or found.start("address") in used or PICTURE_FILE.search(address) or not is_address(address):
            continue
        label = found["text"]
        reason = f"readers do not see such a line: it only says where '[{label}]' leads, which stands nowhere"
        instead = as_markdown(label, Destination(address, found["title"]), picture=False)
        yield NearMiss(False, Span(*found.span("whole")), found["whole"], reason, instead, address, sure=False)


def _in_html(node: Node, source: Source) -> Iterator[NearMiss]:
    """Links and pictures on the lines of raw HTML, where Markdown does not work."""
    html = source[node.span]
    if VERBATIM.search(html):
        return
    html = blanked(html, [(part.start, part.end) for part in parts(html)])
    for found in COMPLETE.finditer(html):
        picture = bool(found["bang"])
        if is_address(found["address"], picture=picture):
            span = Span(node.span.start + found.start(), node.span.start + found.end())
            reason = "it stands among raw HTML or behind a comment, where Markdown does not work"
            yield NearMiss(picture, span, found[0], reason, found[0], found["address"])


def _indented(node: Node, source: Source) -> Iterator[NearMiss]:
    """Pictures that their indentation turned into code, each alone on its line."""
    for line in re.finditer(r"[^\n]+", source[node.span]):
        found = COMPLETE.fullmatch(line[0].strip())
        if found and found["bang"] and is_address(found["address"], picture=True):
            start = node.span.start + line.start() + len(line[0]) - len(line[0].lstrip())
            reason = "the blanks before it turn it into code"
            yield NearMiss(True, Span(start, start + len(found[0])), found[0], reason, found[0], found["address"])
