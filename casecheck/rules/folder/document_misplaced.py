"""The document tells of another city than the folder that it stands in.

It was probably saved over another case, or copied into the wrong folder: one of the two cases is lost from the website,
and the other appears under a wrong address.

Bad:
    gbr-london/index.md with city: Tallinn, country_code: EST and title: Ülemiste City

Good:
    est-tallinn-ulemiste/index.md with city: Tallinn, country_code: EST and title: Ülemiste City
"""

import re
from collections.abc import Iterator
from difflib import SequenceMatcher

from casecheck import country, foldername
from casecheck.document import CaseDocument
from casecheck.finding import Problem, Severity, quoted
from casecheck.foldername import FolderName
from casecheck.settings import Settings

NAME = "document-misplaced"
SEVERITY = Severity.ERROR

DISTANT = 0.5  # difflib's ratio
LATIN = re.compile(r"[a-z]")


def check(document: CaseDocument, _settings: Settings) -> Iterator[Problem]:
    """Two signs, at least, that folder and document speak of different places; or two spellings of one."""
    front_matter = document.front_matter
    city, title = front_matter.text("city"), front_matter.text("title") or ""
    if not city:
        return
    name = foldername.read(document.folder.name, city)
    at = document.at(front_matter.value_span("city"))
    if name.country and not name.fits(f"{city} {title}") and (sign := _second_sign(document, name, city)):
        words, severity = sign
        yield Problem(
            f"The document is about {quoted(city)}, but stands in the folder {quoted(name.text)}: {words}.",
            at,
            help="Move it to a folder of its own, or correct the city and the title.",
            severity=severity,
        )
    elif spelling := _other_spelling(document, name, city):
        yield Problem(
            f"The city is written {quoted(city)} here, but {quoted(spelling)} in the folder's name and in the text.",
            at,
            help=f"One of the two is probably misspelt. Write {quoted(spelling.capitalize())} if that is right.",
            severity=Severity.NOTE,
        )


def _second_sign(document: CaseDocument, name: FolderName, city: str) -> tuple[str, Severity] | None:
    """What, beside city and title, says that a document is about another place than its folder, and how surely."""
    code = foldername.alpha_3(document.front_matter.text("country_code") or "")
    if name.country and foldername.differ(name.country, code):
        return f"that is in {country.name(name.country)}, and this case in {country.name(code)}", SEVERITY
    words = foldername.slug(city).split("-")
    if not any(map(LATIN.search, words)) or any(_may_be_one(part, word) for part in name.place for word in words):
        return None  # the city's name in another alphabet, or in another language: Firenze and Florence
    if name.named_in(document.source.text):
        return None
    return "nothing in the whole document names that place", Severity.WARNING


def _may_be_one(part: str, word: str) -> bool:
    """Whether two names are so much alike that they may be those of one place in two languages."""
    sounds = str.maketrans("cwzj", "kvsi")
    one, other = part.translate(sounds), word.translate(sounds)
    return one[:1] == other[:1] and SequenceMatcher(None, one[:60], other[:60], autojunk=False).ratio() >= DISTANT


def _other_spelling(document: CaseDocument, name: FolderName, city: str) -> str | None:
    """How the folder spells the city, if nearly but not quite as the front matter does, and the title or text agree."""
    own = foldername.letters(city)
    spellings = [word for word in name.place if word[:2] == own[:2] and foldername.alike(word, own)]
    if not name.country or not spellings or any(one.startswith(own) or own.startswith(one) for one in spellings):
        return None
    title = foldername.letters(document.front_matter.text("title") or "")
    body = foldername.letters(document.source.text[document.front_matter.body_start :])
    agreed = (word for word in spellings if word in title or body.count(word) > body.count(own))
    return next(agreed, None)
