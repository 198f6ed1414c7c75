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
from casecheck.settings import Settings

NAME = "image-alt"
SEVERITY = Severity.WARNING

PREFIX = re.compile(r"\s*alt(?:ernative|ernate)?(?:[\s_-]*text\b[\s:/|.,–—-]*|\s*[:/|]\s*)", re.IGNORECASE)
FILE_NAME = re.compile(r"\S+\.(?:jpe?g|png|gif|webp|svg|avif|heic|tiff?|bmp)", re.IGNORECASE)
SAYS_NOTHING = {"image", "picture", "photo", "photograph", "figure", "img", "pic", "untitled", "placeholder", "caption"}
WHAT_TO_WRITE = "Write in a few words what the picture shows"


def check(document: CaseDocument, settings: Settings) -> Iterator[Problem]:
    """Alternative texts in the body and in the front matter, one finding each."""
    for image in document.body.images:
        at = document.at(image.alt_span if image.alt_span.end > image.alt_span.start else image.span)
        bare = PREFIX.sub("", image.alt, count=1).strip(" \t\n/|")
        if bare:
            message, help_ = _doubt(document, settings, image.alt, image.address)
            if message:
                yield Problem(message, at, help=help_, severity=Severity.NOTE)
        elif image.html:
            yield Problem(f"The picture {quoted(image.address)} has no alternative text.", at, help=_attribute())
        else:
            yield Problem(f"The picture {quoted(image.address)} has no alternative text.", at, help=_brackets())
    featured = document.front_matter.text("featured_alt")
    if featured:
        file = document.front_matter.text("featured_image") or ""
        message, help_ = _doubt(document, settings, featured, file)
        if message:
            at = document.at(document.front_matter.value_span("featured_alt"))
            yield Problem(message, at, help=help_, severity=Severity.NOTE)


def _brackets() -> str:
    return f"{WHAT_TO_WRITE} between the square brackets: '![Stalls in the market hall](./…)'."


def _attribute() -> str:
    return f"{WHAT_TO_WRITE} as its alt: '<img alt=\"Stalls in the market hall\" src=…>'."


def _doubt(document: CaseDocument, settings: Settings, alt: str, address: str) -> tuple[str, str]:
    """What is doubtful about an alternative text, and what to write instead; nothing where it is fine."""
    found, bare = PREFIX.match(alt), PREFIX.sub("", alt, count=1).strip(" \t\n/|")
    if found and bare:
        message = f"The alternative text {quoted(alt)} begins with words of the template, which readers would hear."
        return message, f"Write only {in_full(bare)}."
    if _is_file_name(alt.strip(), address):
        return f"The alternative text {quoted(alt)} is the name of a file.", f"{WHAT_TO_WRITE}."
    if fold(alt) in SAYS_NOTHING:
        return f"The alternative text {quoted(alt)} says nothing about the picture.", f"{WHAT_TO_WRITE}."
    if alt.strip() in _samples(document):
        return f"The alternative text {quoted(alt)} is still the template's own.", f"{WHAT_TO_WRITE}."
    count, most = words.count(alt), settings.images.max_alt_words
    if count > most:
        message = f"The alternative text {quoted(alt)} has {count} words; {most} are enough to say what is there."
        return message, f"Shorten it to {most} words; what the picture means belongs into the text or the caption."
    return "", ""


def _is_file_name(alt: str, address: str) -> bool:
    """Whether an alternative text is a file's name; a plain word that is also one may well say what is shown."""
    name = unquote(address).rpartition("/")[2]
    return bool(FILE_NAME.fullmatch(alt)) or (alt == name.rpartition(".")[0] and bool(re.search(r"[_\d-]", alt)))


def _samples(document: CaseDocument) -> set[str]:
    """The alternative texts of the templates, with and without the words that mark them as such."""
    samples = {alt for template in document.profile.templates for part in template.sections for alt in part.alts}
    return {text.strip() for alt in samples for text in (alt, PREFIX.sub("", alt, count=1))}
