"""Two cases have the same title.

Lists and search results show cases by their titles; two that are called alike cannot be told apart. A draft and the
published state of one case, in folders of the same name, may share their title.

Bad:
    dnk-varenholm-quay/index.md    title: Smart City Plan
    prt-vale-novo/index.md         title: Smart City Plan

Good:
    dnk-varenholm-quay/index.md    title: Varenholm Digital Plan
    prt-vale-novo/index.md         title: Cais da Vila
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from casecheck.document import CaseDocument
from casecheck.finding import Finding, Problem, Severity, finding, quoted
from casecheck.nearest import fold

NAME = "title-repeated"
SEVERITY = Severity.NOTE


class Fact(NamedTuple):
    """The title of one case: the name of its folder, the title, and a finding at its place that has no words yet."""

    folder: str
    title: str
    at: Finding


def facts(document: CaseDocument) -> Fact | None:
    """The title of one case; None where it has none, or still the template's."""
    title = document.front_matter.text("title")
    if title is None or any(title == template.front_matter.get("title") for template in document.profile.templates):
        return None
    place = document.at(document.front_matter.value_span("title"))
    return Fact(document.folder.name, title, finding(Problem("", place), NAME, SEVERITY, document.source.path))


def check(facts: Sequence[Fact]) -> Iterator[Finding]:
    """Every case whose title another one has too."""
    same: dict[str, list[Fact]] = defaultdict(list)
    for fact in facts:
        same[fold(fact.title)].append(fact)
    for group in same.values():
        for fact in group:
            other = next((other for other in group if other.folder != fact.folder), None)
            if other:
                message = f"The title {quoted(fact.title)} is also that of {quoted(other.at.document)}."
                advice = "Write what tells this case from the other, such as the name of the plan or of the district."
                yield replace(fact.at, message=message, help=advice)
