"""The folder's name and the front matter speak of different countries.

One of the two is wrong: the case would be listed under one country and have the other in its address.

Bad:
    gbr-dublin/index.md with country_code: IRL

Good:
    irl-dublin/index.md with country_code: IRL
"""

from collections.abc import Iterator

from casecheck import country, foldername
from casecheck.document import CaseDocument
from casecheck.finding import Problem, Severity, in_full, quoted
from casecheck.settings import Settings

NAME = "folder-country"
SEVERITY = Severity.WARNING


def check(document: CaseDocument, _settings: Settings) -> Iterator[Problem]:
    """A country code in the folder's name that is not the front matter's."""
    front_matter = document.front_matter
    code = (front_matter.text("country_code") or "").upper()
    city = front_matter.text("city") or ""
    name = foldername.read(document.folder.name, city)
    if not name.country or not foldername.differ(name.country, code):
        return
    about = " ".join((city, front_matter.text("title") or ""))
    if not name.fits(about):  # then not only the country is another one
        return
    right = "-".join((code.lower(), *name.place) if name.leading else (*name.place, code.lower()))
    yield Problem(
        f"The folder {quoted(document.folder.name)} says {country.name(name.country)} ({name.country}), but the country"
        f" code here is {quoted(code)}, which is {country.name(code)}.",
        document.at(front_matter.value_span("country_code")),
        help=f"Write {in_full(name.country)} here, or rename the folder to {in_full(right)}.",
    )
