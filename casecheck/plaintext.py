"""Markup where only plain text is shown: HTML, Markdown and comments in a value of the front matter."""

import re
from dataclasses import dataclass

COMMENT = re.compile(r"\s*<!--.*?(?:-->|\Z)", re.DOTALL)
ANCHOR = re.compile(
    r"<a\b[^<>]*?\bhref\s*=\s*[\"']?(?P<address>[^\"'\s<>]*)[^<>]*>(?P<text>[^<]*)</a\s*>", re.IGNORECASE
)
ADDRESS_IN_BRACKETS = re.compile(r"<(?P<address>https?://[^<>\s]+)>")
TAG = re.compile(r"</?[A-Za-z][A-Za-z0-9]*(?:\s[^<>]*)?/?>")
BREAK = re.compile(r"<(?:br|/?p|/?div)\b[^<>]*>", re.IGNORECASE)
ENTITY = re.compile(r"&(?:amp|nbsp|quot|apos|lt|gt|[a-z]dash|#\d{1,6}|#x[0-9a-f]{1,5});", re.IGNORECASE)
LINK = re.compile(r"!?\[(?P<text>[^\[\]]*)\]\((?P<address>[^()\s]*)[^()]*\)")
STRONG = re.compile(r"(?P<mark>\*\*|__)(?=\S)(?P<text>[^*_]+?)(?<=\S)(?P=mark)")
EMPHASIS = re.compile(r"(?<![\w*])(?P<mark>[*_])(?=[^\s*_])(?P<text>[^*_]+?)(?<=\S)(?P=mark)(?![\w*])")
CODE = re.compile(r"(?<!\w)`(?P<text>[^`]+)`(?!\w)")
PHOTO_CREDIT = re.compile(
    r"(?:photo|image|picture)(?:graph)?s?\s+by\s+(?P<name>.+?)\s+(?:on|from|via)\s+(?P<source>.+)", re.IGNORECASE
)
TRACKING = re.compile(r"\?(?:utm_|ref|fbclid).*\Z")
MOST_READ = 5_000  # characters of a value; longer ones are no captions


@dataclass(frozen=True, slots=True)
class Markup:
    """Markup in a value: its kind in words, the value without it, and the addresses that its links lead to."""

    kind: str
    plain: str
    addresses: tuple[str, ...] = ()


def find(value: str) -> Markup | None:
    """The markup in a value, None where there is none."""
    text = value[:MOST_READ]
    if not any(character in text for character in "<[*_`&"):
        return None
    kind = next((kind for kind, pattern in KINDS if pattern.search(text)), None)
    if kind is None:
        return None
    addresses = tuple(
        TRACKING.sub("", match["address"])
        for pattern in (ANCHOR, LINK, ADDRESS_IN_BRACKETS)
        for match in pattern.finditer(text)
    )
    return Markup(kind, _plain(text), addresses)


def has_markup(value: object) -> bool:
    """Whether a value is text with markup in it."""
    return isinstance(value, str) and find(value) is not None


KINDS = (
    ("a comment", COMMENT),
    ("HTML", TAG),
    ("HTML", ENTITY),
    ("a Markdown link", LINK),
    ("an address in angle brackets", ADDRESS_IN_BRACKETS),
    ("Markdown", STRONG),
    ("Markdown", EMPHASIS),
    ("Markdown", CODE),
)


def _plain(text: str) -> str:
    """A value without its markup; a photo credit in the form 'Name (Source)'."""
    import html

    text = COMMENT.sub("", text)
    text = ADDRESS_IN_BRACKETS.sub(lambda match: match["address"], text)
    for pattern in (LINK, STRONG, EMPHASIS, CODE):
        text = pattern.sub(lambda match: match["text"], text)
    text = " ".join(html.unescape(TAG.sub("", BREAK.sub(" ", text))).split())
    credit = PHOTO_CREDIT.fullmatch(text)
    return f"{credit['name']} ({credit['source'].rstrip('.')})" if credit else text
