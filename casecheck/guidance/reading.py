"""From the text of a comment to its guidance."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from casecheck.guidance import counts, extras, scope, vague
from casecheck.guidance import vocabulary as known
from casecheck.guidance.amounts import Amount, amounts
from casecheck.guidance.bounds import speaks_of_items
from casecheck.guidance.clauses import Clause, Sentence, clause_of, clauses
from casecheck.guidance.counts import Verdict
from casecheck.guidance.draft import Unit
from casecheck.guidance.merging import join
from casecheck.guidance.model import Guidance, ItemRange, WordRange
from casecheck.guidance.optional import is_optional
from casecheck.guidance.parts import part_of
from casecheck.guidance.sentences import Statement, statements
from casecheck.guidance.tokens import Token, tokens

Tokens = Sequence[Token]


MAX_CHARACTERS = 20_000  # of a comment; no author reads further either


def speaks(comment: str) -> bool:
    """Whether a comment speaks to the author: casecheck's own directives and lists of allowed values do not."""
    return not comment.strip().casefold().startswith(("casecheck-", "allowed values"))


def read(comment: str) -> Guidance:
    """The guidance in the text of a comment, of which the first MAX_CHARACTERS are read."""
    if not speaks(comment):
        return Guidance()
    readings = [
        _read_statement(statement, first=not index)
        for index, statement in enumerate(statements(comment[:MAX_CHARACTERS]))
    ]
    words = _words(readings)
    return Guidance(
        words=words,
        items=_items(readings),
        links=any(reading.links for reading in readings),
        images=any(reading.images for reading in readings),
        captions=any(reading.captions for reading in readings),
        optional=any(reading.optional for reading in readings),
        not_understood=tuple(_not_understood(readings, has_words=bool(words))),
    )


@dataclass(slots=True)
class _Reading:
    """What one statement asks for. `reasons` says what of it was not understood, `brief` why its length is unclear
    unless the comment says it in words."""

    statement: Statement
    tokens: Tokens
    words: list[Amount] = field(default_factory=list)
    items: list[Amount] = field(default_factory=list)
    reasons: list[str] = field(default_factory=list)
    brief: str = ""
    links: bool = False
    images: bool = False
    captions: bool = False
    optional: bool = False


def _read_statement(statement: Statement, *, first: bool) -> _Reading:
    found = tokens(statement.text)
    reading = _Reading(statement, found)
    if not found:
        return reading
    parts = clauses(found)
    sentence = Sentence(found, parts, amounts(found))
    if not parts:
        return reading
    about_extras = extras.speaks_of_extras(found)
    reading.links, reading.images = extras.requires_links(sentence), extras.requires_images(sentence)
    reading.captions = extras.requires_captions(sentence)
    reading.optional = is_optional(statement.text, first=first, about_extras=about_extras)
    _sort_amounts(reading, sentence)
    _look_for_vague_amounts(reading)
    return reading


_NOT_UNDERSTOOD = {
    Verdict.NESTED: "casecheck does not count what stands inside an item",
    Verdict.TOO_MANY: f"casecheck counts up to {counts.MOST_ITEMS} items",
}


def _sort_amounts(reading: _Reading, sentence: Sentence) -> None:
    """Put each amount of a sentence where it belongs: words, items, or what was not understood."""
    verdicts = counts.verdicts(sentence, optional=reading.optional)
    for amount, verdict in zip(sentence.amounts, verdicts, strict=True):
        clause = clause_of(sentence.clauses, amount.figure)
        if amount.unit is Unit.WORDS:
            _sort_words(reading, amount, clause)
        elif amount.unit is Unit.LENGTH:
            if not clause.firmly and not clause.conditional and not _is_elsewhere(sentence.tokens, amount):
                reason = f"casecheck counts words, not {_length(amount)}"
                if amount.low == amount.high == 1:  # "one paragraph, about 80 words"
                    reading.brief = reason
                else:
                    reading.reasons.append(reason)
        elif verdict is Verdict.ASKED:
            reading.items.append(amount)
        elif verdict is not Verdict.MENTIONED:
            reading.reasons.append(_NOT_UNDERSTOOD[verdict])
        elif _lacks_unit(amount):
            reading.reasons.append(f"it does not say {amount.high or amount.low} of what")


def _lacks_unit(amount: Amount) -> bool:
    """Whether a large figure is bounded, but counts nothing: "Length: about 200"."""
    figure = max(amount.low or 0, amount.high or 0)
    is_year = all(1900 <= year <= 2100 for year in amount.figures)
    return (
        amount.unit is Unit.NONE
        and not is_year
        and figure > counts.MOST_ITEMS
        and (amount.bounded or amount.approximate)
    )


def _length(amount: Amount) -> str:
    return next(known.LENGTHS[word] for word in amount.noun.replace("-", " ").split() if word in known.LENGTHS)


def _is_elsewhere(found: Tokens, amount: Amount) -> bool:
    """Whether a length is not the author's text's: "two empty lines", "see the guide (9 pages)"."""
    if not {"blank", "empty"}.isdisjoint(amount.noun.split()) or any(token.text == "see" for token in found):
        return True
    return amount.start > 0 and found[amount.start - 1].text in {
        "first",
        "last",
        "next",
        "previous",
        "every",
        "these",
        "those",
    }


_NOT_A_LENGTH = known.words("first last next previous per every after than instead")


def _sort_words(reading: _Reading, amount: Amount, clause: Clause) -> None:
    found = reading.tokens
    before = found[amount.start - 1].text if amount.start else ""
    past = {"was", "were", "had", "used"} & {token.text for token in found[clause.start : amount.start]}
    instead = {"instead", "rather"} & {token.text for token in found[max(0, amount.start - 2) : amount.start]}
    if clause.firmly and amount.high is None:  # "feel free to write more than 150 words"
        return
    if amount.high == 0 or before in _NOT_A_LENGTH or instead or clause.conditional or (past and not amount.bounded):
        return
    if _next(found, amount.end - 1) == "of" and _next(found, amount.end) in {"this", "the", "your", "that"}:
        return  # "the first page shows about 30 words of this text"
    part = part_of(found, amount)
    if part and part not in known.OPENINGS:
        reading.reasons.append(f"it is for the {part} alone")
    else:
        reading.words.append(replace(amount, part=part))


def _next(found: Tokens, at: int) -> str:
    return found[at + 1].text if at + 1 < len(found) else ""


def _look_for_vague_amounts(reading: _Reading) -> None:
    text = reading.statement.text
    if reading.words:
        return
    if vague.vague_length(text) or vague.vague_count(reading.tokens):
        offered = any(clause.firmly for clause in clauses(reading.tokens))
        if not offered and not reading.reasons:
            reading.reasons.append("it names no figure")
    elif not reading.reasons and vague.merely_brief(text, reading.tokens):
        reading.brief = reading.brief or "it names no figure"


def _items(readings: Sequence[_Reading]) -> tuple[ItemRange, ...]:
    """The item counts of a comment; bounds of the same things, as in "at least 3 goals, at most 5", made one."""
    out: dict[ItemRange, None] = {}
    last: ItemRange | None = None
    for reading in readings:
        for amount in reading.items:
            new = ItemRange(amount.low, amount.high, amount.noun or "items", reading.statement.condition)
            joined = _joined(last, new) if last and _same_things(last, new, amount) else None
            if last and joined:
                out.pop(last, None)
            last = joined or new
            out[last] = None
    return tuple(out)


def _same_things(one: ItemRange, other: ItemRange, amount: Amount) -> bool:
    return one.condition == other.condition and (one.what == other.what or not amount.noun)


def _joined(one: ItemRange, other: ItemRange) -> ItemRange | None:
    bounds = join((one.min, one.max), (other.min, other.max))
    return bounds and ItemRange(*bounds, one.what, one.condition)


def _words(readings: Sequence[_Reading]) -> tuple[WordRange, ...]:
    """The word ranges of a comment, one for each scope and condition.

    Where several lengths contradict each other, they are for parts that casecheck cannot tell apart: then none holds,
    and their statements are marked.
    """
    several = any((item.high or counts.MOST_ITEMS) > 1 for reading in readings for item in reading.items)
    each = any(_speaks_of_each(reading.tokens) for reading in readings)
    title = any("placeholder title" in " ".join(reading.statement.text.lower().split()) for reading in readings)
    groups: dict[tuple[str, str], list[tuple[WordRange, _Reading]]] = {}
    for reading in readings:
        for amount in reading.words:
            if amount.part and several:
                reading.reasons.append(f"it is for the {amount.part} alone")
                continue
            others = [other for other in reading.words if other is not amount]
            context = scope.Context(amount, reading.tokens, others, several, each, title)
            new = _word_range(context, reading.statement.condition)
            groups.setdefault((new.scope, new.condition), []).append((new, reading))
    return tuple(words for group in groups.values() if (words := _agreed(group)))


def _agreed(group: Sequence[tuple[WordRange, _Reading]]) -> WordRange | None:
    """The one range that all of a group make together; where there is none, their statements are marked."""
    agreed = group[0][0]
    for new, _ in group[1:]:
        bounds = join((agreed.min, agreed.max), (new.min, new.max))
        if bounds is None:
            for _, reading in group:
                reading.reasons.append("there are several lengths for the same text")
            return None
        approximate = agreed.approximate or (new.approximate and bounds != (agreed.min, agreed.max))
        agreed = replace(agreed, min=bounds[0], max=bounds[1], approximate=approximate)
    return agreed


def _speaks_of_each(found: Tokens) -> bool:
    return any(
        token.text in {"each", "every"} and _next(found, at) not in known.WHOLES and speaks_of_items(found, at)
        for at, token in enumerate(found)
    )


def _word_range(context: scope.Context, condition: str) -> WordRange:
    chosen, reason = scope.scope_of(context)
    amount = context.amount
    return WordRange(amount.low, amount.high, amount.approximate, chosen, condition, reason)


def _not_understood(readings: Sequence[_Reading], *, has_words: bool) -> Iterator[str]:
    """The statements with an amount that was not understood, each with the reason."""
    for reading in readings:
        reasons = list(dict.fromkeys(reading.reasons))
        if not reasons and reading.brief and not has_words:
            reasons = [reading.brief]
        if reasons:
            yield f"{reading.statement.text} ({'; '.join(reasons)})"
