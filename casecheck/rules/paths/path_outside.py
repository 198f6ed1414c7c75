"""A path leads out of the folder of the case.

A case is published together with the files in its own folder. A path from the root (`/…`), to a place on your computer
(`C:\\…`) or up into other folders (`../…`) leads to nothing on the website.

Bad:
    featured_image: ../pictures/square.jpg
    ![A square](/Users/me/Desktop/square.jpg)

Good:
    featured_image: ./square.jpg
"""

import re
from collections.abc import Iterator
from urllib.parse import unquote

from casecheck.addresses import broken
from casecheck.document import CaseDocument
from casecheck.finding import Problem, Severity, in_full, quoted
from casecheck.references import DOCUMENT, ON_THIS_COMPUTER, Match, Reference, Role, names_file
from casecheck.settings import Settings

NAME = "path-outside"
SEVERITY = Severity.ERROR

OTHER_CASE = (
    "A link to another case is written as the address of its page on the website, with 'https://' at its start. Ask the"
    " editors if you do not know it."
)


def check(document: CaseDocument, _settings: Settings) -> Iterator[Problem]:
    """References that leave the folder of the case."""
    for reference in document.references:
        # link-url says it of an address on the web with something before it.
        if reference.resolution.match is Match.OUTSIDE and not broken(reference.target):
            yield Problem(
                f"{quoted(reference.target)} {_where(reference.target)}",
                document.at(reference.span),
                help=_mend(reference),
                severity=_severity(reference),
            )


def _where(target: str) -> str:
    if ON_THIS_COMPUTER.match(target.strip()):
        return "is a place on your own computer. No reader of the page has it."
    path = unquote(target.strip()).replace("\\", "/")
    if path.startswith("/"):
        return "is a path from the root, so it leads to the root of the website and not into the folder of this case."
    if ".." in path:
        return "leads out of the folder of this case, and only what is in the folder is published with it."
    return (
        "is a link to something outside the folder of this case, and only what is in the folder is published with it."
    )


def _mend(reference: Reference) -> str:
    if nearest := reference.resolution.nearest:
        return f"Write {in_full(reference.written(nearest))}."
    if DOCUMENT.search(re.split(r"[?#]", reference.target.strip())[0]):
        return OTHER_CASE
    if _is_page(reference):
        return "Write the full address of the page, with 'https://' at its start."
    name = re.split(r"[\\/]", unquote(reference.target).rstrip("\\/"))[-1]
    return f"Copy the file itself into the folder of the case, and write {in_full(reference.written(name))}."


def _is_page(reference: Reference) -> bool:
    """Whether this is a link to another page of the website rather than to a file."""
    return reference.role in {Role.LINK, Role.EMBEDDED} and not names_file(reference.target)


def _severity(reference: Reference) -> Severity:
    """A link may lead to a page or file that the website has by other ways; then we cannot be certain."""
    if reference.role not in {Role.LINK, Role.EMBEDDED} or ON_THIS_COMPUTER.match(reference.target.strip()):
        return Severity.ERROR
    return Severity.NOTE if _is_page(reference) else Severity.WARNING
