"""A value is none of those that the collection allows.

Some keys have a fixed choice (status, type, tags), a form or a range. A value outside of it is dropped, or hides the
page: only a document whose status is exactly 'Complete' is published.

Bad:

    status: Finished
    tags:
      - Bicycles

    template: stub          (and the document has all the sections of a case study)

Good:

    status: Complete
    tags:
      - Mobility
"""

from collections.abc import Iterator

from casecheck import plaintext, profile, schema
from casecheck.document import CaseDocument
from casecheck.finding import Problem, Severity, quoted
from casecheck.sections import main_titles
from casecheck.settings import Settings

NAME = "field-value"
SEVERITY = Severity.ERROR


def check(document: CaseDocument, settings: Settings) -> Iterator[Problem]:
    """What the schema's check reports under this name; markup in a value is reported elsewhere."""
    wrong_kind = _wrong_kind(document, settings)
    if wrong_kind:
        key, problem = wrong_kind
        yield problem
    for fault, span in schema.located(document.schema_faults, document.front_matter, NAME):
        if wrong_kind and fault.path == (key,):
            continue
        if not plaintext.has_markup(document.front_matter.at(fault.path)):
            yield Problem(fault.message, document.at(span), fault.help, fault.severity)


def _wrong_kind(document: CaseDocument, settings: Settings) -> tuple[str, Problem] | None:
    """The key that names the kind of document, if its sections are those of another kind."""
    front_matter, named = document.front_matter, document.profile.name
    kind = profile.other_kind(settings.profiles, named, main_titles(document.body))
    keys = [key for each in settings.profiles if each.name == named for key in each.when if front_matter.text(key)]
    if kind is None or not keys:
        return None
    message = (
        f"{quoted(keys[0])} says {quoted(front_matter.text(keys[0]))}, but the sections are those of a {kind.name}."
    )
    help_ = f"Write: {keys[0]}: {kind.when.get(keys[0], kind.name)}"
    return keys[0], Problem(message, document.at(front_matter.value_span(keys[0])), help_, Severity.WARNING)
