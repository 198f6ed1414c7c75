"""Stars that should make text bold or slanted stay on the page as stars.

Markdown pairs stars only where they touch the words: no blank may stand between the stars and the text inside them,
the closing ones need a blank or a punctuation mark after them, and both ends need the same number.

Bad:
    **Open data **. The city shares its tide tables.
    **Open data.**The city shares its tide tables.
    **Open data. The city shares its tide tables.

Good:
    **Open data**. The city shares its tide tables.
"""

import re
from collections.abc import Iterator

from casecheck.document import CaseDocument
from casecheck.finding import Problem, Severity, in_full, quoted
from casecheck.parse.markdown import Prose
from casecheck.settings import Settings

NAME = "emphasis-broken"
SEVERITY = Severity.NOTE

PAIR = re.compile(r"(?<![^\s(\"'“‘\[—–-])\*\*(?P<inner>[^*\n]{1,300})\*\*(?![*/])(?P<after>\w{0,30})")
OPENING = re.compile(r"(?<![\w*])\*\*(?=[^\W_])")
FOOTNOTE = re.compile(r"[\w.)]\*\*(?![\w*])")
UNEVEN = re.compile(r"(?<![\w*])(?:\*\*(?P<one>[^*\n]{1,300})\*(?!\*)|\*(?P<two>[^*\s][^*\n]{0,300})\*\*(?!\*))")


def check(document: CaseDocument, _settings: Settings) -> Iterator[Problem]:
    """Stars that Markdown leaves in the text, where it is certain what they were for."""
    prose = [part for part in document.body.prose if "*" in part.plain]
    footnotes = any(FOOTNOTE.search(PAIR.sub("", part.plain)) for part in prose)
    for part in prose:
        found = list(_found(part, footnotes=footnotes))
        for start, end, message, help_ in found:
            yield Problem(message, document.at(part.place(start, end)), help=help_)


def _found(part: Prose, *, footnotes: bool) -> Iterator[tuple[int, int, str, str]]:
    """Start, end, message and help of each fault; `footnotes` if the document marks footnotes with two stars."""
    pairs = list(PAIR.finditer(part.plain))
    for pair in pairs:
        inner = part.text[pair.start("inner") : pair.end("inner")]
        if inner.strip():
            right = f"**{inner.strip()}**" + (" " + pair["after"] if pair["after"] else "")
            yield (
                *pair.span(),
                f"The stars around {quoted(inner.strip())} do not make it bold; they stay on the page.",
                f"Write {in_full(right)}" + (", with a blank behind the stars." if pair["after"] else "."),
            )
    for uneven in UNEVEN.finditer(part.text):
        group = "one" if uneven["one"] is not None else "two"
        stars = (uneven.start(), uneven.start() + 1, uneven.end() - 1, uneven.end() - 2)
        if "".join(part.plain[at] for at in stars).count("*") == 1:
            yield (
                *uneven.span(),
                f"{quoted(uneven[group].strip())} has two stars on one side and one on the other.",
                f"Write {in_full(f'**{uneven[group].strip()}**')}.",
            )
    left = PAIR.sub(lambda pair: " " * len(pair[0]), part.plain)
    openings = list(OPENING.finditer(left))
    if len(openings) == 1 and left.count("**") == 1 and not footnotes:
        at = openings[0].start()
        words = " ".join(part.text[at + 2 : at + 80].split()[:6])
        yield (
            at,
            at + 2,
            f"The bold text that starts with {quoted(words)} is never closed; its stars stay on the page.",
            "Write two more stars where the bold text ends.",
        )
