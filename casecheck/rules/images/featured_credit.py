"""The credit of the featured image names somebody else than the file's name does.

A picture from Unsplash carries its photographer's name in the name of the file, `first-last-ID-unsplash.jpg`. When
the credit names another person, one of the two was left over from a picture that was replaced.

Bad:
    featured_image: ./ana-horvat-Xy7bQ2mLp0k-unsplash.jpg
    featured_credit: John Smith (Unsplash)

Good:
    featured_image: ./ana-horvat-Xy7bQ2mLp0k-unsplash.jpg
    featured_credit: Ana Horvat (Unsplash)
"""

import re
from collections.abc import Iterator
from unicodedata import combining, normalize
from urllib.parse import unquote

from casecheck.document import CaseDocument
from casecheck.finding import Problem, Related, Severity, in_full, quoted
from casecheck.placeholders import is_placeholder, is_sample
from casecheck.references import Match, Role
from casecheck.settings import Settings

NAME = "featured-credit"
SEVERITY = Severity.WARNING

UNSPLASH = re.compile(r"(?P<name>[^\W\d_][\w.'-]*?)-[A-Za-z0-9_-]{11}-unsplash(?![a-z])", re.IGNORECASE)
LATIN_WORD = re.compile(r"[a-z]{2,}")
NOBODY = {
    "unsplash",
    "com",
    "www",
    "https",
    "http",
    "photo",
    "photos",
    "photograph",
    "photographed",
    "photographer",
    "picture",
    "pictures",
    "image",
    "images",
    "by",
    "on",
    "via",
    "from",
    "of",
    "the",
    "and",
    "at",
    "source",
    "credit",
    "credits",
    "courtesy",
    "free",
    "licence",
    "license",
    "under",
    "href",
    "utm",
}
SPECIAL_LETTERS = str.maketrans({"ø": "o", "ł": "l", "đ": "d", "ß": "ss", "æ": "ae", "œ": "oe", "ı": "i", "ð": "d"})


def check(document: CaseDocument, _settings: Settings) -> Iterator[Problem]:
    """The credit, held against the photographer in the name of a file from Unsplash."""
    front_matter = document.front_matter
    target, credit = front_matter.text("featured_image"), front_matter.text("featured_credit")
    found = UNSPLASH.match(unquote(target or "").rpartition("/")[2])
    if not found or not credit or _agree(_words(found["name"]), _words(credit)):
        return
    if _is_missing_sample(document, found.string) or _is_left_in(document, credit):
        return
    photographer = " ".join(part.capitalize() for part in found["name"].split("-"))
    yield Problem(
        f"The credit {quoted(credit)} does not name {quoted(photographer)}, whom the name of the picture's file names.",
        document.at(front_matter.value_span("featured_credit")),
        help=f"Write {in_full(f'{photographer} (Unsplash)')}, or, if the credit is right, give the file a plain name.",
        related=(Related(document.at(front_matter.value_span("featured_image")), "the file"),),
    )


def _is_missing_sample(document: CaseDocument, name: str) -> bool:
    """Whether the picture is the template's, left in without its file; then not the credit is wrong."""
    samples = [str(template.front_matter.get("featured_image")) for template in document.profile.templates]
    absent = any(r.role is Role.FEATURED and r.resolution.match is Match.MISSING for r in document.references)
    return absent and any(sample.endswith(name) for sample in samples)


def _is_left_in(document: CaseDocument, credit: str) -> bool:
    """Whether the credit is a placeholder or the template's own, of which `field-placeholder` speaks."""
    samples = (template.front_matter.get("featured_credit") for template in document.profile.templates)
    return is_placeholder(credit) or any(isinstance(text, str) and is_sample(credit, text) for text in samples)


def _words(text: str) -> list[str]:
    """The words of a name or credit in plain Latin letters; words in other scripts fall away."""
    plain = "".join(c for c in normalize("NFKD", text.casefold().translate(SPECIAL_LETTERS)) if not combining(c))
    return LATIN_WORD.findall(plain)


def _agree(photographer: list[str], credit: list[str]) -> bool:
    """Whether a credit may speak of this photographer: one shared name is enough, and so is a credit of nobody."""
    named = [word for word in credit if word not in NOBODY]
    if not named or not photographer:
        return True
    joined, initials = "".join(photographer), "".join(part[0] for part in photographer)
    return bool(set(photographer) & set(named)) or any(
        (len(word) >= 4 and word in joined)
        or (len(word) >= 3 and word in initials)
        or (len(part) >= 4 and part in word)
        for word in named
        for part in photographer
    )
