"""A comment is not closed, and swallows what follows; or it is not opened, and stays on the page.

A comment is written between `<!--` and `-->`, each of exactly these characters. Without the closing ones everything up
to the end of the next comment is hidden, headings and pictures too. Word processors like to turn two dashes into one
long one; such a delimiter is none.

Bad:
    <!-- About 100 words. ->
    The quay is open to everyone.

    <!– About 100 words. –>
    The quay is open to everyone.

Good:
    <!-- About 100 words. -->
    The quay is open to everyone.
"""

import re
from collections.abc import Iterator
from itertools import islice, pairwise

from casecheck.document import CaseDocument
from casecheck.finding import Problem, Severity, quoted
from casecheck.settings import Settings
from casecheck.source import Place, Span

NAME = "comment-unclosed"
SEVERITY = Severity.ERROR

MAX_IN_PARAGRAPH = 20  # each is looked at closely

OPENED = re.compile(r"<!--")
NEARLY_OPENED = re.compile(
    r"<!(?:-(?!-)|[–—]-?|[ \t]+[-–—]{1,2})|<[ \t]+!--"
    r"|^[ \t]*(?P<arrow><-{1,3}|<[–—]|←|!--)(?=[ \t\w])",  # these may be text, if no end follows
    re.MULTILINE,
)
NEARLY_CLOSED = re.compile(r"(?:[-–—]{1,2}!?[ \t]?>|→|--)[ \t]*$", re.MULTILINE)
NEARLY_CLOSED_IN_LINE = re.compile(r"(?:[-–—]{1,2}!?[ \t]?>|→)(?=[ \t]*[^\s<])")
CLOSED = re.compile(r"--+>[ \t]*$", re.MULTILINE)
HEADING = re.compile(r"^#{1,6}[ \t]+\S", re.MULTILINE)


def check(document: CaseDocument, _settings: Settings) -> Iterator[Problem]:
    """Comments without an end, without a beginning, and what is left of them."""
    found = [*_swallowing(document), *_shown(document)]
    yield from found
    if not found:
        yield from _left_over(document)


def _swallowing(document: CaseDocument) -> Iterator[Problem]:
    """Comments that hide what follows them: up to the end of a later comment, or all the rest."""
    for comment in document.body.comments:
        written = document.source[comment.span]
        openings = [0, *(found.start() for found in OPENED.finditer(written, 4))]
        for start, end in pairwise([*openings, len(written)]):
            at = document.at(Span(comment.span.start + start, comment.span.start + start + 4))
            inside = written[start + 4 : end]
            if end < len(written):
                line = document.source.position(comment.span.start + end).line
                yield from _running_on(inside, line, at)
            elif not comment.closed:
                nearly = NEARLY_CLOSED.search(inside)
                yield Problem("This comment is never closed, so nothing below it is shown.", at, help=_close(nearly))
            elif (nearly := NEARLY_CLOSED.search(inside)) and (heading := HEADING.search(inside, nearly.end())):
                title = inside[heading.start() :].partition("\n")[0]
                message = f"This comment is not closed before {quoted(title)}, so it hides that too."
                yield Problem(message, at, help=_close(nearly))


def _running_on(inside: str, line: int, at: Place) -> Iterator[Problem]:
    """A comment with this inside that is not closed before the next one begins, in `line`."""
    first, _, rest = inside.partition("\n")
    nearly = NEARLY_CLOSED_IN_LINE.search(first) or (NEARLY_CLOSED.search(inside) if rest else None)
    if rest.strip() or (nearly and inside[nearly.end() :].strip()):
        message = (
            f"This comment is not closed before the next one begins in line {line}, so nothing in between is shown."
        )
        yield Problem(message, at, help=_close(nearly))
    elif "\n" in inside:  # nothing is lost yet
        message = f"This comment is not closed before the next one begins in line {line}."
        yield Problem(message, at, help=_close(nearly), severity=Severity.WARNING)


def _close(nearly: re.Match[str] | None) -> str:
    if nearly:
        return f"Write '-->' instead of {quoted(nearly[0].strip())} at the end of the comment."
    return "Write '-->' where the comment ends."


def _shown(document: CaseDocument) -> Iterator[Problem]:
    """Comments that Markdown does not take for one, so that the page shows them."""
    for part in document.body.prose:
        if opened := OPENED.search(part.plain):
            nearly = NEARLY_CLOSED.search(part.plain, opened.end())
            yield Problem(
                "This comment is not closed in its paragraph, so the page shows it as text.",
                document.at(part.place(*opened.span())),
                help=_close(nearly) + ("" if nearly else " If it holds an empty line, begin it on a line of its own."),
            )
        for opened in islice(NEARLY_OPENED.finditer(part.plain), MAX_IN_PARAGRAPH):
            ended = CLOSED.search(part.plain, opened.end()) or NEARLY_CLOSED.search(part.plain, opened.end())
            if opened["arrow"] and not ended:
                continue
            mended = " and '-->' where it ends" if ended and not CLOSED.match(ended[0]) else ""
            yield Problem(
                f"{quoted(opened[0].strip())} does not open a comment, so the page shows the comment as text.",
                document.at(part.place(opened.end() - len(opened[0].lstrip()), opened.end())),
                help=f"Write '<!--' instead{mended}.",
            )


def _left_over(document: CaseDocument) -> Iterator[Problem]:
    """Ends of comments that no beginning belongs to."""
    for part in document.body.prose:
        for closed in CLOSED.finditer(part.plain) if "-->" in part.plain else ():
            yield Problem(
                "A comment ends here that does not begin anywhere; the '-->' stays on the page.",
                document.at(part.place(closed.start(), closed.start() + len(closed[0].rstrip()))),
                help="Delete it, or write '<!--' where the comment begins.",
                severity=Severity.WARNING,
            )
