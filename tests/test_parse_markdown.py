"""The Markdown parser against its contract: mistune's own tree, and at every span the text of the token."""

import itertools
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import mistune
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from mistune.helpers import HTML_TAGNAME, unescape_char

from casecheck.parse import markdown
from casecheck.parse.markdown import Body, Node, decode_entities, walk
from casecheck.source import Source, decode

REPOSITORY = Path(__file__).parent.parent

# ---------------------------------------------------------------------------------------------------- the reference

ATTRIBUTES = r"(?:\s+[A-Za-z_:][A-Za-z0-9_.:-]*(?:\s*=\s*(?:[^\s\"'=<>`]+|'[^']*'|\"[^\"]*\"))?)*"


@pytest.fixture(autouse=True, scope="module")
def linear_mistune() -> Iterator[None]:
    """The same three expressions replaced in mistune itself, so that it reads what we read."""
    with pytest.MonkeyPatch.context() as patch:
        tag = rf"<{HTML_TAGNAME}{ATTRIBUTES}\s*/?>|</{HTML_TAGNAME}\s*>"
        patch.setattr("mistune.inline_parser._INLINE_HTML_TAG", re.compile(tag))
        patch.setattr("mistune.block_parser._OPEN_TAG_END", re.compile(ATTRIBUTES + r"[ \t]*>[ \t]*(?:\n|$)"))
        patch.setattr("mistune.block_parser._ATX_HEADING_TRIM", re.compile(r"(?<!\s)(\s+|^)#+\s*$"))
        yield


def reference(text: str) -> list[Any]:
    return plain_tokens(mistune.create_markdown(renderer=None, plugins=["table", "strikethrough"])(text))  # type: ignore[arg-type]


def plain_tokens(tokens: list[dict[str, Any]]) -> list[Any]:
    """A tree as plain values; siblings are sorted, because in their order mistune may be wrong."""
    own = ("type", "raw", "children", "attrs")
    return sorted(
        (
            (
                token["type"],
                token.get("raw", ""),
                token.get("attrs", {}) | {key: value for key, value in token.items() if key not in own},
                plain_tokens(token.get("children", [])),
            )
            for token in tokens
        ),
        key=repr,
    )


def plain_nodes(nodes: tuple[Node, ...]) -> list[Any]:
    return sorted(((node.type, node.text, dict(node.attrs), plain_nodes(node.children)) for node in nodes), key=repr)


# ---------------------------------------------------------------------------------------------------- the contract

STARTS = {
    "heading": r"[^ \t]",
    "thematic_break": r"[-*_]",
    "block_quote": ">",
    "list": r"[-+*]|\d+[.)]",
    "list_item": r"[-+*]|\d+[.)]",
    "block_html": "<",
    "inline_html": "<",
    "strong": r"\*\*|__",
    "emphasis": r"\*|_",
    "strikethrough": "~~",
    "codespan": "`",
    "link": r"\[|<",
    "image": r"!\[",
}
ENDS = {
    "strong": r"(\*\*|__)$",
    "emphasis": r"(\*|_)$",
    "strikethrough": "~~$",
    "codespan": "`$",
    "link": r"[])>]$",
    "image": r"[])]$",
}


def squeezed(text: str) -> str:
    """A text without what the markers of lists and quotes may put into it."""
    return re.sub(r"[\s>]", "", text)


def assert_at_its_place(node: Node, source: Source) -> None:
    found = source[node.span]
    assert re.match(STARTS.get(node.type, ""), found), (node, found)
    assert re.search(ENDS.get(node.type, ""), found), (node, found)
    if node.type == "text":
        assert node.text.replace("\\", "") == found.replace("\\", "")
    elif node.type in {"inline_html", "block_html"}:
        assert squeezed(found) == squeezed(node.text)
    elif node.type == "codespan":
        assert squeezed(found.strip("`")) == squeezed(node.text.strip("`"))
    elif node.type == "block_code" and node.attrs.get("style") == "fenced":
        assert found.startswith(("```", "~~~"))
        assert squeezed(node.text) in squeezed(found)
    elif node.type == "block_code":
        assert squeezed(found) == squeezed(node.text)
    elif node.type == "softbreak":
        assert found.endswith("\n")
    for child in without_blank_lines(node.children):
        assert node.span.start <= child.span.start <= child.span.end <= node.span.end, (node, child)


def without_blank_lines(nodes: tuple[Node, ...]) -> list[Node]:
    return [node for node in nodes if node.type != "blank_line"]


def assert_in_order(nodes: tuple[Node, ...]) -> None:
    shown = without_blank_lines(nodes)
    for first, second in itertools.pairwise(shown):
        assert first.span.end <= second.span.start, (first, second)
    for node in nodes:
        assert_in_order(node.children)


def assert_parts_at_their_places(body: Body, source: Source) -> None:
    for image in body.images:
        assert source[image.span].startswith("<" if image.html else "![")
        if not image.html:
            assert written(source[image.address_span]) == image.address
            assert squeezed(written(source[image.title_span])) == squeezed(image.title or "")
            assert source.text[image.alt_span.start - 2 : image.alt_span.start] == "!["
    for link in body.links:
        assert written(source[link.address_span]) == link.address.removeprefix("mailto:") or link.kind == "automatic"
        assert source.text[link.text_span.start - 1] in "[<"
    for comment in body.comments:
        found = source[comment.span]
        assert found.startswith("<!--")
        assert squeezed(comment.text) in squeezed(found)


def written(text: str) -> str:
    return decode_entities(unescape_char(text))


def assert_prose_at_its_place(body: Body, source: Source) -> None:
    for prose in body.prose:
        assert len(prose.text) == len(prose.plain)
        at = 0
        for line in prose.text.split("\n"):
            words = line.strip(" \t")
            begin = prose.text.index(words, at)
            if words:
                assert source[prose.place(begin, begin + len(words))] == words
            at += len(line) + 1
        for character, left in zip(prose.text, prose.plain, strict=True):
            assert left in {character, " "}


def assert_contract(source: Source, start: int = 0) -> Body:
    body = markdown.parse(source, start)
    assert not body.fault
    assert plain_nodes(body.blocks) == reference(source.text[start:])
    for node in walk(body.blocks):
        assert_at_its_place(node, source)
    assert_in_order(body.blocks)
    assert_parts_at_their_places(body, source)
    assert_prose_at_its_place(body, source)
    return body


# ---------------------------------------------------------------------------------------------------- documents

WORDS = [
    "word",
    "Wörter",
    "e\u0301cru",
    "🏙️",
    "都市",
    "a_b",
    "3 * 4",
    "&amp;",
    "x",
    "1",
    "[",
    "]",
    "(",
    "<",
    "*",
    "**",
    "_",
    "~~",
]
SPANS = [
    "*em*",
    "**strong**",
    "_a **b** c_",
    "***both***",
    "~~gone~~",
    "`code`",
    "`` a ` b ``",
    "` x `",
    "\\*",
    "\\\\",
    "\\[a\\](b)",
    "back\\slash",
    "[link](url)",
    "[*t*](<a b> 'title')",
    "[a](u (title))",
    "[x](y \\\"z\")",
    "[ref]",
    "[text][ref]",
    "[ref][]",
    "[nope][none]",
    "![image](./a%20b.jpg \"caption\")",
    "![a *b*][ref]",
    "[![in](i.png)](link)",
    "![o ![i](j) k](l)",
    "<https://example.org/a_b>",
    "<me@example.org>",
    "[<http://a\\*b>](x)",
    "<!-- comment -->",
    "<img src=\"a.jpg\" alt='b'>",
    "<b class=x>",
    "</b>",
    "<a href='x'>",
    "</a>",
    "a  \nb",
    "a\\\nb",
    "`two\nlines`",
    "**two\nlines**",
    "[two\nlines](u\n\"t\nt\")",
    "<!-- two\nlines -->",
    "https://example.org/x_y_z",
]  # fmt: skip
BLOCKS = [
    "# Heading",
    "## Heading with *em* ##",
    "#",
    "Setext\n===",
    "Two\nlines\n---",
    "---",
    "* * *",
    "```python\ncode\n\nmore\n```",
    "~~~\nopen",
    "    indented\n\n    code",
    "\tindented",
    "<!-- comment -->",
    "<!-- several\n\nlines --> <img src=a> ![no](b)",
    "<!-- a --> <!-- b -->",
    "<!-- open",
    '<div>\n<img src="x" alt="y">\n</div>',
    "<span>\ntext",
    '<script>\n"<img src=a>"\n</script>',
    "| a | b |\n|---|:-:|\n| *c* | d \\| e |\n| ![f](g) |  |",
    "a | b\n--|--\n1 | `2`",
    "a | b\n--|--\n1 | 2 | 3",
    '[ref]: ./target "title"',
    "[ref]: <b c>\n  'two\nlines'",
    "[other]: x",
    "- ",
    "-\n  text",
    "1.",
    "7) seven",
]

texts = st.lists(st.sampled_from(WORDS) | st.sampled_from(SPANS), min_size=1, max_size=6).map(" ".join)
paragraphs = st.lists(texts, min_size=1, max_size=3).map("\n".join)
leaves = paragraphs | st.sampled_from(BLOCKS)
MARKERS = ["> ", ">", "- ", "* ", "-   ", "1. ", "10) ", "-\t", "+     "]


@st.composite
def containers(draw: st.DrawFn, inside: st.SearchStrategy[str]) -> str:
    """A list item or a quote around something; some lines may be lazy or indented with tabs."""
    marker, lines = draw(st.sampled_from(MARKERS)), draw(inside).split("\n")
    rest = marker if marker.startswith(">") else draw(st.sampled_from([" " * len(marker), "\t", "    "]))
    lazy = draw(st.integers(0, 9)) == 0
    return "\n".join([marker + lines[0], *("" if not line else line if lazy else rest + line for line in lines[1:])])


def joined(blocks: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    gaps = st.sampled_from(["\n\n", "\n\n", "\n", "\n \t\n", "\n\n\n"])
    return st.lists(st.tuples(blocks, gaps), min_size=1, max_size=4).map(
        lambda parts: "".join(block + gap for block, gap in parts)
    )


bodies = joined(st.recursive(leaves, lambda inside: containers(joined(inside)), max_leaves=8))
SOUP = [
    *"*_`[]()<>!#|~-+=\\\"'&;: \n\t\f1a.é🏙",
    "\n\n",
    "    ",
    "**",
    "![",
    "](",
    "<!--",
    "-->",
    "> ",
    "- ",
    "---",
    "|-|",
    "]: ",
    "\u2028",
    "\xa0",
    "\x0b",
]
soups = st.lists(st.sampled_from(SOUP), max_size=40).map("".join)
FRONT_MATTER = "---\ntitle: Ä\n---\n"


@st.composite
def documents(draw: st.DrawFn) -> tuple[Source, int]:
    body = draw(bodies | soups)
    if draw(st.booleans()):
        body = body.removesuffix("\n")
    if draw(st.booleans()):
        body = body.replace("\n", "\r\n")
    front = draw(st.sampled_from(["", FRONT_MATTER]))
    return decode("index.md", (front + body).encode()), len(front)


@given(documents())
@settings(max_examples=500, deadline=None)
def test_tree_is_mistunes_and_spans_are_exact(document: tuple[Source, int]) -> None:
    assert_contract(*document)
