"""Where a document still has what its template put in place of the author's own text."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal
from urllib.parse import unquote

from casecheck.lorem import blind_text
from casecheck.parse.markdown import Prose
from casecheck.placeholders import is_instruction, is_placeholder, says_only
from casecheck.samples import NUMBERED, SHINGLE, WORD, Samples, flat, shingles_of, title_key, words_of

ENOUGH = 0.4  # of a sentence's shingles: the rest may have been edited
FEWEST = 5  # of a longer one's: fewer come about by chance, as in "at least one source of"
FEWEST_AT_START = 3  # where both begin alike
FARTHEST = 8  # words from one shingle of a sentence to the next; more of them are not edits of one sentence
MAX_TITLE_CHARACTERS = 200


@dataclass(frozen=True, slots=True)
class PlaceholderTitle:
    """A title of the template's; `rest` is what the author wrote behind it, if anything."""

    placeholder: str
    rest: str = ""


NUMBERED_ELSEWHERE = {"goal"}  # those of the United Nations have numbers of their own
PREFIX = re.compile(r"^(?P<stem>[^\W\d].*?)\s*#?\s*(?P<number>\d{1,2})?\s*(?:[:.)–—]|\s-)\s*(?P<rest>\S.*)$")


def placeholder_title(title: str, place: int, found: Samples) -> PlaceholderTitle | None:
    """The placeholder in an item's title; `place` is the item's number in its section, from 1.

    "Goal 1: Safe streets" has one; "Goal 11: Sustainable cities" has not, unless there are so many items.
    """
    if len(title) > MAX_TITLE_CHARACTERS:
        return None
    whole = NUMBERED.match(title)
    known = whole is not None and title_key(whole["stem"]) in found.stems | found.titles and _counts(title, place)
    if known or title_key(title) in found.titles:
        return PlaceholderTitle(title)
    parts = PREFIX.match(title)
    if not parts:
        return None
    stem, number, rest = title_key(parts["stem"]), parts["number"], parts["rest"]
    near = abs(int(number) - place) <= 1 if number and stem in NUMBERED_ELSEWHERE else _counts(number or "", place)
    if stem in found.titles or (number and stem in found.stems and near):
        return PlaceholderTitle(title[: parts.start("rest")].rstrip(" :.)–—-"), rest)
    return None


def _counts(title: str, place: int) -> bool:
    """Whether the number at the end of a title may count the items of its section."""
    number = re.search(r"\d+$", title)
    return number is None or int(number.group()) <= max(place + 2, 5)


def is_sample_link(text: str, found: Samples) -> bool:
    """Whether the text of a link is a placeholder of the template."""
    return flat(text) in found.link_texts


def is_sample_address(address: str, found: Samples) -> bool:
    """Whether an address is one that the template uses in place of others."""
    return address.strip() in found.links


def is_sample_caption(caption: str, address: str, found: Samples) -> bool:
    """Whether a caption is the template's, below a picture whose file name does not bear it out."""
    if flat(caption) not in found.captions:
        return False
    name = set(words_of(unquote(address).replace("_", " ")))
    return not set(words_of(caption)[:2]) <= name


def is_placeholder_caption(caption: str) -> bool:
    """Whether a caption stands for one that is still to be written."""
    caption = " ".join(caption[:MAX_TITLE_CHARACTERS].split())
    return bool(caption) and (says_only("caption_credit_alt", caption) or is_placeholder(caption))


@dataclass(frozen=True, slots=True)
class LeftOver:
    """A stretch of a paragraph that is not the author's: `blind` text, the template's `own`, or a `note` to do it."""

    kind: Literal["blind", "own", "note"]
    start: int
    end: int


THING = r"(?:caption|citation|date|figure|image|link|map|name|number|photo|picture|quote|reference|source|text|title)s?"
NOTE = re.compile(
    rf"""
      \b(?:TBD|FIXME)\b
    | \bTODO\b(?!\s+[^\W\d_a-z]{{2,}}\b)  # not "TODO SOBRE RUEDAS"
    | \bTB[CA]\b(?=\W*$|[).,;])  # not "TBC Bank"
    | (?<![\w./-])(?:x{{3,}}|X{{4,}})(?![\w./-])
    | (?<![\w./-])(?:x{{2,}}|X{{2,}})(?=\s?%|\s(?:per\ ?cent|million|billion|thousand|euros?|dollars|km|people)\b)
    | (?<!\])\[\s*(?i:insert|add|enter|your|name\ of|write|describe|fill\ in|replace|placeholder|to-?do|tbd|xx+)\b
      [^\[\]\n]{{0,80}}\](?![(\[:])
    | (?<!\])\[\s*(?i:amount|city|citation\ needed|cite|{THING}|year|more)(?i:\s+here)?\s*\](?![(\[:])
    | \((?i:(?:add|insert|need)\s+(?:an?\s|the\s|more\s)?{THING})\b[^()\n]{{0,40}}\)
    | \bINSERT\s+(?:[A-Z]+\s+){{1,4}}HERE\b
    | \{{\{{[^{{}}\n]{{0,80}}\}}\}}
    | ^\W*(?i:placeholder|todo|tb[adc])\W*$ | ^\s*\?{{2,}}\s*$
    """,
    re.VERBOSE,
)
MARKED = re.compile(r"<(?:insert|add|enter|your|name of|write|describe)\b[^<>\n]{0,80}>", re.IGNORECASE)


def note_to_do(text: str) -> re.Match[str] | None:
    """The first words in a text that say what is still to be written there: "TBD", "[insert name]", "XX million"."""
    return NOTE.search(text)


def left_over(prose: Prose, found: Samples) -> LeftOver | None:
    """The first stretch of a paragraph that its author still has to replace."""
    candidates = [LeftOver("blind", start, end) for start, end in blind_text(prose.plain)]
    candidates += [LeftOver("own", start, end) for start, end in _own_sentences(prose.text, found)]
    notes = (note_to_do(prose.plain), MARKED.search(prose.text))
    candidates += [LeftOver("note", *note.span()) for note in notes if note]
    if is_instruction(prose.text):
        candidates.append(LeftOver("note", 0, len(prose.text)))
    return min(candidates, key=lambda candidate: candidate.start, default=None)


def _own_sentences(text: str, found: Samples) -> Iterator[tuple[int, int]]:
    """The stretches of a text that are sentences of the template, a few edits allowed."""
    matches = list(WORD.finditer(text))
    words = tuple(match.group().casefold() for match in matches)
    if words in found.phrases:
        yield matches[0].start(), matches[-1].end()
    places: dict[int, list[int]] = {}
    for at, shingle in enumerate(shingles_of(words)):
        for sentence in found.shingles.get(shingle, ()):
            places.setdefault(sentence, []).append(at)
    for sentence, hits in places.items():
        length = found.lengths[sentence]
        for run in _runs(hits):
            fewest = FEWEST if run[0] or words[:SHINGLE] not in found.openings else FEWEST_AT_START
            if len({words[at : at + SHINGLE] for at in run}) >= max(length * ENOUGH, min(length, fewest)):
                yield matches[run[0]].start(), matches[run[-1] + SHINGLE - 1].end()


def _runs(places: list[int]) -> Iterator[list[int]]:
    """Places, in order, in groups of neighbours."""
    run: list[int] = []
    for place in places:
        if run and place - run[-1] > FARTHEST:
            yield run
            run = []
        run.append(place)
    yield run
