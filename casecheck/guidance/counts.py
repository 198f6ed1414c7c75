"""Which amounts of things are counts of items that the author is to write."""

from collections.abc import Sequence
from dataclasses import replace
from enum import StrEnum

from casecheck.guidance import vocabulary as known
from casecheck.guidance.amounts import Amount
from casecheck.guidance.clauses import Clause, Sentence, clause_of, is_imperative
from casecheck.guidance.draft import Unit, text_at
from casecheck.guidance.tokens import DASH, Token
from casecheck.guidance.vocabulary import Share

MOST_ITEMS = 20  # a count beyond it speaks of something else than the items of a section

Tokens = Sequence[Token]


class Verdict(StrEnum):
    """What an amount is to the author."""

    ASKED = "asked"
    MENTIONED = "mentioned"  # a figure in passing
    NESTED = "nested"  # so many in each item
    TOO_MANY = "too many"


def verdicts(sentence: Sentence, *, optional: bool) -> list[Verdict]:
    """For each amount of a sentence whether it asks for items.

    In a sentence that makes its whole section `optional`, "if applicable" does not take back the count.
    """
    tokens, found = sentence.tokens, sentence.amounts
    out: list[Verdict] = []
    for index, amount in enumerate(found):
        follows = index > 0 and out[-1] is Verdict.ASKED and _continues(tokens, found[index - 1].end, amount.start)
        clause = clause_of(sentence.clauses, amount.figure)
        out.append(_verdict(tokens, amount, replace(clause, firmly=clause.firmly and not optional), follows))
    return out


def _verdict(tokens: Tokens, amount: Amount, clause: Clause, follows: bool) -> Verdict:
    if amount.unit not in {Unit.THINGS, Unit.NONE} or _is_in_passing(tokens, amount, clause):
        return Verdict.MENTIONED
    asked = follows or _is_asked(tokens, amount, clause)
    if amount.share is Share.ITEM and not _is_each_of(tokens, amount) and not _says_how_many(tokens, amount):
        if not amount.noun and tokens[amount.end - 1].text not in known.EACH:  # "rate each goal from 1 to 5"
            return Verdict.MENTIONED
        return Verdict.NESTED if asked or _has_request(tokens, clause, amount.start) else Verdict.MENTIONED
    if not asked:
        return Verdict.MENTIONED
    if max(amount.low or 0, amount.high or 0) > MOST_ITEMS:
        return Verdict.TOO_MANY
    return Verdict.ASKED


def _continues(tokens: Tokens, start: int, end: int) -> bool:
    """Whether an amount goes on a list: "three strengths, three weaknesses and two risks"."""
    return end - start <= 4 and all(
        token.text in {",", "and", "or", ";", "as", "well", "also", "plus", "/", "&"} for token in tokens[start:end]
    )


def _is_in_passing(tokens: Tokens, amount: Amount, clause: Clause) -> bool:
    """Whether a figure is no count at all: a year, "one of them", what a condition or an offer names."""
    exact = amount.low == amount.high
    if all(1900 <= figure <= 2100 for figure in (amount.low, amount.high) if figure is not None):
        return True
    if exact and amount.noun in {"points", "point", "pts"} and tokens[amount.start - 1].text in {"(", "worth"}:
        return True
    if exact and amount.low == 1 and not amount.bounded and _is_pronoun(tokens, amount):
        return True
    only_most = amount.low is None
    allowed = any(token.text in known.ALLOWING for token in tokens[clause.start : amount.figure])
    if clause.conditional or clause.firmly or (allowed and not only_most):
        return True
    return amount.high == 0


_ONE_SAYINGS = known.words("another hand side place time way thing idea go look glance day")


def _is_pronoun(tokens: Tokens, amount: Amount) -> bool:
    following = tokens[amount.figure + 1].text if amount.figure + 1 < len(tokens) else ""
    if amount.figure and tokens[amount.figure - 1].text in {"exactly", "only", "precisely"}:
        return False
    return not amount.noun or following == "of" or amount.noun.split()[0] in _ONE_SAYINGS


def _is_each_of(tokens: Tokens, amount: Amount) -> bool:
    """Whether an amount stands in "each of the 3-5 goals"."""
    before = [token.text for token in tokens[max(0, amount.start - 3) : amount.start]]
    return amount.bounded and before[-2:] in (["each", "of"], ["of", "the"], ["of", "your"]) and "each" in before


def _is_asked(tokens: Tokens, amount: Amount, clause: Clause) -> bool:
    """Whether what stands before an amount asks for it."""
    told = _told_by_neighbour(tokens, amount, clause)
    if told is not None:
        return told
    at = amount.start
    while at > clause.start and (skipped := _skipped(tokens, at)):
        at -= skipped
        if _is_ask(tokens[at].text) and _is_verb(tokens, clause, at, amount):
            return True
    if at <= clause.start:
        return _stands_alone(tokens, amount, clause)
    return _is_governed(tokens, amount, clause, at - 1)


def _says_how_many(tokens: Tokens, amount: Amount) -> bool:
    """Whether an amount in brackets counts what "each" speaks of: "for each partner (3-5 partners)"."""
    each = next((at for at, token in enumerate(tokens[: amount.start]) if token.text in {"each", "every"}), None)
    if each is None or text_at(tokens, amount.start - 1) not in {"(", ","} or not amount.bounded:
        return False
    noun = text_at(tokens, each + 1)
    return not amount.noun or amount.noun.split()[-1].removesuffix("s") == noun


def _told_by_neighbour(tokens: Tokens, amount: Amount, clause: Clause) -> bool | None:
    """Whether the word right before an amount settles whether it is asked for; None where it does not."""
    at = amount.start
    before, earlier = text_at(tokens, at - 1), text_at(tokens, at - 2)
    if _is_each_of(tokens, amount) or earlier in {"followed", "accompanied", "supported"}:
        return True
    if before in known.REJECTED_BEFORE_FIGURE:
        return before == "for" and _is_asked_for(tokens, amount, clause)
    if before == "with" and earlier in known.IMAGES | {"table", "tables"}:
        return False
    if amount.bounded and not clause.verbs and before in known.PREPOSITIONS | {"of"}:  # "a timeline with at least five"
        return True
    if before != "of":
        return None
    listed = _counts_texts(earlier)
    requested = any(tokens[verb].text in known.ASK for verb in clause.verbs)
    return None if listed and requested else listed


def _is_asked_for(tokens: Tokens, amount: Amount, clause: Clause) -> bool:
    """Whether "for" before an amount belongs to a request: "we ask for two", "cite evidence for at least two"."""
    if amount.start > 1 and tokens[amount.start - 2].text in {"ask", "asking", "look", "search", "call", "request"}:
        return True
    return amount.bounded and tokens[clause.start].text in known.ASK


def _counts_texts(text: str) -> bool:
    """Whether a word before "of" is the text asked for, or no noun at all: "a list of", "think of"."""
    return not text or text in known.LIST_NOUNS | known.TEXTS or text in known.ASK_FORMS


def _skipped(tokens: Tokens, at: int) -> int:
    """How many words before a token may stand between it and the verb: an article, an adverb, "in detail"."""
    text = tokens[at - 1].text
    if text in {"detail", "order", "short", "full", "brief"} and at > 1 and tokens[at - 2].text == "in":
        return 2
    known_set = text == "of" and tokens[at].text in {"the", "these", "those"}  # "think of the 17 development goals"
    if known_set and not (at > 1 and tokens[at - 2].text in known.LIST_NOUNS):
        return 0
    return int(text in known.SKIPPED_BEFORE_FIGURE or text.endswith("ly"))


def _is_ask(text: str) -> bool:
    return text in known.ASK_FORMS


def _is_governed(tokens: Tokens, amount: Amount, clause: Clause, at: int) -> bool:
    """Whether the word at an index makes a request of the amount behind it."""
    text = tokens[at].text
    if text == "see" and tokens[at - 1].text == "to":  # "we would like to see three"
        return True
    if text in known.MODALS and (text != "will" or amount.bounded):
        return True
    if _is_ask(text):
        return _is_verb(tokens, clause, at, amount)
    if text in known.PREPOSITIONS:
        if at > clause.start and _is_ask(tokens[at - 1].text) and _is_verb(tokens, clause, at - 1, amount):
            return True
        return (amount.bounded or _is_list_noun(amount)) and _has_request(tokens, clause, at)
    return amount.bounded and _has_request(tokens, clause, at)


_LISTED = known.words(
    """point points bullet bullets item items step steps entries parts examples headings messages takeaways themes
    categories sections subsections statements stages phases blocks"""
)


def _is_list_noun(amount: Amount) -> bool:
    """Whether an amount counts what only documents have: "explain in three steps"."""
    return not _LISTED.isdisjoint(amount.noun.split())


_NAMING = known.words("list name identify include describe give provide cite mention have")


def _is_verb(tokens: Tokens, clause: Clause, at: int, amount: Amount) -> bool:
    """Whether a word that may be a verb is one, and asks: "list two risks", not "projects have two phases"."""
    text = tokens[at].text
    imperative = is_imperative(tokens, clause, at)
    if at > clause.start and tokens[at - 1].text == "to" and not imperative:  # "plans to add two stations"
        return amount.bounded and known.ASK_FORMS[text] in _NAMING
    if text in known.ASK or text.endswith("ing"):
        return imperative or amount.bounded
    return amount.bounded or tokens[clause.start].text in {"each", "every", "this", "it"}


def _has_request(tokens: Tokens, clause: Clause, before: int) -> bool:
    """Whether a clause asks for something before a token, with no "that" or "who" in between."""
    verbs = [at for at in clause.verbs if at < before and (_is_ask(tokens[at].text) or tokens[at].text in known.MODALS)]
    if not verbs:
        return False
    return not any(token.text in {"that", "which", "who", "whose", "where"} for token in tokens[verbs[-1] : before])


_AFTER_LONE = {"x", "×"} | known.words(
    """that which who whose from for of with in on to about by as describing showing such including like being"""
)
_WANTED = known.words(
    """expected required needed enough sufficient wanted recommended listed named given included described suggested
    ideal plenty"""
)


def _stands_alone(tokens: Tokens, amount: Amount, clause: Clause) -> bool:
    """Whether an amount that opens its clause is a request in itself: "3-5 goals", "(at least two)"."""
    before = tokens[clause.start - 1].text if clause.start else ""
    if not amount.bounded and text_at(tokens, amount.start - 1) in {"the", "these", "those", "all"}:
        told = {token.text for token in tokens[amount.end : clause.end]}  # "the three goals must be realistic"
        return told.isdisjoint({"must", "should", "shall", "is", "are", "was", "were", "has", "have"})
    if before == "," and not amount.bounded and (clause.end > amount.end or clause.start < amount.start):
        return tokens[0].text in known.ASK and tokens[1].text == ","  # "describe, in this order, four obstacles"
    if amount.bounded:
        return before not in {"and", "or"} or bool(amount.noun)
    alone = (clause.start, clause.end) == (amount.start, amount.end)
    if alone and not any(token.text in known.ASK for token in tokens):
        return bool(amount.noun)
    behind = [token.text for token in tokens[amount.end : amount.end + 3]]
    if not behind or not (behind[0][0].isalnum() or behind[0] == DASH):
        return bool(amount.noun) or before == ":"
    return behind[0] in _AFTER_LONE or behind[0] in {"must", "should", "shall"} or bool(_WANTED.intersection(behind))
