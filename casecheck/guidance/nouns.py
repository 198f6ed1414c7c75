"""What an amount counts: the noun behind a figure, or the label before it."""

from collections.abc import Sequence

from casecheck.guidance import vocabulary as known
from casecheck.guidance.draft import Draft, Unit, phrase_at, text_at, texts
from casecheck.guidance.tokens import DASH, Token

Tokens = Sequence[Token]


def read_unit(draft: Draft, tokens: Tokens) -> None:
    """The unit or noun behind a figure."""
    at = draft.end
    if text_at(tokens, at) == DASH and at + 1 < len(tokens) and _touches(tokens, at + 1):
        at += 1
    if text_at(tokens, draft.figure - 1) in known.MONEY or text_at(tokens, at) in known.MEASURES:
        draft.unit = Unit.MEASURE
        return
    if _is_ratio(draft, tokens):
        draft.unit = Unit.MEASURE
        return
    word = _word_at(tokens, at)
    if word is not None:
        draft.unit, draft.end = Unit.WORDS, word + 1
        return
    unit, noun, end = noun_at(tokens, at)
    if noun:
        draft.unit, draft.noun, draft.end = unit, noun, end
        if draft.preposition:
            draft.bound = None
    elif draft.preposition or text_at(tokens, draft.start) == "from":  # "numbers below ten", "from 1 to 5"
        draft.aside = True


def noun_at(tokens: Tokens, at: int) -> tuple[Unit, str, int]:
    """The noun phrase at a token: its unit, its text (empty where there is none), and the index behind it."""
    start, end = _noun(tokens, _behind_partitive(tokens, at))
    return _classify(tokens, start, end), _phrase(tokens, start, end), end


def _is_ratio(draft: Draft, tokens: Tokens) -> bool:
    """Whether a figure is one half of "80/20"."""
    behind = (
        text_at(tokens, draft.end) == "/" and draft.end + 1 < len(tokens) and tokens[draft.end + 1].value is not None
    )
    before = (
        text_at(tokens, draft.figure - 1) == "/" and draft.figure > 1 and tokens[draft.figure - 2].value is not None
    )
    return draft.bound is None and (behind or before)


def _touches(tokens: Tokens, at: int) -> bool:
    """Whether there is no blank before a token."""
    return tokens[at].start == tokens[at - 1].end


def _word_at(tokens: Tokens, at: int) -> int | None:
    """The index of "words" behind a figure, an adjective or two allowed: "100 or so well-chosen words"."""
    for index in range(at, min(at + 4, len(tokens))):
        if tokens[index].text in known.WORD:
            return index
        if tokens[index].text not in known.BEFORE_WORD:
            return None
    return None


def _behind_partitive(tokens: Tokens, at: int) -> int:
    """The index behind "of the", as in "three of the project's goals"."""
    if text_at(tokens, at) == "of":
        at += 1
        while text_at(tokens, at) in {"the", "these", "those", "your", "its", "their", "our"}:
            at += 1
    return at


MAX_NOUN = 12  # tokens


def _noun(tokens: Tokens, at: int) -> tuple[int, int]:
    """The noun phrase that starts at a token, as a range of tokens; a first word may stand in brackets."""
    start = at
    if (text_at(tokens, at), text_at(tokens, at + 2)) == ("(", ")") and tokens[at + 1].value is None:
        at += 3
    while at < len(tokens) and not _ends_noun(tokens, at, start):
        at += 1
    while at > start and tokens[at - 1].text in {"and", "or", DASH, "/", "&", "of"}:
        at -= 1
    return start, at


def _ends_noun(tokens: Tokens, at: int, start: int) -> bool:
    """Whether a noun phrase that began at `start` ends before a token."""
    text = tokens[at].text
    if tokens[at].value is not None or at - start > MAX_NOUN or phrase_at(tokens, at, known.BEFORE_FIGURE):
        return True
    if text in {DASH, "/"}:
        return at == start or at + 1 >= len(tokens) or not (_touches(tokens, at) and _touches(tokens, at + 1))
    if text in {"and", "or", "&"}:
        return at + 1 >= len(tokens) or tokens[at + 1].value is not None or tokens[at + 1].text in _NO_NOUN
    if text == "of":
        return at == start
    return text in known.NOUN_ENDS or text in known.NOUN_STOPS


_NO_NOUN = (
    known.NOUN_ENDS | known.NOUN_STOPS | known.ASK | known.LINKS | known.words("more less fewer linking their your its")
)


def _classify(tokens: Tokens, start: int, end: int) -> Unit:
    """The unit of a noun phrase, told by its head: the last word before "and", "or" or "of"."""
    breaks = (index for index in range(start, end) if tokens[index].text in {"and", "or", "of", "/"})
    words = texts(tokens, start, next(breaks, end))
    if any(word in known.LENGTHS for word in words):
        return Unit.LENGTH
    tables = (
        (known.CAPTIONS, Unit.CAPTIONS),
        (known.IMAGES, Unit.IMAGES),
        (known.LINKS, Unit.LINKS),
        (known.MEASURES, Unit.MEASURE),
    )
    return next((unit for table, unit in tables if words and words[-1] in table), Unit.THINGS)


def _phrase(tokens: Tokens, start: int, end: int) -> str:
    """A noun phrase as written, in lower case and without brackets."""
    out = ""
    for index in range(start, end):
        if tokens[index].text not in {"(", ")"}:
            out += ("" if not out or _touches(tokens, index) else " ") + tokens[index].text
    return out


def read_or_two(draft: Draft, tokens: Tokens, floor: int) -> None:
    """The noun before a figure in "an example or two": that is one or two of them."""
    at = draft.figure
    for start in (at - 3, at - 4):
        if (
            start >= floor
            and text_at(tokens, at - 1) == "or"
            and tokens[start].text in {"a", "an"}
            and not draft.ranged
        ):
            draft.low, draft.ranged, draft.start = 1, True, start
            draft.unit, draft.noun = _classify(tokens, start + 1, at - 1), _phrase(tokens, start + 1, at - 1)
            return


_SIGNS = known.words(": ( = is be are should must will -")
_BOUNDS = known.words("max maximum min minimum limit cap")
_IN_LABEL = known.words("number of the count quantity how many max maximum min minimum total required a")
MAX_LABEL = 8  # tokens


def read_label(draft: Draft, tokens: Tokens, floor: int) -> None:
    """The noun that stands before a bare figure: "Number of goals: 3-5", "Goals (max. 5)"."""
    end = draft.start
    while end > floor and tokens[end - 1].text in _SIGNS:
        end -= 1
    start = end
    while (
        start > floor
        and tokens[start - 1].value is None
        and tokens[start - 1].text not in known.NOUN_STOPS - {"-", "/"}
    ):
        start -= 1
    label = texts(tokens, start, end)
    signed = tokens[end].text in {":", "(", "=", "-"} or not {"number", "count", "quantity"}.isdisjoint(label)
    if end == draft.start or not label or len(label) > MAX_LABEL or not signed or _is_sentence(label):
        return
    if draft.bound is None:
        draft.bound = next((known.BEFORE_FIGURE[(text,)] for text in label if text in _BOUNDS), None)
    while start < end and tokens[start].text in _IN_LABEL:
        start += 1
    _apply_label(draft, tokens, start, end)


def _is_sentence(label: Sequence[str]) -> bool:
    """Whether a label is rather a request: "Describe how it works (50 words)", "Repeat for every goal (3)"."""
    asking = len(label) > 2 and label[0] in known.ASK and not _CLAUSES.isdisjoint(label)
    return asking or not {"each", "every"}.isdisjoint(label)


_CLAUSES = known.words("how what why that which where who whether")


def _apply_label(draft: Draft, tokens: Tokens, start: int, end: int) -> None:
    """Let a label bare of "number of" say what a draft counts."""
    label = texts(tokens, start, end)
    if not label:
        draft.unit, draft.noun = Unit.THINGS, "items"
    elif not known.WORD.isdisjoint(label):
        draft.unit = Unit.WORDS
    elif len(label) > 1 or not (known.ASK | {"length", "size", "aim"}).issuperset(label):
        draft.unit, draft.noun, draft.start = _classify(tokens, start, end), _phrase(tokens, start, end), start
