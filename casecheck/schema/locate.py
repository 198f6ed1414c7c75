"""Schema faults at their places in the document."""

from collections.abc import Iterable, Iterator

from casecheck.parse.frontmatter import FrontMatter
from casecheck.schema.fault import SchemaFault
from casecheck.source import Span


def located(faults: Iterable[SchemaFault], front_matter: FrontMatter, rule: str) -> Iterator[tuple[SchemaFault, Span]]:
    """The faults that `rule` reports, each with its place.

    Left out is what follows from a fault that the reader of YAML has already reported: everything where nothing could
    be read, and a value that had to be guessed, as a whole.
    """
    if not front_matter.data:
        return
    for fault in faults:
        guessed = len(fault.path) == 1 and fault.path[0] in front_matter.recovered
        if fault.rule == rule and not guessed:
            yield fault, _place(fault, front_matter)


def _place(fault: SchemaFault, front_matter: FrontMatter) -> Span:
    """The value; the key where that is the fault; for a missing key the one above it, or the opening fence."""
    if fault.rule == "field-missing":
        return front_matter.key_span(*fault.path[:-1])
    if fault.rule in ("field-unknown", "field-empty"):
        return front_matter.key_span(*fault.path)
    return front_matter.value_span(*fault.path)
