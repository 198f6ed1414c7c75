"""A value that is shown as plain text has HTML, Markdown or a comment in it.

The front matter is no page: tags, stars and brackets are shown to readers as they are written.

Bad:

    featured_credit: Photo by <a href="https://example.org/quay">Ada Example</a> on <a href="https://example.org">Pics</a>
    type: district <!-- district | plan -->

Good:

    featured_credit: Ada Example (Pics)
    featured_credit_link: https://example.org/quay
    type: district
"""

import re
from collections.abc import Iterator

from casecheck import plaintext
from casecheck.document import CaseDocument
from casecheck.finding import Problem, Severity, quoted
from casecheck.parse.frontmatter import Path
from casecheck.parse.yaml_values import plain_or_quoted
from casecheck.plaintext import Markup
from casecheck.settings import Settings

NAME = "field-markup"
SEVERITY = Severity.WARNING

ADDRESS = re.compile(r"https?://\S{1,300}", re.IGNORECASE)
SIGNS_OF_YAML = "*[!&`"  # frontmatter-syntax speaks of a value that begins with one
CURLY = re.compile(r"[“„”‘‚](?P<text>[^“„”‘‚’]+)[“”‘’]")
FILES = {"featured_image", "geography"}  # the rules on files speak of these


def check(document: CaseDocument, _settings: Settings) -> Iterator[Problem]:
    """Values with markup; where the schema refuses the value too, as severe as that."""
    refused = {fault.path: fault.weight for fault in document.schema_faults if fault.rule == "field-value"}
    for path in document.front_matter.entries:
        value = document.front_matter.at(path)
        if not isinstance(value, str) or not path or path[0] in FILES:
            continue
        markup = plaintext.find(value)
        if markup is None or (path[0] in document.front_matter.recovered and value[0] in SIGNS_OF_YAML):
            continue
        message = f"{quoted(path[0])} is shown as plain text, but has {markup.kind} in it: {quoted(value)}."
        at = document.at(document.front_matter.value_span(*path))
        yield Problem(message, at, _help(path, markup), min(SEVERITY, refused.get(path, SEVERITY)))
    yield from _curly(document)
    credit = document.front_matter.text("featured_credit")
    if credit and ADDRESS.fullmatch(credit):
        message = f"The credit is a web address, which nobody can click there: {quoted(credit)}."
        help_ = f"Write:\nfeatured_credit: Name (Source)\nfeatured_credit_link: {credit}"
        yield Problem(message, document.at(document.front_matter.value_span("featured_credit")), help_, Severity.NOTE)


def _curly(document: CaseDocument) -> Iterator[Problem]:
    """Values in curly quotation marks, which are no signs of YAML and so stay on the page."""
    reported = {fault.path[0] for fault in document.schema_faults if fault.path}
    for key, value in document.front_matter.data.items():
        inner = CURLY.fullmatch(value.strip()) if isinstance(value, str) and key not in FILES | reported else None
        if inner:
            at = document.at(document.front_matter.value_span(key))
            message = f"The curly quotation marks around {quoted(key)} are shown with it: {quoted(value)}."
            yield Problem(message, at, f"Write: {key}: {plain_or_quoted(inner['text'])}", Severity.NOTE)


def _help(path: Path, markup: Markup) -> str:
    key = path[0]
    value = plain_or_quoted(markup.plain) if markup.plain else ""
    if len(path) > 1:
        return f"Write: {value}"
    lines = [f"{key}: {value}".rstrip()]
    if key == "featured_credit" and markup.addresses:
        lines.append(f"featured_credit_link: {markup.addresses[-1]}")
    return f"Write: {lines[0]}" if len(lines) == 1 else "Write:\n" + "\n".join(lines)
