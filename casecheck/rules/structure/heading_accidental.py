"""A line of text became a heading, because a line of dashes or equals signs stands right below it.

In Markdown, `---` right below a line of text does not draw a dividing line: it turns the text into a heading, with
large letters and an entry of its own in the outline. With an empty line between them both are what they look like.

Bad:
    The pilot ends in 2026.
    ---

Good:
    The pilot ends in 2026.

    ---
"""

import re
from collections.abc import Iterator

from casecheck.document import CaseDocument
from casecheck.finding import Problem, Severity, in_full, quoted
from casecheck.parse.markdown import visible_text, walk
from casecheck.sections import has_number_signs, is_accidental, match_key
from casecheck.settings import Settings

NAME = "heading-accidental"
SEVERITY = Severity.WARNING

UNDERLINE = re.compile(r"(?:-+|=+)[ \t]*$")
NO_TITLE = {"softbreak", "linebreak", "link", "image"}
MAX_TITLE_WORDS = 10


def check(document: CaseDocument, _settings: Settings) -> Iterator[Problem]:
    """Headings that a line below them makes, and that are not meant to be one."""
    headings = [node for node in walk(document.body.blocks) if node.type == "heading"]
    numbered = has_number_signs(headings)
    titles = frozenset(match_key(part.title) for template in document.profile.templates for part in template.sections)
    for heading in headings:
        underline = UNDERLINE.search(document.source[heading.span])
        if heading.attrs["style"] == "atx" or not underline:
            continue
        title, line = visible_text(heading).strip(), underline[0].strip()
        if is_accidental(heading, len(line), titles, among_others=numbered):
            yield Problem(
                f"{quoted(title) if title else 'A picture'} became a heading, because the line below it is"
                f" {quoted(line)}.",
                document.at(heading.span),
                help=_help("" if NO_TITLE & {node.type for node in heading.children} else title, line),
            )


def _help(title: str, line: str) -> str:
    apart = (
        f"Delete the {quoted(line)}"
        if len(line) <= 2 or line[0] == "="
        else f"Leave an empty line above {quoted(line)}"
    )
    if not title or len(title.split()) > MAX_TITLE_WORDS or title[-1] in ".!?;,":
        return f"{apart}."
    marks = "#" if line[0] == "=" else "##"
    return f"{apart}; or, if it is meant to be a heading, write {in_full(f'{marks} {title}')} on a line of its own."
