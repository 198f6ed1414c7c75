"""What counts as a word.

Letters and digits make a word, joined by hyphens, apostrophes, slashes, dots and the like inside it, so that `don't`,
`co-owner`, `and/or`, `U.S.A`, `1,200` and `9–17` are one word each. In Chinese and Japanese every character is one.
Addresses and numbered citations (`[12]`) are not read aloud and do not count; of Markdown, neither do headings,
pictures, HTML and blocks of code.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator

from casecheck.parse.markdown import Node

KANA = "\u3041-\u3096\u309d-\u309f\u30a1-\u30fa\u30fc-\u30ff"
CJK = rf"{KANA}\u3005\u3007\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003134f"
WEB_ADDRESS = r"(?:\b(?:https?|ftp)://|\bwww\.)[^\s<>()\[\]]++"
MAIL_ADDRESS = r"(?<![\w.+-])[\w.+-]++@[\w-]++\.[\w.]++"
ADDRESS = re.compile(f"{WEB_ADDRESS}|{MAIL_ADDRESS}", re.IGNORECASE)
CITATION = re.compile(r"\[(?:\^[^\]\s]{1,40}|\d{1,3}(?:\s?[,–-]\s?\d{1,3}){0,20})\]")
LETTER = rf"(?:(?![{CJK}])[^\W_])"
WORD = re.compile(rf"[{CJK}]|{LETTER}++(?:(?:['’‘\-‐‑./&@+·_]|(?<=\d)[,–:](?=\d)){LETTER}++)*+")

INVISIBLE = {"Mn", "Mc", "Me", "Cf"}  # marks belong to the letter before them; soft hyphens and the like to nothing
UNCOUNTED = {"heading", "image", "inline_html", "block_html", "block_code"}
INLINE = {"text", "codespan", "strong", "emphasis", "link", "strikethrough", "inline_html", "image"}


def count(text: str) -> int:
    """How many words a stretch of visible text has."""
    if not text.isascii():
        text = unicodedata.normalize("NFC", text)
        text = text.translate({ord(c): None for c in set(text) if unicodedata.category(c) in INVISIBLE})
    if "://" in text or "@" in text or "www." in text.lower():
        text = ADDRESS.sub(" ", text)
    if "[" in text:
        text = CITATION.sub(" ", text)
    return len(WORD.findall(text))


def count_nodes(nodes: Iterable[Node]) -> int:
    """How many words a reader meets in these nodes."""
    return count("".join(_prose(nodes)))


def _prose(nodes: Iterable[Node]) -> Iterator[str]:
    for node in nodes:
        if node.type in {"text", "codespan"}:
            yield node.text
        elif node.type not in UNCOUNTED:
            yield from _prose(node.children)
        if node.type not in INLINE:
            yield "\n"
