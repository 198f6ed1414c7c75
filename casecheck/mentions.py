"""Every mention of a file or an address in a document: front matter, links, pictures, reference definitions, HTML."""

from collections.abc import Iterator

from casecheck.casefolder import CaseFolder
from casecheck.parse.frontmatter import FrontMatter
from casecheck.parse.markdown import Body, Link, Node, walk
from casecheck.parse.markdown_html import Tag, Value, parts
from casecheck.references import Match, Reference, Role, resolve
from casecheck.source import Source, Span

HTML_ADDRESSES = ("href", "src", "poster", "data")


def mentions(front_matter: FrontMatter, body: Body, folder: CaseFolder, source: Source) -> Iterator[Reference]:
    """Every reference of a document: front matter first, then pictures, links, and what raw HTML refers to."""
    yield from _in_front_matter(front_matter, folder)
    for image in body.images:
        yield Reference(Role.IMAGE, image.address, image.address_span, resolve(image.address, folder))
    for link in body.links:
        reference = Reference(Role.LINK, link.address, link.address_span, resolve(link.address, folder))
        if reference.resolution.match is Match.REMOTE or not _is_footnote(link):
            yield reference
    for role, address, span in _in_html(body, source):
        yield Reference(role, address, span, resolve(address, folder))


def _in_front_matter(front_matter: FrontMatter, folder: CaseFolder) -> Iterator[Reference]:
    for key, role in (("featured_image", Role.FEATURED), ("geography", Role.GEOGRAPHY)):
        if target := front_matter.text(key):
            found = Reference(role, target, front_matter.value_span(key), resolve(target, folder, plain=True))
            # A value that was guessed, because the front matter is broken, says nothing if it leads nowhere.
            if key not in front_matter.recovered or found.resolution.file:
                yield found


def _is_footnote(link: Link) -> bool:
    """Whether a link is a footnote for websites that know them: then `[^1]: Smith.` is the note, and no address."""
    return link.kind == "reference" and link.text.startswith("^")


def _in_html(body: Body, source: Source) -> Iterator[tuple[Role, str, Span]]:
    """What the tags of raw HTML refer to, apart from the pictures that `body` lists."""
    for node in walk(body.blocks):
        if node.type in {"block_html", "inline_html"}:
            for tag in parts(node.text):
                if isinstance(tag, Tag):
                    yield from ((role, value.text, _place(node, value, source)) for role, value in _values(tag))


def _values(tag: Tag) -> Iterator[tuple[Role, Value]]:
    """The addresses in a tag's attributes, with their places in the HTML; not what it shows from within itself."""
    for name, value in _attributes(tag):
        if name == "href":
            yield Role.LINK, value
        elif value.text[:5].lower() != "data:":
            yield Role.EMBEDDED, value


def _attributes(tag: Tag) -> Iterator[tuple[str, Value]]:
    for name in HTML_ADDRESSES:
        if name in tag.attributes and (tag.name, name) != ("img", "src"):
            yield name, tag.attributes[name]
    if (srcset := tag.attributes.get("srcset")) is not None:
        yield from (("srcset", srcset._replace(text=address)) for address in _candidates(srcset.text))


def _candidates(srcset: str) -> Iterator[str]:
    """The addresses in `a.jpg 1x, b.jpg 2x`; a comma within one does not end it (https://html.spec.whatwg.org)."""
    behind_address = False
    for word in srcset.split():
        if behind_address and "," not in word:
            continue
        address = (word.partition(",")[2] if behind_address else word).lstrip(",")
        behind_address = bool(address) and not address.endswith(",")
        if address:
            yield address.rstrip(",")


def _place(node: Node, value: Value, source: Source) -> Span:
    """The characters of a value; of HTML in a quotation or list, which is without the marks there, the whole."""
    if not source[node.span].startswith(node.text.rstrip("\n")):
        return node.span
    return Span(node.span.start + value.start, node.span.start + value.end)
