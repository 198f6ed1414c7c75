"""Links and pictures in prose that Markdown takes for text, found by the signs that nothing but these have."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from casecheck.destinations import DOUBLE, PICTURE_FILE, Destination, as_markdown, is_address, read
from casecheck.parse.markdown import Prose
from casecheck.source import Span

MAX_DESTINATION = 1_500  # characters of an address with its title
MAX_TEXT = 400  # characters in the square brackets
SIGN = re.compile(r"\](?P<gap>[ \t]{0,3}\n?[ \t]{0,3})\(")
IN_ROUND = (
    re.compile(rf"(?P<inside>[^{DOUBLE}()\n]*+[{DOUBLE}][^{DOUBLE}]*+[{DOUBLE}]\s*+)\)"),  # brackets in the title
    re.compile(r"(?P<inside>(?:[^()\n]++|\((?:[^()\n]++|\([^()\n]*+\))*+\))*+)\)"),
)
NEXT_LINK = re.compile(rf"\s*[^\s\[{DOUBLE}][^\[{DOUBLE}]*\[")
UNCLOSED = re.compile(
    rf"\s*(?P<inside>\(?[^\s()]+(?:\([^\s()]*\)[^\s()]*)*\)?(?:[ \t]+[{DOUBLE}][^{DOUBLE}\n]*[{DOUBLE}])?)"
)
LINK = re.compile(r"(?<!!)\[[^\[\]]*\]\(")
IN_WORDS = re.compile(r"(?!https?:|\.)\S*\s")  # as `[Figure 3] (see quay.jpg)`
LAST_WORD = re.compile(r"[^\s\[\]()]*$")
REVERSED = re.compile(r"(?P<bang>!?)\((?P<round>[^()\n]{1,400})\)\[(?P<square>[^\[\]\n]{1,400})\]")
ALL_SQUARE = re.compile(r"(?P<bang>!?)\[(?P<text>[^\[\]\n]{1,400})\] ?\[(?P<address>[^\[\]\s]{4,400})\]")
TEXT_UNCLOSED = re.compile(
    r"(?P<bang>!?)\[(?P<text>[^\[\]()\n]{0,399}[^\s\[\]()])\((?P<address>[^()\s\[\]]{4,400})"
    r"(?:[ \t]+\"(?P<title>[^\"\n]{0,400})\")?\)(?![^\[\]\n]*\])"
)
UNDEFINED = re.compile(r"(?<![\w!])!\[(?P<text>[^\[\]\n]{1,400})\]\[(?P<label>[^\[\]\n]{0,100})\]")
DOUBLE_SQUARE = re.compile(r"(?P<bang>!)\[\[(?P<address>[^\[\]|\n]{1,400})(?:\|(?P<text>[^\[\]\n]{0,400}))?\]\]")
NO_TEXT = re.compile(r"(?<![\w!])(?P<bang>!)(?P<text>)\((?P<address>[^()\s]{1,400})\)(?!\[)")
CURLY = re.compile(r"(?P<bang>!?)\[(?P<text>[^\[\]\n]{1,400})\] ?\{(?P<address>[^{}\s]{4,400})\}")
WIDE = re.compile(
    r"(?P<bang>!?)\[(?P<text>[^\[\]\n]{1,400})\] ?(?:（|\((?=[^\n()]{1,800}）))"
    r"(?P<address>[^()（）\s]{4,400})(?:[ \t]+\"(?P<title>[^\"\n]{0,400})\")?[)）]"
)
NO_BRACKETS = re.compile(
    r"(?P<bang>)\[(?P<text>[^\[\]\n]{0,399}[^\W\d][^\[\]\n]{0,400})\](?P<address>https?://[^\s<>\[\](){}\"']{4,1500})"
)
OTHER_SIGNS = (
    (CURLY, "its address stands in curly brackets and not in round ones"),
    (WIDE, "its round brackets are wide ones, as in Chinese or Japanese text"),
    (NO_BRACKETS, "the round brackets around its address are missing"),
    (ALL_SQUARE, "its address stands in square brackets and not in round ones"),
    (TEXT_UNCLOSED, "the square bracket behind its text is missing"),
    (DOUBLE_SQUARE, "double square brackets are no Markdown"),
    (NO_TEXT, "the square brackets with the text are missing"),
)
LABELLED = re.compile(
    r"(?<![\w!\]\\])\[(?P<text>[^\[\]\n]{3,400})\]\[(?P<label>[a-z][a-z-]{1,30}\d{0,4}|)\](?![\[(:{\w])"
)
ESCAPED = re.compile(r"(?P<bang>(?:\\?!)?)\\\[(?P<text>[^\[\]\n\\]{1,400})\\\]\\?\(")
SPLIT = "the round brackets stand before the square ones"


@dataclass(frozen=True, slots=True)
class NearMiss:
    """A link, or (`picture`) a picture, that is none.

    `written` is what stands there, `reason` says what is wrong with it, as the end of a sentence, `instead` is the
    right Markdown (empty where that is not clear), in which `address` is the address. `sure` is False where it may
    after all be meant as text, `works` True where readers get what is meant, with something odd beside it.
    """

    picture: bool
    span: Span
    written: str
    reason: str
    instead: str
    address: str
    sure: bool = True
    works: bool = False


def in_prose(part: Prose) -> Iterator[NearMiss]:
    """Near misses in a paragraph; each stretch of it counts once."""
    found = [*_at_brackets(part), *_at_other_signs(part), *_reversed(part), *_escaped(part), *_undefined(part)]
    behind = -1
    for miss in sorted(found, key=lambda miss: (miss.span.start, -miss.span.end)):
        if miss.span.start >= behind:
            behind = miss.span.end
            yield miss


def _at_brackets(part: Prose) -> Iterator[NearMiss]:
    """What has `](`, perhaps with a blank in between."""
    for sign in SIGN.finditer(part.plain):
        opening = _opening(part, sign.start())
        start = LAST_WORD.search(part.text, max(0, sign.start() - MAX_TEXT), sign.start()).start()  # type: ignore[union-attr]
        text = part.text[start : sign.start()]
        bang = False
        if opening is not None:
            text = part.text[opening + 1 : sign.start()]
            bang = part.plain.startswith("!", opening - 1) if opening else False
            start = opening - bang
        meant, end, closed = _in_round(part.text, sign.end())
        picture = bang or (text.startswith("!") and bool(PICTURE_FILE.search(meant.address)))
        if not is_address(meant.address, picture=picture) and not (bang and closed and not sign["gap"]):
            continue
        holds_link = part.text.startswith("[", sign.end())  # as `[2019, 2022] ([Plan](https://…))`
        if sign["gap"] and not bang and (holds_link or IN_WORDS.match(meant.address)):
            continue
        if sign["gap"]:
            reason = "there is a blank between its brackets"
        elif opening is None:
            reason = "its first square bracket is missing"
        else:
            reason = meant.reason or ("its brackets do not match" if closed else "its last bracket is missing")
        yield _miss(part, (start, end), text, replace(meant, reason=reason), picture=picture)


def _opening(part: Prose, closing: int) -> int | None:
    """Where the square bracket opens that is closed at `closing`; no link can be in between."""
    plain, depth = part.plain, 0
    for at in range(closing - 1, max(closing - MAX_TEXT, 0) - 1, -1):
        if plain[at] == "]":
            depth += 1
        elif plain[at] == "[":
            if depth == 0:
                return None if LINK.search(part.text, at + 1, closing) else at
            depth -= 1
    return None


def _in_round(text: str, at: int) -> tuple[Destination, int, bool]:
    """What is meant by the stretch from `at`, behind a round bracket, on; where it ends; whether it is closed."""
    for pattern in IN_ROUND:
        found = pattern.match(text, at, at + MAX_DESTINATION)
        # Behind an address, another square bracket can only be in a title; else this one was not closed.
        if found and not NEXT_LINK.match(found["inside"]):
            return read(found["inside"]), found.end(), True
    unclosed = UNCLOSED.match(text, at, at + MAX_DESTINATION)
    if not unclosed:
        return Destination(""), at, False
    inside = unclosed["inside"].rstrip(".,;:]）")
    return read(inside), unclosed.start("inside") + len(inside), False


def _at_other_signs(part: Prose) -> Iterator[NearMiss]:
    """What has its brackets in another way that gives it away."""
    for pattern, reason in OTHER_SIGNS:
        for found in pattern.finditer(part.plain):
            address = part.text[found.start("address") : found.end("address")]
            text = part.text[found.start("text") : found.end("text")] if found["text"] is not None else ""
            picture = bool(found["bang"])
            if is_address(address, picture=picture):
                title = found.groupdict().get("title")
                meant = read(address.rstrip(".,;:") if pattern is NO_BRACKETS else address)
                picture = picture or (text.startswith("!") and bool(PICTURE_FILE.search(meant.address)))
                meant = Destination(meant.address, title or meant.title, reason)
                if picture and not re.search(r"[^\W\d]", text):  # none, or a width as in `![[quay.jpg|300]]`
                    text, meant = "What it shows", replace(meant, title=meant.title or "Name (Source)")
                if pattern is DOUBLE_SQUARE and re.match(r"\w[^:/]*$", meant.address):
                    meant = replace(meant, address=f"./{meant.address}")
                yield _miss(part, found.span(), text, meant, picture=picture)


def _escaped(part: Prose) -> Iterator[NearMiss]:
    """`\\[text\\](address)`, as programs write that take brackets for plain text."""
    for found in ESCAPED.finditer(part.text):
        meant, end, _ = _in_round(part.text, found.end())
        meant = replace(meant, address=meant.address.rstrip("\\"), reason="there are backslashes before its brackets")
        picture = bool(found["bang"])
        is_code = not part.plain[found.end() : end].strip()
        if not is_code and is_address(meant.address, picture=picture):
            yield _miss(part, (found.start(), end), found["text"], meant, picture=picture)


def _reversed(part: Prose) -> Iterator[NearMiss]:
    """`(text)[address]`, or `!(address)[text]`."""
    for found in REVERSED.finditer(part.plain):
        picture = bool(found["bang"])
        first, second = (part.text[found.start(name) : found.end(name)] for name in ("round", "square"))
        for address, text in ((second, first), (first, second)):
            if is_address(address, picture=picture) and not re.search(r"\s", address):
                yield _miss(part, found.span(), text, replace(read(address), reason=SPLIT), picture=picture)
                break


def _undefined(part: Prose) -> Iterator[NearMiss]:
    """`![text][label]` and `[text][label]`, where the document nowhere says what the label stands for."""
    for found in UNDEFINED.finditer(part.plain):
        if re.search(r"[^\W\d]", found["text"]) and not is_address(found["label"], picture=True):
            label = found["label"] or found["text"]
            reason = f"no line '[{label}]: ./file.jpg' says which file it is"
            yield NearMiss(True, part.place(*found.span()), part.text[slice(*found.span())], reason, "", "")
    for found in LABELLED.finditer(part.plain):
        if re.search(r"[^\W\d]{3}", found["text"]):
            reason = f"no line '[{found['label'] or found['text']}]: https://…' says where it leads"
            written = part.text[slice(*found.span())]
            yield NearMiss(False, part.place(*found.span()), written, reason, "", "", sure=False)


def _miss(part: Prose, stretch: tuple[int, int], text: str, meant: Destination, *, picture: bool) -> NearMiss:
    instead = as_markdown(text.removeprefix("!") if picture else text, meant, picture=picture)
    sure = picture or not text.strip().isdigit()  # `[12] (https://…)` may be the mark of a reference
    return NearMiss(
        picture, part.place(*stretch), part.text[slice(*stretch)], meant.reason, instead, meant.address, sure
    )
