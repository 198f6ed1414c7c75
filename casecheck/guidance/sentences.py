"""A comment as the statements in it: questions, which ask for thought and not for figures, are left out."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from casecheck.guidance import vocabulary as known


@dataclass(frozen=True, slots=True)
class Statement:
    """A sentence that may ask for something; `condition` is the kind of document that it speaks of, if of one."""

    text: str
    condition: str = ""


MAX_CHARACTERS = 2000  # of a statement; what is longer is no sentence that a person wrote
_BULLET = re.compile(r"\s*(?:[-*+•–—]|\d{1,2}[.)]|[a-z]\))\s+(?:\[[ xX]?\]\s*)?")
_LABEL = re.compile(r"\s*[A-Z][\w/()' -]{0,40}:(?:\s|$)")
_END = re.compile(r"[.!?…]+[)\]\"”’'*_]*")
_ABBREVIATIONS = known.words("max min approx ca c incl excl etc no fig vs cf resp e.g i.e eg ie dr mr mrs ms st")
_NEVER_LAST = known.words("approx ca c vs cf e.g i.e eg ie dr mr mrs ms fig")
_WORD_BEFORE = re.compile(r"[\w.]+$")

_EXAMPLE = re.compile(r"\W*(?:for example|for instance|e\.g|example|sample|such as)\b", re.IGNORECASE)
_ASKS = re.compile(
    r"""\W*(?:
        (?:how|what|who|whom|whose|which|why) \s (?:[\w'’-]+\s){0,3}?
      | (?:when|where) \s
    )
    (?:do|does|did|is|are|was|were|has|have|had|will|would|can|could|should|might|must|may)\b""",
    re.IGNORECASE | re.VERBOSE,
)
_ASIDE = re.compile(r"\(([^()?]*)\)")
_OPENING = re.compile(r"\W*(?:in|within|using|with)\s[^,?]{1,80},", re.IGNORECASE)
_CLOSING = re.compile(r"(?:,|\s[–—-])\s*((?:in|within|using)\s[^,?]{1,80})\?\W*$", re.IGNORECASE)
_TURN = re.compile(r":\s|;\s|(?<!\d)\s[–—-]\s|\s—|—\s")

_NO_KIND = r"(?!(?:example|instance|each|every|all|any|this|the|these|your|a|an)\b)"
_FOR_KIND = re.compile(
    rf"\W*(?:for|in case of)\s+(?P<kind>{_NO_KIND}[a-z-]+(?:\s[a-z-]+)?)(?:\s(?:cases|documents))?\s*(?P<mark>[:,])\s*",
    re.IGNORECASE,
)
_IT_IS = r"(?:this|it|(?:the|your)\s+\w+)\s+is\s+(?:about\s+)?"
_IF_KIND = re.compile(rf"\W*(?:if|when|where)\s+{_IT_IS}an?\s+(?P<kind>[a-z-]+)\s*(?P<mark>[:,])\s*", re.IGNORECASE)


def statements(comment: str) -> list[Statement]:
    """The statements of a comment, in order."""
    out: list[Statement] = []
    for block in _blocks(comment):
        raw = list(_split(block))
        starts = _kinds(raw)
        conditions = _spread([kind for kind, _ in starts])
        for sentence, (_, after), condition in zip(raw, starts, conditions, strict=True):
            parts = (part.strip() for part in _without_questions(sentence[after:]))
            out.extend(Statement(part[:MAX_CHARACTERS], condition) for part in parts if part.strip(".*_-"))
    return out


def _spread(kinds: list[str]) -> list[str]:
    """The condition of each sentence, from the sentences that name one.

    It holds to the next one that is named; the last of several for no more sentences than the longest before it, so
    that in "For plans, list 3. For districts, list 5. Use 50 words." the words are for both.
    """
    starts = [index for index, kind in enumerate(kinds) if kind]
    longest = max((after - start for start, after in pairwise(starts)), default=len(kinds))
    out = [""] * len(kinds)
    for start, end in zip(starts, [*starts[1:], len(kinds)], strict=False):
        for index in range(start, min(end, start + longest)):
            out[index] = kinds[start]
    return out


def _blocks(comment: str) -> Iterator[str]:
    """The paragraphs and list items of a comment, each on one line; a line such as "Length: 50 words" is one too."""
    block: list[str] = []
    for line in comment.split("\n"):
        bullet = _BULLET.match(line)
        if block and (bullet or not line.strip() or _LABEL.match(line)):
            yield " ".join(block)
            block = []
        text = (line[bullet.end() :] if bullet else line).split()
        if text:
            block.append(" ".join(text))
    if block:
        yield " ".join(block)


def _split(block: str) -> Iterator[str]:
    """The sentences of a paragraph."""
    start = 0
    for mark in _END.finditer(block):
        if _ends_sentence(block, mark):
            yield block[start : mark.end()].strip()
            start = mark.end()
    if block[start:].strip():
        yield block[start:].strip()


def _ends_sentence(block: str, mark: re.Match[str]) -> bool:
    following = block[mark.end() : mark.end() + 2]
    if not following.strip():
        return True
    before = _WORD_BEFORE.search(block, max(0, mark.start() - 20), mark.start())
    word = before.group().lower() if before else ""
    if not following[0].isspace():  # "the project.Replace the title"
        return following[0].isupper() and len(word) > 1 and word[-1].isalpha() and "." not in word
    initial = following[1]
    if mark.group() == "." and (word in _ABBREVIATIONS or (len(word) == 1 and word.isalpha()) or "." in word):
        if word == "no" and not initial.isdigit():
            return True
        return initial.isupper() and word not in _NEVER_LAST and len(word) > 1
    return not (initial.islower() and mark.group()[-1] in ")]")


def _kinds(sentences: list[str]) -> list[tuple[str, int]]:
    """For each sentence the kind of document that it names at its start, and where the rest begins.

    "For plans: …" names one by its colon; "For plans, …" only where another sentence does so for another kind.
    """
    found = [_IF_KIND.match(sentence) or _FOR_KIND.match(sentence) for sentence in sentences]
    named = {match["kind"].casefold() for match in found if match and _is_plural(match["kind"])}
    out = []
    for match in found:
        clear = match and (
            match["mark"] == ":" or match.re is _IF_KIND or (_is_plural(match["kind"]) and len(named) > 1)
        )
        out.append((_singular(match["kind"]), match.end()) if match and clear else ("", 0))
    return out


def _is_plural(noun: str) -> bool:
    return noun.casefold().endswith("s")


def _singular(noun: str) -> str:
    noun = noun.casefold()
    if noun.endswith("ies"):
        return noun.removesuffix("ies") + "y"
    return noun.removesuffix("s") if not noun.endswith("ss") else noun


def _without_questions(sentence: str) -> Iterator[str]:
    """What a sentence states. Of a question that is its asides and what frames it: "In 50 words, what is new?"."""
    if _EXAMPLE.match(sentence):
        return
    if not sentence.rstrip(")]\"”’'*_ ").endswith("?"):
        yield from _without_indirect_question(sentence)
        return
    yield from _ASIDE.findall(sentence)
    question = _ASIDE.sub(" ", sentence)
    turns = list(_TURN.finditer(question))
    if turns and not _ASKS.match(question):
        yield question[: turns[-1].start()]
        question = question[turns[-1].end() :]
    for frame in (_OPENING.match(question), _CLOSING.search(question)):
        if frame:
            yield frame[frame.re.groups]


def _without_indirect_question(sentence: str) -> Iterator[str]:
    """A statement; of a question that lacks its mark, only what stands behind a colon."""
    if not _ASKS.match(sentence):
        yield sentence
        return
    yield from _ASIDE.findall(sentence)
    _, colon, rest = _ASIDE.sub(" ", sentence).partition(": ")
    if colon:
        yield rest
