"""A link leads to a file that is not in the folder, or to a heading that is not on the page.

Bad:
    [Harbour plan](./harbour-plan.pdf)      (the folder has no such file)
    [Above](#the-quai)                      (the heading is "The quay and its people")

Good:
    [Harbour plan](https://www.example.org/harbour-plan.pdf)
"""

import re
from collections.abc import Iterator
from itertools import islice
from urllib.parse import unquote

from casecheck import limits
from casecheck.addresses import broken
from casecheck.document import CaseDocument
from casecheck.finding import Problem, Severity, quoted
from casecheck.nearest import nearest
from casecheck.parse.markdown import visible_text, walk
from casecheck.references import Match, Reference, Role, names_file, remedy
from casecheck.settings import Settings

NAME = "link-missing"
SEVERITY = Severity.ERROR

PUT_THERE = "Put the file into the folder, or write the full address of a page, with 'https://' at its start."
LINK_FILE = "Link to one of the files in it, or to a page on the web."
ANCHOR = re.compile(r"\b(?:id|name)\s*=\s*[\"']?([^\"'\s>]{1,200})|\{#([^}\s]{1,200})\}")
MADE_BY_SITES = re.compile(r"#(?:top$|:~:|fn|ref|cite|bib|note|[\d.]*$)", re.IGNORECASE)  # anchors of no heading
MAX_HEADINGS = 200  # more than that, and nothing is compared letter by letter
MAX_ANCHOR = 100  # characters


def check(document: CaseDocument, _settings: Settings) -> Iterator[Problem]:
    """Links to a file that is not there."""
    for reference in document.references:
        if reference.role not in {Role.LINK, Role.EMBEDDED} or reference.resolution.match is not Match.MISSING:
            continue
        if broken(reference.target) or document.is_miswritten(reference.span):
            continue
        severity, target = None, quoted(reference.target)
        if names_file(reference.target):
            message = f"There is no file {target} in the folder of this case."
        elif reference.resolution.is_folder:
            message = f"The link leads to the folder {target}, and a website shows no list of the files in a folder."
            severity = Severity.WARNING
        else:
            message = f"The link leads to {target}, and there is nothing of this name in the folder."
            severity = Severity.WARNING
        mend = remedy(reference, document.folder) or (LINK_FILE if reference.resolution.is_folder else PUT_THERE)
        yield Problem(message, document.at(reference.span), help=mend, severity=severity)
    yield from _headings(document)


def _headings(document: CaseDocument) -> Iterator[Problem]:
    """Links within the page to a heading that it certainly lacks, however the website names its headings."""
    wanted = [reference for reference in document.references if _is_within(reference)]
    titles = [visible_text(node) for node in walk(document.body.blocks) if node.type == "heading"] if wanted else []
    if not titles or len(titles) > MAX_HEADINGS:
        return
    others = {part for found in ANCHOR.findall(document.source.text) for part in found}
    names = {_letters(name[:MAX_ANCHOR]) for name in (*titles, *others)} - {""}
    unknown = (reference for reference in wanted if _letters(_fragment(reference)) not in names)
    for reference in islice(unknown, limits.MAX_FINDINGS_PER_RULE):
        name = _letters(_fragment(reference))
        if not any(name in other or other in name for other in names) and not nearest(name, names):
            yield Problem(
                f"The link leads to {quoted(reference.target)}, and this page has no heading of that name.",
                document.at(reference.span),
                help=f"Write '#' and the title of the heading as websites do: '#{_anchor(titles[0])}'.",
                severity=Severity.NOTE,
            )


def _is_within(reference: Reference) -> bool:
    """Whether a link leads to a place on its own page, and one that has a name."""
    target = reference.target.strip()
    return reference.role is Role.LINK and target[:1] == "#" and not MADE_BY_SITES.match(target)


def _fragment(reference: Reference) -> str:
    return unquote(reference.target.strip()[1:])[:MAX_ANCHOR]


def _letters(name: str) -> str:
    """What all websites keep of a title in its anchor: letters and digits, in small letters."""
    return "".join(sign for sign in name.casefold() if sign.isalnum())


def _anchor(title: str) -> str:
    words = re.sub(r"[^\w\s-]", "", title[:MAX_ANCHOR].casefold()).split()
    return "-".join(words) or "the-title"
