"""Where front matter begins and ends: the two lines `---`, also where an author wrote them a little wrong.

A site sees front matter only if the very first line of the file is `---`, and it ends at the next line that begins
with `---`. Whatever else is found here is a fault, but is read all the same, so that the other checks can run.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from casecheck.finding import Severity, quoted
from casecheck.parse.yaml_values import Fault
from casecheck.source import Span

OPENING = re.compile(r"---[ \t]*$", re.MULTILINE)
CLOSING = re.compile(r"^(?P<dashes>-{3,})(?P<rest>.*)$", re.MULTILINE)
ALMOST_OPENING = re.compile(r"[ \t]*(?:[-–—−‐‑]{2,}|[–—]|[=_*+~.]{3,})[ \t]*$|---(?!-)")
ALMOST_CLOSING = re.compile(r"[ \t]*(?:[-–—−‐‑]{2,}|[–—]|[=_*+~]{3,})[ \t]*")
CODE = re.compile(r"^[ \t]*(?:`{3,}|~{3,})[^`\n]*$", re.MULTILINE)
KEY = re.compile(r"[ \t]*[\"']?\w[\w.-]*[\"']?[ \t]*[:：](?!//)")
PLAIN_KEY = re.compile(r"(?P<mark>[\"']?)[a-z][a-z0-9_]*(?P=mark)[ \t]*:(?=[ \t]|$)")
COMMENT = re.compile(r"#[ \t]")
LIST_ITEM = re.compile(r"[ \t]*[-*•](?=[ \t]|$)|[ \t]*[\]}]")
HEADING = re.compile(r"#{1,6}[ \t]+\S")
MARKUP = re.compile(r"<!--|</?[A-Za-z][^<>\n]*>|!\[|\[[^\]\n]*\]\(|\*\*")
PROSE = re.compile(r"\S+[ \t]+\S+[ \t]+\S")

LINES_BEFORE_OPENING = 30  # how far down an opening fence is looked for
LINES_OF_BODY = 4  # so many lines of prose before the closing fence are more than a value broken over lines


@dataclass(frozen=True, slots=True)
class Fences:
    """The opening fence, what stands between the fences, where the body begins, and what is wrong with the fences."""

    fence: Span
    block: Span
    body_start: int
    faults: tuple[Fault, ...] = ()


def find(text: str) -> Fences:
    """The fences of a document, `text` without its byte-order mark."""
    opening = OPENING.match(text)
    if opening:
        fence, start, faults = Span(0, 3), _after(text, opening.end()), []
    else:
        found = _misplaced_opening(text)
        if found is None:
            return Fences(Span(0, 0), Span(0, 0), 0, (_missing(text),))
        fence, start, fault = found
        faults = [fault]
    end, body, fault_at_end = _closing(text, start)
    if CODE.search(text, 0, fence.start) and (code := CODE.match(text, body)):
        body = _after(text, code.end())  # all of the front matter stands in a block of code
    if fault_at_end:
        faults.append(fault_at_end)
    return Fences(fence, Span(start, end), body, tuple(faults))


def lines(text: str, start: int = 0, end: int | None = None) -> Iterator[Span]:
    """The lines of a stretch of text, without their line ends."""
    end = len(text) if end is None else end
    while start < end:
        stop = text.find("\n", start, end)
        stop = end if stop < 0 else stop
        yield Span(start, stop)
        start = stop + 1


def _after(text: str, line_end: int) -> int:
    return min(line_end + 1, len(text))


def _missing(text: str) -> Fault:
    if not text.strip():
        help_ = "Copy the template into it, or delete the file."
        return Fault("frontmatter-missing", "This document is empty.", Span(0, 0), help_)
    first = text[: text.find("\n")] if "\n" in text else text
    message = "This document has no front matter: its first line is not '---', and no lines such as 'title: …' follow."
    help_ = "Copy the front matter of the template to the top of the document, from the first '---' to the second."
    return Fault("frontmatter-missing", message, Span(0, len(first)), help_)


def _misplaced_opening(text: str) -> tuple[Span, int, Fault] | None:
    """The opening fence, the offset behind it, and a fault, where the first line is not `---` but is meant to be."""
    first = None
    for number, line in enumerate(lines(text)):
        written = text[line.start : line.end]
        if number >= LINES_BEFORE_OPENING:
            break
        if not written.strip():
            continue
        first = first or line
        follows = _next_line(text, line.end)
        if OPENING.fullmatch(written) and PLAIN_KEY.match(text, follows):
            return Span(line.start, line.start + 3), _after(text, line.end), _late(line, first, number)
        if first == line and ALMOST_OPENING.match(written) and KEY.match(text, follows):
            return line, _after(text, line.end), _almost(line, written)
        if first == line and _is_unopened(text, line.start):
            message = "The front matter does not begin with a line '---'."
            fault = Fault("frontmatter-syntax", message, line, "Put a line with just '---' above this line.")
            return Span(line.start, line.start), line.start, fault
    return None


def _late(line: Span, first: Span, number: int) -> Fault:
    before = "1 line stands" if number == 1 else f"{number} lines stand"
    message = f"Front matter must begin on the very first line of the file, but {before} before it."
    at = first if first != line else Span(line.start, line.start + 3)
    return Fault("frontmatter-syntax", message, at, "Delete all that stands above the first '---', blank lines too.")


def _almost(line: Span, written: str) -> Fault:
    message = f"The first line is {quoted(written)}; front matter begins with a line of exactly three hyphens."
    return Fault("frontmatter-syntax", message, line, "Write '---' alone on the first line.")


def _is_unopened(text: str, start: int) -> bool:
    """Whether front matter begins at `start` without a fence: three keys, or fewer and a fence after them."""
    keys = 0
    for line in lines(text, start):
        if PLAIN_KEY.match(text, line.start, line.end):
            keys += 1
        elif COMMENT.match(text, line.start, line.end):
            continue
        elif keys == 0 or (text[line.start : line.end].strip() and not LIST_ITEM.match(text, line.start, line.end)):
            return keys >= 3 or (keys > 0 and OPENING.match(text, line.start) is not None)
    return keys >= 3


def _closing(text: str, start: int) -> tuple[int, int, Fault | None]:
    """Where the block ends, where the body begins, and what is wrong with the closing fence."""
    closing = CLOSING.search(text, start)
    limit = closing.start() if closing else len(text)
    body = _body_begins(text, start, limit, closed=closing is not None)
    if closing and body is None:
        rest = closing["rest"].strip()
        if not rest:
            return closing.start(), _after(text, closing.end()), _long(closing)
        message = f"The front matter ends here, but more text follows on the same line: {quoted(rest)}."
        span = Span(closing.start("rest"), closing.end())
        help_ = "Write '---' alone on its line, and the text on the next one."
        return closing.start(), closing.end("dashes"), Fault("frontmatter-syntax", message, span, help_)
    return _unclosed(text, start, len(text) if body is None else body)


def _long(closing: re.Match[str]) -> Fault | None:
    """What a closing fence of more than three hyphens does."""
    if len(closing["dashes"]) == 3:
        return None
    message = f"The front matter ends with {len(closing['dashes'])} hyphens; sites read three and show the others."
    span = Span(closing.start() + 3, closing.end("dashes"))
    return Fault("frontmatter-syntax", message, span, "Write '---', exactly three hyphens.", Severity.WARNING)


def _unclosed(text: str, start: int, body: int) -> tuple[int, int, Fault]:
    """The same where no fence closes the block; `body` is where the body, or a fence badly written, begins."""
    for line in lines(text, start):
        if line.start > body:
            break
        if ALMOST_CLOSING.fullmatch(text, line.start, line.end):
            written = quoted(text[line.start : line.end])
            message = f"The front matter is not closed: this line is {written}, but must be '---'."
            help_ = "Write exactly three hyphens, at the start of the line."
            return line.start, _after(text, line.end), Fault("frontmatter-unclosed", message, line, help_)
    end = start + len(text[start:body].rstrip())
    last = Span(text.rfind("\n", start, end) + 1 or start, end)
    message = (
        "The front matter is not closed: no line '---' follows it, so that all of the text is taken for front matter."
    )
    fault = Fault("frontmatter-unclosed", message, last, "Put a line with just '---' below this line.")
    return min(_after(text, end), body), body, fault


def _body_begins(text: str, start: int, end: int, *, closed: bool) -> int | None:
    """The offset of the first line that belongs to the body, where the closing fence was forgotten.

    Front matter that a fence closes may have stray prose in it (a value broken over lines); it counts as unclosed only
    if no key follows the prose, and there is a heading, a line like a fence, or much of it.
    """
    found, kept, headings, only_comments, blank, hidden = None, 0, 0, True, False, False
    for line in lines(text, start, end):
        written = text[line.start : line.end]
        if not written.strip():
            blank = True
            continue
        if hidden:  # a comment may well hold what looks like keys
            hidden = "-->" not in written
            continue
        hidden = written.lstrip().startswith("<!--") and "-->" not in written
        if PLAIN_KEY.match(written) or (only_comments and KEY.match(written)):
            found, kept, headings, only_comments = None, 0, 0, True
        elif found is not None or _looks_like_body(written, blank=blank, closed=closed):
            found = line.start if found is None else found
            kept += 1
            headings += HEADING.match(written) is not None or ALMOST_CLOSING.fullmatch(written) is not None
            only_comments = only_comments and COMMENT.match(written) is not None
        blank = False
    prose = kept - headings
    if closed and (prose == 0 or (headings == 0 and prose < LINES_OF_BODY)):
        return None
    return found


def _looks_like_body(written: str, *, blank: bool, closed: bool) -> bool:
    if LIST_ITEM.match(written):
        return False
    if ALMOST_CLOSING.fullmatch(written):
        return True
    if HEADING.match(written):
        return blank or not closed
    return MARKUP.match(written) is not None or (blank and PROSE.match(written) is not None)


def _next_line(text: str, end: int) -> int:
    """The start of the next line that is neither blank nor a comment."""
    for line in lines(text, end + 1):
        if text[line.start : line.end].strip() and not COMMENT.match(text, line.start, line.end):
            return line.start
    return len(text)
