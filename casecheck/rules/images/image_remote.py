"""A picture is not in the folder but loaded from another site.

When that site moves or deletes it, the page has a gap; some sites show another picture to visitors from elsewhere. It
also tells that site who reads the page.

Bad:
    ![The market hall](https://upload.example.org/market-hall.jpg "Market hall (Ana Horvat)")

Good:
    ![The market hall](./market-hall.jpg "Market hall (Ana Horvat)")
"""

import re
from collections.abc import Iterator
from urllib.parse import SplitResult, urlsplit

from casecheck.document import CaseDocument
from casecheck.finding import Problem, Severity, quoted
from casecheck.references import Match, Role
from casecheck.settings import Settings

NAME = "image-remote"
SEVERITY = Severity.WARNING


def check(document: CaseDocument, _settings: Settings) -> Iterator[Problem]:
    """Pictures from elsewhere."""
    for reference in document.references:
        if reference.role in {Role.IMAGE, Role.FEATURED} and reference.resolution.match is Match.REMOTE:
            yield Problem(
                _message(reference.target),
                document.at(reference.span),
                help=_help(reference.target),
            )


def _message(target: str) -> str:
    if target.strip().lower().startswith("data:"):
        return "This picture is written out as code inside the document."
    host = _split(target).hostname
    return f"This picture is loaded from another site, {quoted(host or target)}, which may remove or change it."


def _help(target: str) -> str:
    name = _split(target).path.rpartition("/")[2]
    if not re.fullmatch(r"[\w.-]+\.(?:jpe?g|png|gif|webp|svg|avif)", name, re.IGNORECASE):
        name = "picture.jpg"
    return (
        f"If its licence allows that, save the picture in the folder of this case, for example as '{name}', and write"
        f" './{name}' here. Name its source in the caption."
    )


def _split(target: str) -> SplitResult:
    try:
        return urlsplit(target.strip())
    except ValueError:  # half an IPv6 host, and the like
        return SplitResult("", "", "", "", "")
