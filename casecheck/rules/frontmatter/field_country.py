"""The country code is not one of ISO 3166-1 alpha-3.

The map and the lists by country look the code up. They know the three-letter codes of the standard, in capitals, and
nothing else: not 'UK', not 'usa', not the country's name.

Bad:

    country_code: UK

Good:

    country_code: GBR
"""

from collections.abc import Iterator

from casecheck import country, country_codes
from casecheck.document import CaseDocument
from casecheck.finding import Problem, Severity, quoted
from casecheck.parse.frontmatter import FrontMatter
from casecheck.settings import Settings

NAME = "field-country"
SEVERITY = Severity.ERROR

KEY = "country_code"


def check(document: CaseDocument, _settings: Settings) -> Iterator[Problem]:
    """A `country_code` that is text or a number, no alpha-3 code, and that the schema has nothing to say about."""
    front_matter = document.front_matter
    code = front_matter.data.get(KEY)
    code = (
        str(code) if isinstance(code, int) and not isinstance(code, bool) else code
    )  # a country's number on the phone
    if not isinstance(code, str) or not code.strip() or country_codes.is_code(code.strip()):
        return
    if any(fault.path == (KEY,) for fault in document.schema_faults):
        return
    message = f"{quoted(code.strip())} is not a country's three-letter code in capitals (ISO 3166-1 alpha-3)."
    yield Problem(message, document.at(front_matter.value_span(KEY)), _help(code.strip(), front_matter))


def _help(code: str, front_matter: FrontMatter) -> str:
    sure = country_codes.meant(code)
    likely = sure or country_codes.meant(front_matter.text("country") or "") or _at_centroid(front_matter)
    likely = likely or country_codes.likely(code)
    if likely is None:
        return "Look the code up, for example under 'ISO 3166-1 alpha-3' in an encyclopedia: Denmark's is DNK."
    write = f"Write: {KEY}: {likely}"
    known = country.name(likely) if country.is_known(likely) else country_codes.name(likely)
    return write if sure else f"Is it {known}? {write}"


def _at_centroid(front_matter: FrontMatter) -> str | None:
    """The country that the centroid lies in."""
    match front_matter.data.get("centroid"):
        case [int() | float() as latitude, int() | float() as longitude] if (
            abs(latitude) <= 90 and abs(longitude) <= 180
        ):
            return country.country_at(float(latitude), float(longitude))
    return None
