"""The clauses of a sentence, and whether each one demands, offers or forbids."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace

from casecheck.guidance import vocabulary as known
from casecheck.guidance.amounts import Amount
from casecheck.guidance.tokens import DASH, Token

Tokens = Sequence[Token]

_BREAKS = known.words(", ; : ( ) [ ] . ! ?")
_CONJUNCTIONS = frozenset({"and", "but", "then", "while", "although", "though", "plus"})
_TURNS = frozenset({"if", "unless", "whenever"})  # they begin a clause, and are a part of it
_CONDITIONS = frozenset({"if", "unless", "when", "whenever", "where"})


@dataclass(frozen=True, slots=True)
class Clause:
    """A stretch of tokens, `start` to `end`.

    `offered` where it merely allows or suggests ("feel free to"), `firmly` where that holds for counts as well;
    `conditional` where it only names a condition ("if there are more than 5"); `verbs` are the indices of its verbs.
    """

    start: int
    end: int
    offered: bool
    firmly: bool
    conditional: bool
    verbs: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence with its clauses and amounts."""

    tokens: Tokens
    clauses: Sequence[Clause]
    amounts: Sequence[Amount]


def clauses(tokens: Tokens) -> list[Clause]:
    """The clauses of a sentence, in order; the marks between them belong to none."""
    found = []
    start = 0
    for index in range(len(tokens) + 1):
        if index == len(tokens) or _breaks(tokens, index):
            if index > start:
                found.append(_clause(tokens, start, index))
            start = index if index < len(tokens) and tokens[index].text in _TURNS else index + 1
    return _with_offers(tokens, found)


def _with_offers(tokens: Tokens, found: list[Clause]) -> list[Clause]:
    """The clauses, with those that are nothing but an offer ("if possible") joined to the one that they speak of.

    That is the next one at the start of a sentence and behind "and", else the one before.
    """
    out: list[Clause] = []
    pending: Clause | None = None
    for clause in found:
        if pending:
            clause = replace(clause, offered=True, firmly=clause.firmly or pending.firmly)
            pending = None
        if _offer_at(tokens, clause.start, clause.end) != tuple(
            token.text for token in tokens[clause.start : clause.end]
        ):
            out.append(clause)
        elif not out or {token.text for token in tokens[clause.start - 2 : clause.start]} & _CONJUNCTIONS:
            pending = clause
        else:
            out[-1] = replace(out[-1], offered=True, firmly=out[-1].firmly or clause.firmly)
    return [*out, pending] if pending else out


def _breaks(tokens: Tokens, at: int) -> bool:
    text = tokens[at].text
    if text in {DASH, "+", "&"}:
        return (
            0 < at < len(tokens) - 1 and tokens[at].start > tokens[at - 1].end and tokens[at + 1].start > tokens[at].end
        )
    return text in _BREAKS or text in _CONJUNCTIONS or text in _TURNS


def _clause(tokens: Tokens, start: int, end: int) -> Clause:
    offers = [phrase for at in range(start, end) if (phrase := _offer_at(tokens, at, end))]
    return Clause(
        start=start,
        end=end,
        offered=bool(offers),
        firmly=any(phrase in known.FIRM_OFFERS for phrase in offers),
        conditional=tokens[start].text in _CONDITIONS and not offers,
        verbs=tuple(at for at in range(start, end) if tokens[at].text in _VERBS and not _is_noun(tokens, at, end)),
    )


_ALSO_NOUNS = known.words("name names link links list quote quotes contact place role title report profile point")


def _is_noun(tokens: Tokens, at: int, end: int) -> bool:
    """Whether a word that may be a verb has nothing behind it that it could ask for: "name, role and link"."""
    return tokens[at].text in _ALSO_NOUNS and (at + 1 == end or tokens[at + 1].text in {"for", "of"})


_VERBS = known.ASK_FORMS.keys() | known.PUT_IN_FORMS.keys() | known.MODALS | known.ALLOWING | {"is", "are", "be"}


def _offer_at(tokens: Tokens, at: int, end: int) -> tuple[str, ...] | None:
    if tokens[at].text not in known.OFFERS.openers:
        return None
    for length in range(min(known.OFFERS.longest, end - at), 0, -1):
        phrase = tuple(token.text for token in tokens[at : at + length])
        if phrase in known.OFFERS:
            return phrase
    return None


def clause_of(found: Sequence[Clause], at: int) -> Clause:
    """The clause that holds a token; the one before it for a mark between two."""
    return found[index_of(found, at)]


def index_of(found: Sequence[Clause], at: int) -> int:
    """The index of that clause."""
    return max(0, bisect_right(found, at, key=lambda clause: clause.start) - 1)


def is_imperative(tokens: Tokens, clause: Clause, verb: int) -> bool:
    """Whether a verb asks the author: it opens its clause, or stands behind "should", "please", "we" or the like."""
    before = [token.text for token in tokens[clause.start : verb]]
    if not before or before[0] in _OPENERS or known.MODALS.intersection(before):
        return True
    return all(text in _BEFORE_IMPERATIVE or text.endswith("ly") for text in before)


_OPENERS = known.PREPOSITIONS | {
    "for",
    "under",
    "below",
    "here",
    "please",
    "you",
    "we",
    "there",
    "within",
    "make",
    "be",
    "try",
    "remember",
    "do",
}
_BEFORE_IMPERATIVE = known.words(
    """please then also first second third next finally now to do kindly always just again only or either"""
)
