"""What raw HTML in Markdown holds for a reader: comments, and tags with their attributes."""

import html
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

# Every quantifier over text is possessive, so that no input makes it go back.
PART = re.compile(
    r"<!--(?P<empty>-?>)|<!--(?P<comment>(?:[^-]++|-(?!->))*+)(?P<close>-->)?"
    r"|<(?P<opaque>script|style|textarea|title)\b.*?(?:</(?P=opaque)\b|\Z)"
    r"|<(?P<name>/?[a-z][^\s/<>\"']*+)(?P<attributes>(?:[^<>\"']++|\"[^\"]*+\"|'[^']*+')*+)>",
    re.DOTALL | re.IGNORECASE,
)
ATTRIBUTE = re.compile(
    r"(?P<name>[^\s\"'<>/=]++)(?:\s*+=\s*+(?:\"(?P<double>[^\"]*+)\"|'(?P<single>[^']*+)'|(?P<bare>[^\s\"'=<>`]++)))?"
)


class Value(NamedTuple):
    """An attribute's value, entities resolved, and where its characters stand."""

    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class HtmlComment:
    """A comment from `start` to `end`; what stands between the delimiters is `text`."""

    start: int
    end: int
    text: str
    closed: bool


@dataclass(frozen=True, slots=True)
class Tag:
    """A tag from `start` to `end`; `name` is in lower case, with `/` before it in a closing tag."""

    start: int
    end: int
    name: str
    attributes: Mapping[str, Value] = field(default_factory=dict)


def parts(raw: str) -> Iterator[HtmlComment | Tag]:
    """The comments and tags in a stretch of HTML, in order; scripts and styles are passed over."""
    for match in PART.finditer(raw):
        if match["name"]:
            yield Tag(match.start(), match.end(), match["name"].lower(), _attributes(match))
        elif match["empty"]:
            yield HtmlComment(match.start(), match.end(), "", closed=True)
        elif not match["opaque"]:
            yield HtmlComment(match.start(), match.end(), match["comment"], bool(match["close"]))


def _attributes(tag: re.Match[str]) -> dict[str, Value]:
    values: dict[str, Value] = {}
    for match in ATTRIBUTE.finditer(tag.string, *tag.span("attributes")):
        group = next((name for name in ("double", "single", "bare") if match[name] is not None), "name")
        start, end = match.span(group) if group != "name" else (match.end(), match.end())
        # The first of two attributes of one name counts.
        values.setdefault(match["name"].lower(), Value(html.unescape(tag.string[start:end]), start, end))
    return values
