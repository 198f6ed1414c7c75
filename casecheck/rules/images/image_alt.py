"""A picture has no alternative text, or one that says nothing about it.

People who cannot see the picture hear this text instead; search engines read it, and it is shown while the picture
loads. It says in a few words what the picture shows. "Alt Text / …" is only what the template writes in its place.

Bad:
    ![](./market-hall.jpg "Market hall (Ana Horvat)")
    ![Alt Text / Market hall](./market-hall.jpg "Market hall (Ana Horvat)")
    ![IMG_2041.jpg](./IMG_2041.jpg "Market hall (Ana Horvat)")

Good:
    ![Stalls under the iron roof of the market hall](./market-hall.jpg "Market hall (Ana Horvat)")
"""

import re
from collections.abc import Iterator
from urllib.parse import unquote

from casecheck import words
from casecheck.document import CaseDocument
from casecheck.finding import Problem, Severity, in_full, quoted
from casecheck.nearest import fold
from casecheck.placeholders import is_placeholder
from casecheck.settings import Settings
from casecheck.source import Place

NAME = "image-alt"
SEVERITY = Severity.WARNING

PREFIX = re.compile(r"(?:\s*alt(?:ernative|ernate)?(?:[\s_-]*text\b[\s:/|.,–—-]*|\s*[:/|]\s*))+", re.IGNORECASE)
FILE_NAME = re.compile(r"\S+\.(?:jpe?g|png|gif|webp|svg|avif|heic|tiff?|bmp)", re.IGNORECASE)
NUMBERED = re.compile(
    r"(?:abb\.?|bild|dji|dsc[fn]?|fig(?:ure|\.)?|foto|gopr|image|img|mvimg|photo(?:graph)?|pic(?:ture)?|pxl|scan"
    r"|screen ?shot|图|圖|図)?[\s_.-]*\d[\d\s_.:,-]*(?:at\s[\d.:]+(?:\s[ap]m)?)?",
    re.IGNORECASE,
)
SAYS_NOTHING = {"alt", "image", "picture", "photo", "photograph", "figure", "img", "pic", "screenshot", "caption"}
WHAT_TO_WRITE = "Write in a few words what the picture shows"


def check(document: CaseDocument, settings: Settings) -> Iterator[Problem]:
    """Alternative texts in the body and in the front matter, one finding each."""
    samples, most = _samples(document), settings.images.max_alt_words
    for image in document.body.images:
        at = document.at(image.alt_span if image.alt_span.end > image.alt_span.start else image.span)
        if _bare(image.alt):
            yield from _doubts(image.alt, image.address, samples, most, at)
        else:
            example = (
                '<img alt="Stalls in the market hall" src=…>' if image.html else "![Stalls in the market hall](./…)"
            )
            yield Problem(
                f"The picture {quoted(image.address)} has no alternative text.",
                at,
                help=f"{WHAT_TO_WRITE}, as in '{example}'.",
            )
    front_matter = document.front_matter
    featured = front_matter.text("featured_alt")
    if featured and not is_placeholder(featured):  # of which field-placeholder speaks
        at = document.at(front_matter.value_span("featured_alt"))
        yield from _doubts(featured, front_matter.text("featured_image") or "", samples, most, at)


def _bare(alt: str) -> str:
    """An alternative text without the words that the template writes before it."""
    return PREFIX.sub("", alt, count=1).strip(" \t\n/|")


def _doubts(alt: str, address: str, samples: set[str], most: int, at: Place) -> Iterator[Problem]:
    """What is doubtful about an alternative text, if anything: the first that applies."""

    def note(what: str, help_: str = f"{WHAT_TO_WRITE}.") -> Problem:
        return Problem(f"The alternative text {quoted(alt)} {what}.", at, help_, Severity.NOTE)

    count = words.count(alt)
    prefix = PREFIX.match(alt)
    if prefix and _bare(alt) and not is_placeholder(alt):
        yield Problem(
            f"The alternative text begins with {quoted(alt[: prefix.end()])}, which readers would hear.",
            at,
            f"Write only {in_full(_bare(alt))}.",
            Severity.NOTE,
        )
    elif _is_file_name(alt.strip(), address):
        yield note("is the name of a file")
    elif fold(alt) in SAYS_NOTHING or is_placeholder(alt) or NUMBERED.fullmatch(alt.strip()):
        yield note("says nothing about the picture")
    elif alt.strip() in samples:
        yield note("is still the template's own")
    elif count > most:
        shorten = f"Shorten it to {most} words; what the picture means belongs into the text or the caption."
        yield note(f"has {count} words; {most} are enough to say what is there", shorten)


def _is_file_name(alt: str, address: str) -> bool:
    """Whether an alternative text is a file's name; a plain word that is also one may well say what is shown."""
    name = unquote(address).rpartition("/")[2]
    return bool(FILE_NAME.fullmatch(alt)) or (alt == name.rpartition(".")[0] and bool(re.search(r"[_\d-]", alt)))


def _samples(document: CaseDocument) -> set[str]:
    """The alternative texts of the templates, with and without the words that mark them as such."""
    samples = {alt for template in document.profile.templates for part in template.sections for alt in part.alts}
    return {text.strip() for alt in samples for text in (alt, _bare(alt))}
