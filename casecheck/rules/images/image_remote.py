"""A picture is not in the folder but loaded from another site.

When that site moves or deletes it, the page has a gap; some sites show another picture to visitors from elsewhere. It
also tells that site who reads the page. A picture that is written out as code (`data:image/png;base64,…`) makes the
document hard to read and to change.

Bad:
    ![The market hall](https://upload.example.org/market-hall.jpg "Market hall (Ana Horvat)")

Good:
    ![The market hall](./market-hall.jpg "Market hall (Ana Horvat)")
"""

import re
from collections.abc import Iterator
from urllib.parse import SplitResult, urlsplit

from casecheck.addresses import no_picture
from casecheck.document import CaseDocument
from casecheck.finding import Problem, Severity, quoted
from casecheck.references import Match, Role
from casecheck.settings import Settings

NAME = "image-remote"
SEVERITY = Severity.WARNING

WRITTEN_OUT = re.compile(r"data:image/(?P<kind>\w*)", re.IGNORECASE)
KINDS = {"png": "png", "gif": "gif", "webp": "webp", "svg": "svg", "avif": "avif"}


def check(document: CaseDocument, _settings: Settings) -> Iterator[Problem]:
    """Pictures from elsewhere; image-missing speaks of those that no browser can show."""
    for reference in document.references:
        if reference.role not in {Role.IMAGE, Role.FEATURED} or reference.resolution.match is not Match.REMOTE:
            continue
        target, at = reference.target.strip(), document.at(reference.span)
        if no_picture(target):
            continue
        if found := WRITTEN_OUT.match(target):
            message = "This picture is written out as code inside the document."
            name = f"./picture.{KINDS.get(found['kind'].lower(), 'jpg')}"
            help_ = f"Save the picture as a file in the folder of this case, and write '{name}' here."
        else:
            host = quoted(_split(target).hostname or target)
            message = f"This picture is loaded from another site, {host}, which may remove or change it."
            help_ = _help(target)
        yield Problem(message, at, help=help_)


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
