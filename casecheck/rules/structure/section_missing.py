"""A section that the template asks for is missing.

Every case has the same sections, so that readers can compare one city with another. Where one is missing, they cannot
tell whether there is nothing to say or whether it was forgotten.

Bad:
    ## Stakeholders
    ...
    ## Outcomes                     (between the two, the template has "Financing")

Good:
    ## Stakeholders
    ...
    ## Financing
    ...
    ## Outcomes
"""

from collections.abc import Iterator

from casecheck.alignment import Alignment, headings_in_html, typed_as_text
from casecheck.document import CaseDocument
from casecheck.finding import Problem, Severity, in_full, listed, quoted
from casecheck.profile import TemplateSection
from casecheck.sections import Section, match_key
from casecheck.settings import Settings
from casecheck.source import Span

NAME = "section-missing"
SEVERITY = Severity.WARNING


def check(document: CaseDocument, settings: Settings) -> Iterator[Problem]:
    """One finding for each place at which sections are missing."""
    if not document.source.text.strip():
        return  # frontmatter-missing says that nothing is there at all
    absent = {part.title for part in document.alignment.missing}
    typed = typed_as_text(document.alignment, document.body.blocks)
    swallowed = _titles_in_unclosed_comments(document)
    places: dict[Span, list[TemplateSection]] = {}
    for part in document.alignment.missing:
        if part.parent in absent or match_key(part.title) in swallowed or _is_in_nothing(document.alignment, part):
            continue
        if part.title in typed:
            yield Problem(
                f"{quoted(part.title)} is not a heading, so the section is missing.",
                document.at(typed[part.title]),
                help=f"Write {_heading(part)} on a line of its own, with an empty line above it.",
            )
        else:
            places.setdefault(_where(document, part), []).append(part)
    yield from _hidden_headings(document, set(typed.values()))
    for span, parts in places.items():
        message, advice = _wording(document.alignment, parts)
        yield Problem(message, document.at(span), help=advice + _hint(document, settings, parts))


def _hidden_headings(document: CaseDocument, told: set[Span]) -> Iterator[Problem]:
    """Headings of any title that HTML above them, or a comment before them on the line, makes raw text."""
    for title, span in headings_in_html(document.body.blocks):
        if span not in told:
            yield Problem(
                f"{quoted(title)} is not a heading, because it follows HTML or a comment.",
                document.at(span),
                help="Put it on a line of its own, with an empty line above it.",
            )


def _is_in_nothing(alignment: Alignment, part: TemplateSection) -> bool:
    """Whether the section that this one belongs into is still to be written as a whole; that is a fault of its own."""
    around = alignment.answers.get(part.parent)
    if around is None or _child_of(alignment, part.parent):
        return False
    return around.unwritten or around.only_pictures


def _titles_in_unclosed_comments(document: CaseDocument) -> set[str]:
    """Headings that do not show because a comment above them does not end; that is a fault of its own."""
    unclosed = (comment.text for comment in document.body.comments if comment.runs_on)
    lines = (line.strip() for text in unclosed for line in text.split("\n"))
    return {match_key(line) for line in lines if line.startswith("#")}


def _child_of(alignment: Alignment, parent: str) -> Section | None:
    """The first section that is there of those that belong below the one of this title."""
    titles = [other.title for other in alignment.template.sections if other.parent == parent]
    return next((alignment.answers[title] for title in titles if title in alignment.answers), None)


def _where(document: CaseDocument, part: TemplateSection) -> Span:
    child, before = _child_of(document.alignment, part.title), document.alignment.before(part)
    if child:
        return child.span
    if before is None:
        start = document.front_matter.body_start
        return Span(start, start)
    earlier, section = before
    return section.span if earlier.title == part.parent else Span(section.end, section.end)


def _wording(alignment: Alignment, parts: list[TemplateSection]) -> tuple[str, str]:
    """Message and help for sections that are missing at one place."""
    first, titles = parts[0], listed(part.title for part in parts)
    headings = " and ".join(", ".join(map(_heading, parts)).rsplit(", ", 1))
    child, before = _child_of(alignment, first.title), alignment.before(first)
    if child:
        return (
            f"The heading {quoted(first.title)} is missing above {quoted(child.title)}.",
            f"Write {headings} on a line of its own above {quoted(child.title)}.",
        )
    if before and before[0].title == first.parent:
        return (
            f"{quoted(before[1].title)} is not divided into {titles}.",
            f"Sort its entries below {headings}.",
        )
    place = f"after {quoted(before[1].title)}" if before else "at the beginning"
    if len(parts) == 1:
        return (
            f"The section {titles} is missing.",
            f"Write {headings} {place}, and below it what the template asks for.",
        )
    return (
        f"The sections {titles} are missing.",
        f"Write {headings} {place}, and below each what the template asks for.",
    )


def _heading(part: TemplateSection) -> str:
    return in_full(f"{'#' * part.level} {part.title}")


def _hint(document: CaseDocument, settings: Settings, parts: list[TemplateSection]) -> str:
    """What else may be meant: a section under another title, or a document of another kind."""
    pairs = document.alignment.pairs
    if len(parts) > 2 and sum(pair.template is not None for pair in pairs) < 2:
        others = (kind.when for kind in settings.profiles if kind.when and kind.name != document.profile.name)
        key, value = next((item for when in others for item in when.items()), ("", ""))
        return (
            f" If this is meant to be a {value}, write {in_full(f'{key}: {value}')} in the front matter." if key else ""
        )
    before = document.alignment.before(parts[0])
    if len(parts) > 1 or before is None:
        return ""
    follower = next((pair for pair in pairs if pair.section.span.start >= before[1].extent.end), None)
    if follower is None or follower.template or not follower.section.title:
        return ""
    return f" If {quoted(follower.section.title)} is meant to be it, give it this title."
