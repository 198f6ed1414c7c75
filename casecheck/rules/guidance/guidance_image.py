"""The template asks for a picture in this section, and there is none.

A picture shows in a moment what a technology looks like and how large it is.

Bad:
    ## Technology Interventions     (the template: "Include at least one image")

    **Gauges**. Forty gauges report each minute.

Good:
    ## Technology Interventions

    **Gauges**. Forty gauges report each minute.

    ![A gauge at the old mooring posts](./gauge.jpg "Ida Fenn (Tide Office)")
"""

from collections.abc import Iterator

from casecheck.document import CaseDocument
from casecheck.finding import Problem, Severity, quoted
from casecheck.measures import has_picture
from casecheck.settings import Settings

NAME = "guidance-image"
SEVERITY = Severity.NOTE


def check(document: CaseDocument, _settings: Settings) -> Iterator[Problem]:
    """Sections that should have a picture and have none."""
    for pair in document.alignment.pairs:
        section = pair.section
        if not pair.guidance.images or section.unwritten or pair.blurred or has_picture(section):
            continue
        if not any(miss.picture and miss.span.start in range(*section.extent) for miss in document.near_misses):
            yield Problem(
                f"The template asks for a picture in {quoted(section.title)}, but it has none.",
                document.at(section.span),
                help="Add one with a caption that names its source: '![What it shows](./file.jpg \"Name (Source)\")'.",
            )
