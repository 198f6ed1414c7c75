"""A value is a placeholder: 'n/a', 'TBD', 'Lorem ipsum', or what the template or a hint showed as a sample.

Readers see such a value as it is. Where there is nothing to say, an optional key is better left empty.

Bad:

    author: Your Name
    geography_caption: n/a

Good:

    author: Ana Horvat
    geography_caption:
"""

from collections.abc import Iterator, Sequence

from casecheck import placeholders, plaintext
from casecheck.boxes import distance_km
from casecheck.document import CaseDocument
from casecheck.finding import Problem, Severity, quoted
from casecheck.leftovers import note_to_do
from casecheck.location import Location
from casecheck.nearest import fold
from casecheck.schema import SchemaFault
from casecheck.settings import Settings

NAME = "field-placeholder"
SEVERITY = Severity.WARNING

FILES = {"featured_image", "geography"}  # the rules on files speak of these,
CODES = {"country_code"}  # and `field-country` of this
SHARED = {"author", "city", "country"}  # a template's own may truly hold for a case


def check(document: CaseDocument, _settings: Settings) -> Iterator[Problem]:
    """Text values that are placeholders, and that nothing else is reported about."""
    reported = {fault.path[0] for fault in document.schema_faults if fault.path and not _is_misspelling(fault)}
    for key, value in document.front_matter.data.items():
        if key in FILES | CODES or key in reported or not isinstance(value, str):
            continue
        if plaintext.has_markup(value) or key in document.front_matter.recovered:
            continue
        if placeholders.is_placeholder(value) or placeholders.says_only(key, value):
            message = f"The value of {quoted(key)} is a placeholder: {quoted(value)}."
        elif note := note_to_do(value):
            message = f"Something in {quoted(key)} is still to be written: {quoted(note[0])}."
        elif _is_left_in(document, key, value) or (key == "city" and _is_city_of_sample(document.location)):
            message = f"The value of {quoted(key)} is still the template's own: {quoted(value)}."
        elif _is_example(document, key, value):
            message = f"The value of {quoted(key)} is only an example, which explains what to write: {quoted(value)}."
        else:
            continue
        help_ = "Write what holds for this case. If there is nothing to write and the key is optional, leave it empty."
        yield Problem(message, document.at(document.front_matter.value_span(key)), help_)


def _is_misspelling(fault: SchemaFault) -> bool:
    """Whether only the key is wrong, and its value counts once that is corrected."""
    return fault.rule == "field-unknown" and fault.weight < Severity.NOTE


def _is_left_in(document: CaseDocument, key: str, value: str) -> bool:
    """Whether a value is the template's sample, and the case gives no reason why it should be right."""
    if key in SHARED or " " not in value.strip():
        return False
    samples = [template.front_matter.get(key) for template in document.profile.templates]
    if not any(isinstance(sample, str) and placeholders.is_sample(value, sample) for sample in samples):
        return False
    return not _is_borne_out(value, [document.front_matter.text(name) or "" for name in ("city", "featured_image")])


def _is_example(document: CaseDocument, key: str, value: str) -> bool:
    """Whether a value is one that the schema only shows as an example, and the case is not the one shown."""
    if key in {*SHARED, "title"} and "example" not in value.casefold():
        return False
    text = document.front_matter.text
    if all(_is_shown(document, name, text(name) or "") for name in ("title", "city")):
        return False
    return _is_shown(document, key, value)


def _is_shown(document: CaseDocument, key: str, value: str) -> bool:
    """Whether a value is among the examples of the schema, which are no list to choose from."""
    nodes = document.profile.schema.properties.get(key, ())
    if any("enum" in node or "const" in node for node in nodes):
        return False
    shown = [example for node in nodes for example in node.get("examples", ())]
    return any(isinstance(example, str) and placeholders.is_sample(value, example) for example in shown)


def _is_city_of_sample(location: Location) -> bool:
    """Whether a case's city is the template's, while its centroid and its map both lie elsewhere."""
    centroid = location.centroid
    if centroid is None or location.sample or not location.is_near(centroid):
        return False
    return any(
        fold(city) == fold(location.city) and distance_km(*sample, *centroid) > location.settings.far_km
        for sample, city in location.samples.items()
        if city
    )


def _is_borne_out(value: str, others: Sequence[str]) -> bool:
    """Whether the city or the picture's file name agrees with a value: "New York City Skyline" is right in New York."""
    city, picture = (fold(other.removesuffix(" City")) for other in others)
    credited = fold(" ".join(value.split()[:2]))
    return (bool(city) and city in fold(value)) or credited in picture
