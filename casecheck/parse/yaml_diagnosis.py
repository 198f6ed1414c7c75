"""What is wrong with one part of broken front matter, in plain words, and what its author most likely meant.

Each cause is a function that looks at a part which YAML cannot read and returns a diagnosis or None; the first that
knows the case speaks.
"""

import re
from dataclasses import dataclass
from typing import Any

from casecheck import limits
from casecheck.finding import quoted
from casecheck.parse import yaml_values
from casecheck.parse.yaml_part import DAMAGED, FULL_WIDTH, PLAIN, TIGHT, Part, lines
from casecheck.parse.yaml_values import Breakage, Fault, Reading, in_quotes
from casecheck.source import Span

COLON = re.compile(r":(?=[ \t\n]|\Z)")
LIST_ITEM = re.compile(r"[ \t]*(?P<mark>[-–—•*])[ \t\u00a0]*(?P<item>.*)$")
COMMENT = re.compile(r"(?<=[\s\[])(?P<sign>#)")
THREE_DOTS = re.compile(r"^\.\.\.[ \t]*$", re.MULTILINE)
TAB = re.compile(r"^[ \u00a0]*(?P<tab>\t[ \t]*)(?=\S)", re.MULTILINE)
CLOSED = {
    '"': re.compile(r'"(?P<inner>(?:[^"\\]|\\.)*)"', re.DOTALL),
    "'": re.compile(r"'(?P<inner>(?:[^']|'')*)'"),
}
PAIRS = {"[": "]", "{": "}"}
RESERVED = "@`%*&!|>,]}?"
MARKDOWN = re.compile(r"!?\[[^\[\]\n]{0,400}\]\((?P<address>[\w./%~-]{1,400})(?:[ \t][^()\n]{0,400})?\)")
BLOCK_HEADER = re.compile(r"[|>][-+0-9]*(?:\s+#.*)?")
LONGEST_LINE_SHOWN = 160
MOST_ITEMS_SHOWN = 12


@dataclass(frozen=True, slots=True)
class Diagnosis:
    """What is wrong with a part, and the value that was most likely meant."""

    fault: Fault
    value: Any


def diagnose(part: Part, broken: Breakage) -> Diagnosis:
    """The cause for which YAML cannot read a part."""
    for cause in CAUSES:
        found = cause(part, broken)
        if found:
            return found
    return Diagnosis(unexplained(part.text, part.start, broken), part.written())


def unexplained(text: str, start: int, broken: Breakage) -> Fault:
    """A fault for what no cause explains in `text`, which begins at offset `start` of the document."""
    dots = THREE_DOTS.search(text)
    if dots:
        span = Span(start + dots.start(), start + dots.end())
        message = "In YAML, a line of three dots ends the front matter, but more of it follows."
        return Fault("frontmatter-syntax", message, span, "Delete this line.")
    at = max(start, min(broken.offset, start + len(text) - 1))
    help_ = "Compare this line and the one above with the template: each key, a colon, a blank, then its value."
    return Fault("frontmatter-syntax", "The front matter cannot be read from here on.", Span(at, at + 1), help_)


def stray(part: Part) -> Fault | None:
    """The first line of text that stands before all keys, if there is any."""
    for index, line in lines(part.text):
        written = line.strip()
        if not written or written.startswith("#"):
            continue
        message = f"This line of the front matter has no key: {quoted(written)}."
        help_ = "Delete the line, or give it a key: every line has the form 'key: value', as in 'title: Harbour Plan'."
        at = part.start + index + len(line) - len(line.lstrip())
        return Fault("frontmatter-syntax", message, Span(at, at + len(written)), help_)
    return None


def _damaged(part: Part, _broken: Breakage) -> Diagnosis | None:
    if part.form != DAMAGED:
        return None
    value, written = _value(part.text[part.colon + 1 :]), f"{part.key}: {part.written()}"
    help_ = f"Begin the line with '{part.key}: '." if isinstance(value, list) else _write(written)
    before = part.text[: part.key_length - len(part.key)].strip()
    if before:
        message = f"{quoted(part.key)} has {quoted(before)} before it, so the line is not read as a key and its value."
        return _diagnosis(part, 0, len(before), message, help_, value)
    found = part.text[part.key_length : part.colon + 1].strip()
    message = f"There is {quoted(found) + ' instead of a' if found else 'no'} colon behind {quoted(part.key)}."
    return _diagnosis(part, 0, part.key_length, message, help_, value)


def _no_blank(part: Part, _broken: Breakage) -> Diagnosis | None:
    if part.form == PLAIN:
        return None
    value = _value(part.text[part.colon + 1 :])
    written = f"{part.key}: {part.written()}"
    if part.form == TIGHT:
        hidden = part.text[part.colon + 1] == "\u00a0"
        what = "an invisible special blank (a non-breaking space)" if hidden else "no blank"
        message = f"There is {what} between the colon and the value of {quoted(part.key)}."
    elif part.form == FULL_WIDTH:
        message = f"The colon behind {quoted(part.key)} is a full-width one ('：'), which YAML does not know."
    else:
        message = f"{quoted(part.key)} is followed by '=', but a colon parts a key from its value."
    return _diagnosis(part, part.colon, 1, message, _write(written), value)


def _tab(part: Part, _broken: Breakage) -> Diagnosis | None:
    found = TAB.search(part.text, part.text.find("\n") + 1) if "\n" in part.text else None
    if found is None:
        return None
    blanks = TAB.sub(lambda match: match[0].replace("\t", "  "), part.text)
    value = _value(blanks[part.colon + 1 :])
    message = "This line is indented with a tab; YAML allows only blanks there."
    at = found.start("tab")
    return _diagnosis(part, at, len(found["tab"]), message, "Replace the tab by two blanks.", value)


def _quote(part: Part, broken: Breakage) -> Diagnosis | None:
    mark = part.first_line()[:1]
    if mark not in CLOSED:
        return None
    at, whole = part.value_index, part.written()
    closed = CLOSED[mark].match(part.text, at)
    if closed is None:
        inner = whole[1:]
        message = f"The value of {quoted(part.key)} begins with a quotation mark ({mark}) that is never closed."
        return _diagnosis(part, at, 1, message, _write(f"{part.key}: {in_quotes(inner)}"), inner)
    rest = part.text[closed.end() :].strip()
    if not rest or rest.startswith("#"):
        inner = closed["inner"]
        message = f"The value of {quoted(part.key)} has a backslash that YAML does not understand."
        help_ = _write(f"{part.key}: '{inner}'") if "'" not in inner else "Write each backslash twice."
        return _diagnosis(part, broken.offset - part.start, 1, message, help_, inner)
    slipped = whole.endswith(mark) and (part.text[closed.end()] not in " \t" or part.text[closed.end() - 2] in " \t")
    inner = whole[1:-1] if slipped else whole
    if mark == "'" and slipped:
        message = (
            f"The apostrophe inside {quoted(inner)} ends the value, because it looks like the closing quotation mark."
        )
    else:
        message = f"The value of {quoted(part.key)} goes on after its closing quotation mark: {quoted(rest)}."
    begin = closed.end() + len(part.text[closed.end() :]) - len(part.text[closed.end() :].lstrip())
    return _diagnosis(part, begin, len(rest.split("\n")[0]), message, _write(f"{part.key}: {in_quotes(inner)}"), inner)


def _bracket(part: Part, broken: Breakage) -> Diagnosis | None:
    opening = part.first_line()[:1]
    if opening not in PAIRS:
        return None
    closing, at, whole = PAIRS[opening], part.value_index, part.written()
    end = whole.find(closing)
    items = _items(whole.strip("[]{}, ").split(",")) if opening == "[" else whole
    line_end = (part.text + "\n").find("\n", at)
    if comment := COMMENT.search(part.text, at, line_end):
        message = f"The '#' in the list of {quoted(part.key)} begins a comment, so its end is not read."
        written = part.text[at:line_end].replace("#", "").strip()
        return _diagnosis(part, comment.start("sign"), 1, message, _write(f"{part.key}: {written}"), items)
    if end < 0:
        message = f"The value of {quoted(part.key)} begins with '{opening}', but no '{closing}' closes it."
        return _diagnosis(part, at, 1, message, _write(f"{part.key}: {whole.rstrip(', ')}{closing}"), items)
    rest = whole[end + 1 :].strip()
    if rest.strip("]},; "):
        message = f"The value of {quoted(part.key)} goes on after '{closing}': {quoted(rest)}."
        help_ = f"If all of it is text, put it in quotes: {part.key}: {in_quotes(whole)}"
        return _diagnosis(part, broken.offset - part.start, 1, message, help_, whole)
    if whole.count('"') % 2:
        message = f"The list of {quoted(part.key)} has a quotation mark that is never closed."
        help_ = "Put one quotation mark before each item and one after it, or none at all."
        return _diagnosis(part, part.text.rfind('"', 0, part.text.find(closing, at)), 1, message, help_, items)
    message = f"The brackets of {quoted(part.key)} do not match."
    help_ = _write(f"{part.key}: {whole[: end + 1]}") if rest else "Write one item after another, commas between them."
    return _diagnosis(part, broken.offset - part.start, 1, message, help_, items)


def _markdown(part: Part, _broken: Breakage) -> Diagnosis | None:
    found = MARKDOWN.fullmatch(part.written()) if part.key in {"featured_image", "geography"} else None
    if not found:
        return None
    message = f"The value of {quoted(part.key)} is written like a picture or a link in the text."
    help_ = f"Write the name of the file alone: {part.key}: {found['address']}"
    return _diagnosis(part, part.value_index, len(part.first_line()), message, help_, found["address"])


def _reserved(part: Part, _broken: Breakage) -> Diagnosis | None:
    first = part.first_line()
    if not first or (first[0] not in RESERVED and first != "-") or BLOCK_HEADER.fullmatch(first):
        return None
    whole = part.written()
    if len(whole) == 1:
        message = f"The value of {quoted(part.key)} is only {quoted(first)}, which means something else in YAML."
        return _diagnosis(part, part.value_index, 1, message, f"Write the value, or nothing: {part.key}:", whole)
    what = "which means something else in YAML"
    if first[0] in "|>":
        whole = whole.lstrip("|>+-0123456789 ")
        what = "which says that the text begins on the next line, but it goes on here"
    message = f"The value of {quoted(part.key)} begins with '{first[0]}', {what}."
    return _diagnosis(part, part.value_index, 1, message, _write(f"{part.key}: {in_quotes(whole)}"), whole)


def _list(part: Part, broken: Breakage) -> Diagnosis | None:
    first, more = part.first_line(), part.more_lines()
    below = [LIST_ITEM.match(line) for _, line in more]
    begins = re.match(r"-[ \t]", first) is not None
    if not (begins or (more and all(below) and len(first.split()) <= 3 and not COLON.search(first))):
        return None
    beside = re.split(r"\s+-\s+", first[1:]) if begins else [first]
    items = _items([*beside, *(found["item"] for found in below if found)])
    shown = [f"  - {yaml_values.plain_or_quoted(str(item))}" for item in items[:MOST_ITEMS_SHOWN]]
    help_ = "\n".join(["Write:", f"{part.key}:", *shown, *(["  …"] if len(items) > len(shown) else [])])
    if first:
        message = f"The list of {quoted(part.key)} begins on the line of its key; it must begin on the next one."
        return _diagnosis(part, part.value_index, len(first), message, help_, items)
    for (index, line), item in zip(more, below, strict=True):
        what = _wrong_with_item(item["mark"], item["item"]) if item else None
        if item and what:
            at = index + item.start("mark")
            return _diagnosis(part, at, len(line.rstrip()) - item.start("mark"), what, help_, items)
    at = min(broken.offset, part.start + len(part.text) - 1) - part.start
    return _diagnosis(part, at, 1, f"The items of {quoted(part.key)} are not indented alike.", help_, items)


def _wrong_with_item(mark: str, item: str) -> str | None:
    if mark != "-":
        return f"An item of a list begins with '-', but this one begins with '{mark}'."
    if item[:1] in CLOSED and CLOSED[item[0]].fullmatch(item.strip()) is None:
        return f"The quotation marks of this item are not in pairs: {quoted(item)}."
    if item[:1] not in CLOSED and COLON.search(item):
        return f"This item has a colon in it, which YAML takes for the end of a key: {quoted(item)}."
    return None


def _comment(part: Part, _broken: Breakage) -> Diagnosis | None:
    for index, line in lines(part.text):
        if index and line.lstrip().startswith("<!--"):
            message = "A comment of this form does not work in front matter."
            value = _value(part.text[part.colon + 1 : index])
            help_ = "Delete it, or begin the line with '#' instead."
            return _diagnosis(part, index, len(line.rstrip()), message, help_, value)
    return None


def _colon(part: Part, _broken: Breakage) -> Diagnosis | None:
    found = COLON.search(part.text, part.value_index)
    if found is None or not part.first_line():
        return None
    whole = part.written()
    message = f"The value of {quoted(part.key)} has a colon in it, which YAML takes for the end of another key."
    help_ = f"Put the value in quotes: {_shown(part.key, whole)}"
    return _diagnosis(part, found.start(), 1, message, help_, whole)


def _wrapped(part: Part, _broken: Breakage) -> Diagnosis | None:
    for index, line in part.more_lines():
        if line[0] in " \t":
            continue
        whole = part.written()
        message = f"This line has no key of its own; it looks like the rest of {quoted(part.key)} above."
        help_ = "Write the whole value on one line, or begin this line with two blanks."
        return _diagnosis(part, index, len(line.rstrip()), message, help_, whole)
    return None


def _group(part: Part, broken: Breakage) -> Diagnosis | None:
    """Keys below a key."""
    more = part.more_lines()
    if part.first_line() or not more or not all(line[0] in " \t" for _, line in more):
        return None
    below = [index for index, _ in more if part.start + index <= broken.offset]
    at, line = more[max(0, len(below) - 1)]
    message = f"The lines below {quoted(part.key)} do not fit together."
    help_ = "Begin all keys of a group with the same number of blanks, and put a value with a colon in quotation marks."
    return _diagnosis(part, at, len(line), message, help_, part.written())


CAUSES = (_damaged, _no_blank, _tab, _quote, _markdown, _bracket, _list, _reserved, _comment, _colon, _wrapped, _group)


def _diagnosis(part: Part, at: int, length: int, message: str, help_: str, value: Any) -> Diagnosis:
    start = part.start + max(0, at)
    return Diagnosis(Fault("frontmatter-syntax", message, Span(start, start + max(1, length)), help_), value)


def _value(text: str) -> Any:
    """What `text` would be as the value of a key: read as YAML if it is, else as text."""
    got = yaml_values.read(text.replace("\u00a0", " "))
    return got.data if isinstance(got, Reading) and not got.faults else " ".join(text.split())


def _items(texts: list[str]) -> list[Any]:
    items = (text.strip().strip("#\"'“”").rstrip(",").strip() for text in texts[: limits.MAX_FRONT_MATTER_VALUES])
    return [yaml_values.scalar(item) for item in items if item]


def _write(line: str) -> str:
    return f"Write: {line}" if len(line) <= LONGEST_LINE_SHOWN else "Put the whole value between two quotation marks."


def _shown(key: str, value: str) -> str:
    line = f"{key}: {in_quotes(value)}"
    if len(line) <= LONGEST_LINE_SHOWN:
        return line
    mark = in_quotes(value)[0]
    return f"{key}: {mark}{value[:40].rstrip()} … {value[-20:].lstrip()}{mark}"
