"""A picture, or something else, is written as raw HTML.

The site scales, captions and checks pictures that are written in Markdown; what is written as HTML it passes on as it
is: too large on a phone, without caption, broken when the file moves.

Bad:
    <img src="./market-hall.jpg" width="70%">
    <center>The market hall</center>

Good:
    ![Stalls in the market hall](./market-hall.jpg "The market hall (Ana Horvat)")
"""

import re
from collections.abc import Iterator

from casecheck.document import CaseDocument
from casecheck.finding import Problem, Severity, in_full
from casecheck.parse import markdown, markdown_html
from casecheck.parse.markdown import Image
from casecheck.settings import Settings
from casecheck.source import Span

NAME = "image-raw-html"
SEVERITY = Severity.NOTE

# Markdown has no other way to write these, and they do no harm.
HARMLESS = {"br", "wbr", "sup", "sub", "kbd", "abbr", "mark", "q", "cite", "s", "u", "ins", "del", "small"}
INSTEAD = {
    **dict.fromkeys(("b", "strong"), "Write **words** for bold text."),
    **dict.fromkeys(("i", "em"), "Write *words* for slanted text."),
    "a": "Write [words](address) for a link.",
    **dict.fromkeys(("ul", "ol", "li"), "Begin each line of a list with '- '."),
    **dict.fromkeys(("h1", "h2", "h3", "h4", "h5", "h6"), "Begin a heading with '##'."),
    "table": "Write each row as a line with '|' between its cells, and '| --- | --- |' below the first.",
    "figure": "Write the picture in Markdown, with its caption in quotation marks behind the file's name.",
    "p": "Leave an empty line between paragraphs.",
    **dict.fromkeys(("iframe", "video", "audio", "embed", "object"), "Show a picture, and link to the original."),
}
WITHIN = {  # said once, of the tag around them
    **dict.fromkeys(("thead", "tbody", "tfoot", "tr", "th", "td", "caption", "colgroup", "col"), ("table",)),
    "li": ("ul", "ol"),
    "figcaption": ("figure",),
    "source": ("picture", "video", "audio"),
}
CAPTION = re.compile(r"[^<]*(?:</a>\s*)?<figcaption[^<>]*>([^<]*)</figcaption>", re.IGNORECASE)


def check(document: CaseDocument, _settings: Settings) -> Iterator[Problem]:
    """HTML in the body: pictures, and once in a line every other tag that opens something."""
    for image in document.body.images:
        if image.html:
            yield Problem(
                "This picture is written as raw HTML.", document.at(image.span), help=_as_markdown(document, image)
            )
    seen: set[tuple[int, str]] = set()
    names: set[str] = set()
    for name, span in _tags(document):
        line = document.source.position(span.start).line
        if (line, name) not in seen and names.isdisjoint(WITHIN.get(name, ())):
            seen.add((line, name))
            names.add(name)
            help_ = INSTEAD.get(name, "Write it in Markdown, or leave the tag out.")
            yield Problem(f"<{name}> is raw HTML, which the site passes on as it is.", document.at(span), help=help_)


def _as_markdown(document: CaseDocument, image: Image) -> str:
    alt = image.alt.replace("[", "").replace("]", "") or "What can be seen"
    address = f"<{image.address}>" if any(c in image.address for c in " ()") else image.address
    below = CAPTION.match(document.source.text, image.span.end)
    caption = " ".join(below[1].split()) if below else image.title
    title = (caption or "What it shows (Who made it)").replace('"', "'")
    markdown_image = f'![{alt}]({address} "{title}")'
    return f"Write {in_full(markdown_image)}."


def _tags(document: CaseDocument) -> Iterator[tuple[str, Span]]:
    """Name and place of every opening tag but those of pictures."""
    for node in markdown.walk(document.body.blocks):
        if node.type not in {"block_html", "inline_html"}:
            continue
        as_written = document.source[node.span].startswith(node.text.rstrip("\n"))  # not within a quotation or list
        for tag in markdown_html.parts(node.text):
            if isinstance(tag, markdown_html.Tag) and tag.name not in {"img", *HARMLESS} and tag.name[0] != "/":
                start = node.span.start + tag.start
                yield tag.name, Span(start, start + tag.end - tag.start) if as_written else node.span
