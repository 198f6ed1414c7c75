"""What is left over or missing around links and pictures: a second bracket, a tag that does not end."""

import re
from collections.abc import Iterator

from casecheck.destinations import Destination, as_markdown, is_address
from casecheck.nearmisses_in_prose import NearMiss
from casecheck.parse.markdown import Prose

WHOLE = re.compile(
    r"!?\[(?P<text>[^\[\]\n]{1,400})\]\((?P<address>[^()\s]{1,1500})(?:[ \t]+\"[^\"\n]{0,400}\")?\)(?P<behind>\)?)"
)
IMG_UNCLOSED = re.compile(
    r"<img\s[^<>\n]{0,400}?src\s*=\s*[\"']?(?P<address>[^\s\"'<>]{1,400}+)[^<>\n]{0,400}+(?=\n|$)"
)
ALT = re.compile(r"\balt\s*=\s*\"([^\"]*)\"")
# A bracket behind `]` belongs to a link, or to one that went wrong; unless it holds a whole link, which is blanked.
SIGNS = re.compile(r"(?<!\])(?<!\] )\(|(?<=\] )\((?= |$)|\)")
A_TAG = re.compile(r"<(?:a\s[^<>]{0,400}?href\s*=\s*[\"']?(?P<address>[^\s\"'<>]{4,1500}+)[^<>]{0,400}+|/a\s*)>")


def around(parts: tuple[Prose, ...]) -> Iterator[NearMiss]:
    """What is wrong around the links and pictures of these paragraphs."""
    opened = 0  # round brackets, in all paragraphs so far: what is in brackets may have several
    for part in parts:
        if "](" in part.text:
            yield from _left_over(part, opened)
        if "<img" in part.plain:
            yield from _unclosed_picture(part)
        if "<a " in part.text and "`" not in part.text:
            yield from _unclosed_link(part)
        opened = _still_open(part.plain, opened)


def _still_open(plain: str, opened: int) -> int:
    for sign in SIGNS.findall(plain):
        opened = max(0, opened + (1 if sign == "(" else -1))
    return opened


def _left_over(part: Prose, opened: int) -> Iterator[NearMiss]:
    """`[text](address))` and `[[text](address)`, where no other bracket belongs to that one."""
    behind = 0
    for found in WHOLE.finditer(part.text):
        start, end = found.start(), found.end() - len(found["behind"])
        opened, behind = _still_open(part.plain[behind:start], opened), start
        if part.plain[start:end].strip() or not is_address(found["address"]):
            continue
        before = part.plain[max(0, start - 1) : start] == "[" and "]" not in part.plain
        after = part.plain[end : end + 1] == ")" and not opened
        if before or after:
            stretch = (start - before, end + after)
            reason = f"there is a bracket too many {'before' if before else 'behind'} it"
            written, right = part.text[slice(*stretch)], part.text[start:end]
            picture = right.startswith("!")
            yield NearMiss(
                picture, part.place(*stretch), written, reason, right, found["address"], sure=False, works=True
            )


def _unclosed_picture(part: Prose) -> Iterator[NearMiss]:
    """`<img src="./file.jpg"` without `>`."""
    for found in IMG_UNCLOSED.finditer(part.plain):
        if is_address(found["address"], picture=True):
            alt = ALT.search(found[0])
            meant = Destination(found["address"], "Name (Source)")
            instead = as_markdown(alt[1] if alt and alt[1] else "What it shows", meant, picture=True)
            reason = "the angle bracket '>' at its end is missing"
            written = part.text[slice(*found.span())]
            yield NearMiss(True, part.place(*found.span()), written, reason, instead, found["address"])


def _unclosed_link(part: Prose) -> Iterator[NearMiss]:
    """`<a href="…">text` without `</a>`: all that follows on the page becomes part of the link."""
    tags = list(A_TAG.finditer(part.text))
    if tags and (found := tags[-1])["address"] and "</a" not in part.text[found.end() :]:
        reason = "'</a>' is missing where its text ends"
        written = part.text[slice(*found.span())]
        yield NearMiss(False, part.place(*found.span()), written, reason, "", found["address"])
