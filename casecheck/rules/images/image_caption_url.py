"""A caption holds a web address.

Captions are plain text: nobody can click the address, and a long one pushes the page apart. The caption says what is
shown and who made it; a link belongs into the text or the references.

Bad:
    ![The poster](./poster.png "https://www.example.org/programmes/2021/poster-of-the-challenge (City of Arden)")

Good:
    ![The poster](./poster.png "Poster of the challenge (City of Arden)")
"""

import re
from collections.abc import Iterator

from casecheck.document import CaseDocument
from casecheck.finding import Problem, Severity, in_full, quoted
from casecheck.settings import Settings

NAME = "image-caption-url"
SEVERITY = Severity.NOTE

ADDRESS = re.compile(r"(?:\bhttps?://|\bwww\.)[^\s<>()\"]+", re.IGNORECASE)


def check(document: CaseDocument, _settings: Settings) -> Iterator[Problem]:
    """Captions with an address in them."""
    for image in document.body.images:
        found = ADDRESS.search(image.title or "")
        if found and image.title:
            yield Problem(
                f"The caption holds the address {quoted(found[0])}, which nobody can click there.",
                document.at(image.title_span),
                help=_help(image.title, found),
            )


def _help(caption: str, address: re.Match[str]) -> str:
    """The caption with only the site's name in it; where it begins with the address, it says too little for that."""
    if not caption[: address.start()].strip(" ("):
        return "Write what is shown and who made it, and put the address into the text as a link."
    site = re.sub(r"^(?:https?://)?(?:www\.)?", "", address[0], flags=re.IGNORECASE).partition("/")[0]
    shorter = caption[: address.start()] + site + caption[address.end() :]
    return f"Write {in_full(shorter)}, and put the address into the text as a link."
