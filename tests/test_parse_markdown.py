"""The Markdown parser against its contract: mistune's own tree, and at every span the text of the token."""

import html
import itertools
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import mistune
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from mistune.helpers import HTML_TAGNAME, unescape_char

from casecheck.parse import markdown
from casecheck.parse.markdown import Body, Node, decode_entities, visible_text, walk
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
        assert squeezed(found).strip("`") == squeezed(node.text).strip("`")
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
        assert first.span.start <= second.span.start, (first, second)
        # Right behind a quote, mistune takes a list that cannot begin there for more of the text before the quote.
        around = first.type in {"paragraph", "block_text", "heading"} and second.type in {"block_quote", "list"}
        assert around or first.span.end <= second.span.start, (first, second)
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
        found = written(source[link.address_span])
        assert link.kind == "automatic" or found == link.address
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
    "~~",
    "\\~~",
    "<http:",
    "<a@b.c",
    "\\>",
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
PREFIXES = ["> ", ">", "- ", "* ", "1. ", "2) ", "  ", "    ", "\t", " ", "-\t", ">\t"]
LINES = [line for block in BLOCKS for line in block.split("\n")] + SPANS + ["", "text", "===", "|-|-|", "  y"]
ragged = st.lists(
    st.tuples(st.lists(st.sampled_from(PREFIXES), max_size=4).map("".join), st.sampled_from(LINES)), max_size=8
).map(lambda lines: "\n".join(prefix + line for prefix, line in lines))
FRONT_MATTER = "---\ntitle: Ä\n---\n"


@st.composite
def documents(draw: st.DrawFn) -> tuple[Source, int]:
    body = draw(bodies | soups | ragged)
    if draw(st.booleans()):
        body = body.removesuffix("\n")
    if draw(st.booleans()):
        body = body.replace("\n", "\r\n")
    front = draw(st.sampled_from(["", FRONT_MATTER]))
    return decode("index.md", (front + body).encode()), len(front)


@given(documents())
@settings(max_examples=300, deadline=None)
def test_tree_is_mistunes_and_spans_are_exact(document: tuple[Source, int]) -> None:
    assert_contract(*document)


DOCUMENTS = [
    path for folder in ("tests/fixtures", "examples", "schemas") for path in (REPOSITORY / folder).rglob("*.md")
]
FRONT = re.compile(r"---\n.*?\n---\n", re.DOTALL)


@pytest.mark.parametrize("path", sorted(DOCUMENTS), ids=lambda path: path.relative_to(REPOSITORY).as_posix())
def test_contract_on_the_documents_of_this_repository(path: Path) -> None:
    source = decode(path.name, path.read_bytes())
    front = FRONT.match(source.text)
    assert_contract(source, front.end() if front else 0)


BLOCK_TYPES = {
    "heading_open": "heading",
    "paragraph_open": "paragraph",
    "blockquote_open": "block_quote",
    "bullet_list_open": "list",
    "ordered_list_open": "list",
    "fence": "block_code",
    "code_block": "block_code",
    "html_block": "block_html",
    "hr": "thematic_break",
    "table_open": "table",
}


def lines_elsewhere(text: str) -> list[tuple[str, int, int]]:
    """Type, first and last line of the outermost blocks, as markdown-it-py sees them; lines count from 1."""
    tokens = MarkdownIt("commonmark").enable(["table", "strikethrough"]).parse(text)
    outer = [token for token in tokens if token.level == 0 and token.map and token.type in BLOCK_TYPES]
    return [(BLOCK_TYPES[token.type], token.map[0] + 1, token.map[1]) for token in outer if token.map]


@given(joined(leaves | containers(paragraphs)))
@settings(max_examples=300, deadline=None)
def test_lines_are_those_of_another_parser(text: str) -> None:
    source = Source("index.md", text)
    blocks = without_blank_lines(markdown.parse(source, 0).blocks)
    others = lines_elsewhere(text)
    if [block.type for block in blocks] != [kind for kind, _, _ in others]:
        return  # the two parsers read it in different ways
    for block, (kind, first, last) in zip(blocks, others, strict=True):
        assert source.position(block.span.start).line == first
        if kind not in {"list", "block_quote", "block_html", "block_code"}:  # whose blank lines at the end vary
            assert source.position(block.span.end).line == last


# ---------------------------------------------------------------------------------------------------- the parts

IMAGES = [
    ('![a](./b.jpg "c")', ("a", "./b.jpg", "c")),
    ("![a](./b%20c.jpg)", ("a", "./b%20c.jpg", None)),
    ("![a](<./b c.jpg> 'd \"e\"')", ("a", "./b c.jpg", 'd "e"')),
    ("![*a* `b` &amp; \\[c\\]](d (e))", ("a b & [c]", "d", "e")),
    ("![a\nb](c\n\"d\ne\")", ("a b", "c", "d\ne")),
    ("![](b_\\(c\\).jpg)", ("", "b_(c).jpg", None)),
    ("![](b_(c).jpg)", ("", "b_(c).jpg", None)),
    ("[![a](b)](c)", ("a", "b", None)),
    ("**![a](b)**", ("a", "b", None)),
    ("- x\n  > ![a](b 'c')", ("a", "b", "c")),
    ("x | y\n--|--\n1 | ![a](b 'c')", ("a", "b", "c")),
    ("![a][r]\n\n[r]: <b c> (d)", ("a", "b c", "d")),
    ("![r][]\n\n> [r]:\n>   b\n>   'd'", ("r", "b", "d")),
    ("![r]\n\n- [r]: b\n\n[r]: other", ("r", "b", None)),
    ("![a ![b](c) d](e)", ("a b d", "e", None)),
    ("<img src=b.jpg alt='a'>", ("a", "b.jpg", None)),
    ('text <IMG alt="a &amp; b" title="c" src="d"/> text', ("a & b", "d", "c")),
    ('<div>\n<img\n src="b"\n alt="a">\n</div>', ("a", "b", None)),
    ('<img title="<img src=x>" src="b">', ("", "b", "<img src=x>")),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), IMAGES, ids=[text for text, _ in IMAGES])
def test_image(text: str, expected: tuple[str, str, str | None]) -> None:
    source = Source("index.md", FRONT_MATTER + text)
    (image,) = markdown.parse(source, len(FRONT_MATTER)).images
    assert (image.alt, image.address, image.title) == expected
    spans = (image.alt_span, image.address_span, image.title_span)
    unescape = html.unescape if image.html else written
    assert [squeezed(unescape(source[span])) for span in spans[1:]] == [squeezed(part or "") for part in expected[1:]]
    for span in spans if "[r]:" not in text else spans[:1]:
        assert image.span.start <= span.start <= span.end <= image.span.end


@pytest.mark.parametrize(
    "text",
    [
        "<!-- ![a](b) -->",
        "<!-- c --> ![a](b)",
        "<!-- <img src=a> -->",
        "<div>\n![a](b)\n</div>",
        "    ![a](b)",
        "`![a](b)`",
        "\\![a](b)",
        "![a] (b)",
        "<script>'<img src=a>'</script>",
        '<p title="<img src=a>">',
        "![a][none]",
    ],
)
def test_no_image(text: str) -> None:
    links = markdown.parse(Source("index.md", text), 0)
    assert not links.images


LINKS = [
    ("[a](b)", ("a", "b", "inline")),
    ("[*a* ![i](j)](<b c> 'd')", ("a ", "b c", "inline")),
    ("[a][r]\n\n[r]: b", ("a", "b", "reference")),
    ("[r]\n\n[r]: b", ("r", "b", "reference")),
    ("<https://example.org/a_b>", ("https://example.org/a_b", "https://example.org/a_b", "automatic")),
    ("<a@example.org>", ("a@example.org", "mailto:a@example.org", "automatic")),
    ("> 1. [a](\n>    b)", ("a", "b", "inline")),
    ("# [a](b) #", ("a", "b", "inline")),
    ("[a](b&amp;c)", ("a", "b&c", "inline")),
]


@pytest.mark.parametrize(("text", "expected"), LINKS, ids=[text for text, _ in LINKS])
def test_link(text: str, expected: tuple[str, str, str]) -> None:
    source = Source("index.md", text)
    (link,) = markdown.parse(source, 0).links
    assert (link.text, link.address, link.kind) == expected
    assert written(source[link.address_span]) == link.address.removeprefix("mailto:")


def test_a_link_in_the_text_of_an_image_is_none() -> None:
    assert markdown.parse(Source("index.md", "![a [b](c)](d)"), 0).links == ()


COMMENTS = [
    ("<!-- a -->", [(" a ", True)]),
    ("<!-- a --> text <!--b-->", [(" a ", True), ("b", True)]),
    ("<!-- a\n\nb -->\n\ntext", [(" a\n\nb ", True)]),
    ("<!-- a\n\ntext", [(" a\n\ntext\n", False)]),
    ("text <!-- a --> text", [(" a ", True)]),
    ("text <!-- a", []),
    ("text <!---> text -->", [("", True)]),
    ("<!-- a <!-- b -->", [(" a <!-- b ", True)]),
    ("<!-- - -- - -->", [(" - -- - ", True)]),
    ("> <!-- a\n> b -->\n\n- <!-- c -->", [(" a\nb ", True), (" c ", True)]),
    ("<div><!-- a\n\nb -->", [(" a\n", False)]),
    ("`<!-- a -->`\n\n    <!-- b -->", []),
]


@pytest.mark.parametrize(("text", "expected"), COMMENTS, ids=[text for text, _ in COMMENTS])
def test_comment(text: str, expected: list[tuple[str, bool]]) -> None:
    source = Source("index.md", text)
    comments = markdown.parse(source, 0).comments
    assert [(comment.text, comment.closed) for comment in comments] == expected
    assert all(source[comment.span].startswith("<!--") for comment in comments)
    assert all(source[comment.span].endswith("-->") for comment in comments if comment.closed and comment.text)


def test_prose_keeps_what_markdown_did_not_understand() -> None:
    source = Source("index.md", "> - a **b** [c] (d) \\[e\\] `f`\n>   ![g](h) <b>i</b> * j\n\n[k]: l\n")
    (prose,) = markdown.parse(source, 0).prose
    assert prose.text == "a **b** [c] (d) \\[e\\] `f`\n![g](h) <b>i</b> * j"
    assert prose.plain == "a   b   [c] (d)   e      \n           i     * j"
    at = prose.plain.index("[c]")
    assert source[prose.place(at, at + 7)] == "[c] (d)"
    at = prose.plain.index("* j")
    assert source[prose.place(at, at + 3)] == "* j"


def test_visible_text() -> None:
    (paragraph,) = markdown.parse(Source("index.md", "a *b* `c` ![d](e) [f](g)<br>&amp; &co\nh"), 0).blocks
    assert visible_text(paragraph) == "a b c  f& &co h"


# ---------------------------------------------------------------------------------------------------- hostile input

REPEATED = [
    *(
        "[",
        "![",
        "[a](",
        "[a][",
        "](",
        "<a ",
        "<a b='",
        "<!--",
        "<![CDATA[",
        "*a ",
        "a* ",
        "*a **b ",
        "_a*",
        "~~a",
        "`a",
    ),
    *("\\", "&", "> ", ">", "- ", "- - ", "1. ", "> - ", "> a\n- b\n", "- a\n> b\n", "- a\n  - b\n", "# ", "a\n===\n"),
    *("```\n", "~~~\n", "    a\n", "a\n    b\n", "\t", "|", "a|b\n", "a|b\n-|-\n", "a|b\n-|-\nc|d|e\n", "<div>\n\n"),
    *(
        "a\n<a>\n",
        "[a]: b\n",
        '[a]: b "\n',
        "[a]: b\n- [c]: d\n",
        "- [a]: b\n",
        "a  \n",
        "\u2028",
        "> <!-- a\n",
        "<script>",
    ),
    *("a <!-- b --> ", "[![a](b)](c)", "<http://a>", "![a](b)\n", "- ![a](b)\n", "2. a\n", "a\n- \n", "- a\n***\n"),
]
HOSTILE = [
    *(unit * (2_400 // len(unit)) for unit in REPEATED),
    *(
        o * 300 + "x" + c * 300
        for o, c in (("[", "](a)"), ("![", "](a)"), ("*a ", "a* "), ("~~a ", "a~~ "), ("> ", "\n"))
    ),
    "<a" + " x=b\tc" * 300 + "!",
    "text <a" + " x=b\nc" * 300 + "!",
    "# a" + " " * 6_000 + "b",
    "".join("  " * depth + "- a\n" for depth in range(80)),
    "".join(f"[r{number}]: u\n\n- [s{number}]: v\n\n" for number in range(100)),
    (">" * 200 + "a\n") * 30,
    ("> - " * 50 + "a\n") * 30,
]


@pytest.mark.parametrize("text", HOSTILE, ids=lambda text: repr(text[:12]))
def test_hostile_text_is_read_in_linear_work(text: str) -> None:
    """Four times the text needs some four times as many calls; with quadratic work it would be sixteen."""
    assert calls(text * 4) <= 6 * calls(text) + 5_000


def calls(text: str) -> int:
    """How many functions are called to read a text."""
    counted = 0

    def count(_frame: Any, event: str, _arg: Any) -> None:
        nonlocal counted
        counted += event in {"call", "c_call"}

    source = Source("index.md", text)
    sys.setprofile(count)
    try:
        markdown.parse(source, 0)
    finally:
        sys.setprofile(None)
    return counted


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("a\n\n" + "b " * 60_000, "A paragraph of more than 100,000 characters (from line 3) was not checked."),
        (
            "a\n\n" * 60_000,
            "There are more than 50,000 lines and blocks; what follows (from line 50001) was not checked.",
        ),
        ("> a\n- b\n" * 100, "A list or quote that is nested too deeply (from line 61) was not checked."),
        ("*a " * 4_000 + "a* " * 4_000, "more links, stars and other markup"),
        ("a|b\n-|-\n" + "c|d\n" * 60_000, "There are more than 50,000 lines and blocks"),
    ],
)
def test_beyond_a_limit_the_rest_is_read(text: str, fault: str) -> None:
    body = markdown.parse(Source("index.md", f"{text}\n\n![x](y)\n"), 0)
    assert fault in body.fault
    assert body.images or "what follows" in body.fault


def test_no_depth_exhausts_the_stack() -> None:
    for text in (
        "> " * 3_000 + "a",
        "- " * 3_000 + "a",
        "[" * 3_000,
        "*a " * 3_000 + "a* " * 3_000,
        "> a\n- b\n" * 3_000,
    ):
        body = markdown.parse(Source("index.md", text), 0)
        assert sum(1 for _ in walk(body.blocks))
