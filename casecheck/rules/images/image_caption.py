"""A picture has no caption, and so names no source.

The text in quotation marks behind the file's name is shown below the picture: what it shows, and who made it. A
picture without a source may not be printed by anybody. A line of its own below the picture is ordinary text to the
site: it does not stay with the picture.

Bad:
    ![Stalls in the market hall](./market-hall.jpg)

    ![Stalls in the market hall](./market-hall.jpg)
    *The market hall in 2021. Photo: Ana Horvat*

Good:
    ![Stalls in the market hall](./market-hall.jpg "The market hall in 2021 (Ana Horvat)")
"""

import re
from collections.abc import Iterator

from casecheck.document import CaseDocument
from casecheck.finding import Problem, Severity, in_full, quoted
from casecheck.parse.markdown import Image
from casecheck.settings import Settings

NAME = "image-caption"
SEVERITY = Severity.WARNING

# Behind the picture, itself perhaps in a link: the rest of its line, or one of the next two.
LINE_BELOW = re.compile(r"(?:\]\([^()\n]*\))?(?:<br ?/?>|\\)?[ \t]*(?:\n[ \t>]*){0,2}([^\s>][^\n]*)")
SLANTED = re.compile(r"([*_])(?![*_])((?:(?!\1).)+)\1[ \t\\]*")
CREDIT = re.compile(
    r"(?:©|\(c\)|"
    r"(?:photo(?:graph)?|image|picture|source|credit|courtesy|foto|bild|fuente|fonte|quelle|crédits?(?:\s+photos?)?|crédito|kilde|källa)"
    r"(?:s|grafía|grafia|quelle|nachweis)?(?:\s+(?:credits?|source|by|of|courtesy|de|von))?\s*[:：]|"
    r"(?:photo(?:graph)?|image|picture)s?\s+(?:by\b|courtesy\b|©)|courtesy\s+of\b|"
    r"(?:fig(?:ur[ae]?|\.)?|abb(?:ildung|\.)?)\s*\d+\s*[.:：–—-]|"
    r"(?:图片?来源|圖片?來源|来源|來源|出典|写真|사진|출처|источник|фото|المصدر|صورة)\s*[:：]|[图圖]\s*\d+\s)",
    re.IGNORECASE,
)
LINK = re.compile(r"\[([^\[\]]*)\]\((?:[^()]++|\([^()]*+\))*+\)")
MAX_WORDS = 60  # a slanted line of more is no caption


def check(document: CaseDocument, _settings: Settings) -> Iterator[Problem]:
    """Pictures in the body without a title. Raw HTML has no place for one; that is said elsewhere."""
    for image in document.body.images:
        if not image.html and not (image.title or "").strip():
            message, help_ = _judge(document, image)
            yield Problem(message, document.at(image.span), help=help_)


def _judge(document: CaseDocument, image: Image) -> tuple[str, str]:
    """What to say of a picture without a title, and what to do."""
    example = image.address if len(image.address) <= 40 else "./…"
    where = f"Write it in quotation marks behind the file's name: '({example} \"What it shows (Who made it)\")'."
    below = _caption_below(document, image)
    if not below:
        return f"The picture {quoted(image.address)} has no caption that says what it shows and who made it.", where
    written = _without_title(document, image)
    message = f"The caption {quoted(below)} stands outside of the picture's brackets: to the site it is ordinary text."
    if not written:
        return message, where
    inside = below.replace('"', "'")
    in_one = f'{written} "{inside}")'
    return message, f"Write {in_full(in_one)} instead of both."


def _without_title(document: CaseDocument, image: Image) -> str:
    """How a picture is written up to the end of its address; nothing where the address stands elsewhere."""
    (start, end), text = image.span, document.source.text
    behind = image.address_span.end + (text[image.address_span.end : image.address_span.end + 1] == ">")
    written = text[start:behind] if start < behind < end else ""
    return "" if "\n" in written else written


def _caption_below(document: CaseDocument, image: Image) -> str:
    """The line below a picture where it is slanted or names a source, without markup; else nothing."""
    text = document.source.text
    found = LINE_BELOW.match(text, image.span.end)
    if not found:
        return ""
    line = found[1].strip().replace("**", "")
    slanted = SLANTED.fullmatch(line)
    caption = slanted[2] if slanted else line
    if not (slanted or CREDIT.match(caption)) or "![" in line or "|" in line or len(caption.split()) > MAX_WORDS:
        return ""
    return LINK.sub(r"\1", caption).strip(" \t\\")
