"""The document tells of another city than the folder that it stands in.

It was probably saved over another case, or copied into the wrong folder: one of the two cases is lost from the website,
and the other appears under a wrong address.

Bad:
    gbr-london/index.md with city: Tallinn, country_code: EST and title: Ülemiste City

Good:
    est-tallinn-ulemiste/index.md with city: Tallinn, country_code: EST and title: Ülemiste City
"""

from collections.abc import Iterator

from casecheck import foldername
from casecheck.document import CaseDocument
from casecheck.finding import Problem, Severity, quoted
from casecheck.foldername import FolderName
from casecheck.settings import Settings

NAME = "document-misplaced"
SEVERITY = Severity.ERROR


def check(document: CaseDocument, _settings: Settings) -> Iterator[Problem]:
    """Two signs, at least, that folder and document speak of different places; or two spellings of one."""
    front_matter = document.front_matter
    city, title = front_matter.text("city"), front_matter.text("title") or ""
    if not city:
        return
    name = foldername.read(document.folder.name, city)
    at = document.at(front_matter.value_span("city"))
    place = quoted(document.folder.name)
    if name.country and not name.fits(f"{city} {title}") and _elsewhere(document, name):
        yield Problem(
            f"The document is about {quoted(city)}, but stands in the folder {place}; nothing in its city, title and"
            " country fits that folder.",
            at,
            help="Move it to a folder of its own, or correct the city and the title.",
        )
    elif spelling := _other_spelling(document, name, city):
        yield Problem(
            f"The city is written {quoted(city)} here, but {quoted(spelling)} in the folder's name and in the text.",
            at,
            help=f"One of the two is probably misspelt. Write {quoted(spelling.capitalize())} if that is right.",
            severity=Severity.NOTE,
        )


def _elsewhere(document: CaseDocument, name: FolderName) -> bool:
    """Whether the country says so too, or the whole text, which never names the folder's place."""
    code = foldername.alpha_3(document.front_matter.text("country_code") or "")
    if name.country and foldername.differ(name.country, code):
        return True
    return not name.named_in(document.source.text)


def _other_spelling(document: CaseDocument, name: FolderName, city: str) -> str | None:
    """How the folder spells the city, if nearly but not quite as the front matter does, and the title or text agree."""
    own = foldername.letters(city)
    for word in name.place if name.country else ():
        if word != own and word[:2] == own[:2] and foldername.alike(word, own) and not own.startswith(word):
            body = foldername.letters(document.source.text[document.front_matter.body_start :])
            title = foldername.letters(document.front_matter.text("title") or "")
            if word in title or body.count(word) > body.count(own):
                return word
    return None
