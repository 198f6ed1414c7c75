"""The folder of the case is not named as the others are: country, city and, if need be, project.

The folder's name becomes part of the page's web address, and sorts the cases by country. It begins with the country's
code of three letters; all of it is in lower case, without blanks and accents, with hyphens between the words.

Bad:
    Boston/
    us_boston/
    usa-São José/

Good:
    usa-boston/
    usa-boston-seaport/
"""

import re
from collections.abc import Iterator

from casecheck import foldername
from casecheck.document import CaseDocument
from casecheck.finding import Problem, Severity, in_full, quoted
from casecheck.settings import Settings

NAME = "folder-name"
SEVERITY = Severity.WARNING

OF_CASES = {"cases", "case-studies"}
OF_DRAFTS = {"drafts"}
FORM = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)+")
OTHER_FORM = "does not have the form '<country>-<city>', where the country is its ISO code of three letters"
NO_CASE = re.compile(r"[._]|.*template", re.IGNORECASE)


def check(document: CaseDocument, _settings: Settings) -> Iterator[Problem]:
    """A folder's name that lacks the country, or has characters that do not belong there."""
    text, city = document.folder.name, document.front_matter.text("city") or ""
    code = foldername.alpha_3(document.front_matter.text("country_code") or "")
    if not text or NO_CASE.match(text) or not document.front_matter.data:
        return
    name = foldername.read(text, city)
    if text == document.folder.parent and name.country:
        message, mend = (
            f"The folder {quoted(text)} stands in a folder of the same name.",
            "Move its files one folder up.",
        )
    elif text.lower() in OF_CASES and city:
        message = f"The document stands directly in {quoted(text)}, and not in a folder of its own."
        mend = f"Move it into a folder with the name {in_full(_right_name(document, name, code))}."
    elif (name.country and FORM.fullmatch(text)) or not _is_a_case(document, name, code):
        return
    else:
        what = "has other characters than small letters, digits and single hyphens" if name.country else OTHER_FORM
        message = f"The folder's name, {quoted(text)}, {what}."
        mend = f"Rename it to {in_full(_right_name(document, name, code))}."
    yield Problem(message, document.at(document.front_matter.fence), help=mend)


def _is_a_case(document: CaseDocument, name: foldername.FolderName, code: str) -> bool:
    """Whether the folder is one of cases, rather than any folder in which a document happens to stand."""
    if document.folder.parent.lower() in OF_CASES | OF_DRAFTS:
        return True
    own = foldername.letters(document.front_matter.text("city") or "")
    named_after_city = len(own) >= foldername.MEANINGFUL and own in foldername.letters(name.text)
    return not foldername.is_country(document.folder.parent) and (named_after_city or name.country == code != "")


def _right_name(document: CaseDocument, name: foldername.FolderName, code: str) -> str:
    """The name that the folder should have, as far as it can be told."""
    city, title = document.front_matter.text("city") or "", document.front_matter.text("title") or ""
    own = tuple(foldername.slug(city).split("-")) if city else ()
    place = tuple(part for part in name.place if part in own or not foldername.is_country(part))
    if own and len(place) > 1 and place[1 : 1 + len(own)] == own and len(place[0]) <= 3:
        place = place[1:]  # another abbreviation of the country, such as "us" or "ger"
    country = name.country or code
    if own and not name.fits(f"{city} {title}"):
        country, place = code, own
    known = country if foldername.is_country(country) else "<country>"
    return "-".join((known.lower(), *(place or ("<city>",))))
