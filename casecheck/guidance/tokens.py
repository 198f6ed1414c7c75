"""A sentence as tokens: words, figures and signs, with number words already read as figures."""

import re
from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Token:
    """A word, a figure or a sign. `text` is in lower case; `value` is the number that a figure stands for.

    `start` and `end` are offsets in the sentence.
    """

    text: str
    start: int
    end: int
    value: int | None = None


DASH = "-"
_DASHES = r"\u2010-\u2015\u2212\-"
_SMALL_WORDS = (
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
    "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
)  # fmt: skip
_TENS_WORDS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_PATTERN = re.compile(
    rf"""
      (?P<skip> [*_`"“”„«»\s\x00]++ )
    | (?P<address> (?:https?://|www\.) \S++ )
    | (?P<code> (?!(?:min|max|ca|c|approx|words?|to|or|and)[.{_DASHES}]?\d)
                 [^\W\d_]++ (?:[{_DASHES}]?\d[\w{_DASHES}]*+) )
    | (?P<date> (?:19|20)\d\d [{_DASHES}/] \d\d (?:[{_DASHES}/]\d\d)? (?![\d,]) )
    | (?P<thousands> \d{{1,3}}+
                 (?: (?:[,.'’\u00a0\u2009\u202f]\d{{3}}(?!\d))++ | (?:[ ]\d{{3}}(?!\d|[.,]\d|[{_DASHES}]))++ ) )
    | (?P<glued> \d++ (?!(?:words?|wds?|w|ish|plus|max|min|k)(?![^\W\d_])) [^\W\d_] \w*+ )
    | (?P<decimal> \d++ (?:[.,]\d++)+ )
    | (?P<figure> \d++ (?P<kilo>k(?!\w))? )
    | (?P<word> [^\W\d_]++ (?:['’][^\W\d_]++)*+ (?:\(e?s\))? )
    | (?P<sign> <= | >= | =< | => | \+/[-−] | \.{{2,}} | [{_DASHES}]++ | [^\s.] )
    | (?P<stop> \. )
    """,
    re.VERBOSE,
)
_SMALL = {word: value for value, word in enumerate(_SMALL_WORDS)}
_TENS = {word: 10 * value for value, word in enumerate(_TENS_WORDS, 2)}
_SCALES = {"hundred": 100, "thousand": 1000}
_GROUPS = {"dozen": 12, "couple": 2, "pair": 2, "single": 1}
_BEFORE_PRONOUN = {"each", "every", "any", "this", "that", "which", "no", "the", "another"}  # "each one 50 words"
_VAGUE = {"few", "several", "many", "some"}


def tokens(sentence: str) -> list[Token]:
    """The tokens of a sentence; markup, quotation marks and full stops are left out."""
    return _with_figures([token for match in _PATTERN.finditer(sentence) if (token := _token(match))])


def _token(match: re.Match[str]) -> Token | None:
    kind, text = match.lastgroup, match.group().lower()
    if kind in {"skip", "stop"}:
        return None
    if kind == "sign" and re.fullmatch(rf"[{_DASHES}]+", text):
        text = DASH
    if kind == "word":
        text = text.replace("’", "'").replace("(s)", "s").replace("(es)", "es")
    value = None
    if match["thousands"]:
        value = int(re.sub(r"\D", "", text)[:9])
    elif match["figure"]:
        value = min(int(text.rstrip("k")[:9]) * (1000 if match["kilo"] else 1), 10**9)
    return Token(text, match.start(), match.end(), value)


def _with_figures(raw: list[Token]) -> list[Token]:
    """The tokens with number words, as in "a hundred and fifty", made one figure."""
    out: list[Token] = []
    at = 0
    while at < len(raw):
        value, after = _figure(raw, at)
        if value is None:
            out.append(raw[at])
            at += 1
            continue
        after = _repeated(raw, after, value)
        out.append(Token(" ".join(token.text for token in raw[at:after]), raw[at].start, raw[after - 1].end, value))
        at = after
    return out


def _figure(raw: Sequence[Token], at: int) -> tuple[int | None, int]:
    """The number that starts at a token, and the index behind it."""
    text = raw[at].text
    if raw[at].value is not None:
        return _scaled(raw, at + 1, raw[at].value or 0)
    if text == "half":
        return _half_dozen(raw, at)
    if text in {"a", "an", "one"}:
        grouped = _grouped(raw, at + 1)
        if grouped[0] is not None or (text == "one" and at and raw[at - 1].text in _BEFORE_PRONOUN):
            return grouped
    if text in _SMALL or text in _TENS or (text == "hundred" and not _follows_vague(raw, at)):
        return _number_words(raw, at)
    if text == "dozen" and not _follows_vague(raw, at):
        return 12, _behind_of(raw, at + 1)
    return None, at


def _follows_vague(raw: Sequence[Token], at: int) -> bool:
    return at > 0 and raw[at - 1].text in _VAGUE


def _half_dozen(raw: Sequence[Token], at: int) -> tuple[int | None, int]:
    for gap in (("a",), (DASH,), ()):
        end = at + 1 + len(gap)
        if tuple(t.text for t in raw[at + 1 : end]) == gap and end < len(raw) and raw[end].text == "dozen":
            return 6, _behind_of(raw, end + 1)
    return None, at


def _grouped(raw: Sequence[Token], at: int) -> tuple[int | None, int]:
    """The number behind an article: "a hundred and fifty", "a dozen", "a couple of", "a single"."""
    text = raw[at].text if at < len(raw) else ""
    if text in _SCALES:
        return _number_words(raw, at)
    if text == "half":
        return _half_dozen(raw, at)
    if text == "good" or (text == "single" and at + 1 < len(raw) and raw[at + 1].text == DASH):
        return None, at
    if text in _GROUPS:
        return _scaled(raw, _behind_of(raw, at + 1), _GROUPS[text])
    return None, at


def _behind_of(raw: Sequence[Token], at: int) -> int:
    """The index behind "of", as in "a couple of goals"."""
    return at + 1 if at < len(raw) and raw[at].text == "of" else at


def _scaled(raw: Sequence[Token], at: int, value: int) -> tuple[int, int]:
    """A number and the "hundred", "thousand" or "dozen" behind it."""
    while value < 10**6:
        scale = at + 1 if at < len(raw) and raw[at].text == DASH else at  # "a two-hundred-word summary"
        if scale >= len(raw) or raw[scale].text not in _SCALES:
            break
        value, at = value * _SCALES[raw[scale].text], scale + 1
    if at < len(raw) and raw[at].text == "dozen":
        value, at = value * 12, at + 1
    return value, at


def _number_words(raw: Sequence[Token], at: int) -> tuple[int, int]:
    """A number in words: "seventy-five", "one hundred and fifty", "two thousand"."""
    value = 0
    while True:
        part, at = _below_hundred(raw, at)
        part, at = _scaled(raw, at, part or 1)
        value += part
        more = at + 1 if at < len(raw) and raw[at].text == "and" else at
        if part < 100 or part % 100 or value > 10**6 or not _starts_smaller(raw, more, part):
            return value, at
        at = more


def _starts_smaller(raw: Sequence[Token], at: int, than: int) -> bool:
    """Whether a number in words that can follow hundreds or thousands starts here."""
    if at >= len(raw):
        return False
    value = _SMALL.get(raw[at].text, 0) or _TENS.get(raw[at].text, 0)
    return 0 < value < than


def _below_hundred(raw: Sequence[Token], at: int) -> tuple[int, int]:
    text = raw[at].text
    if text in _SMALL:
        return _SMALL[text], at + 1
    if text not in _TENS:
        return 0, at
    ones = at + 2 if at + 1 < len(raw) and raw[at + 1].text == DASH else at + 1
    if ones < len(raw) and 0 < _SMALL.get(raw[ones].text, 0) < 10:
        return _TENS[text] + _SMALL[raw[ones].text], ones + 1
    return _TENS[text], at + 1


def _repeated(raw: Sequence[Token], at: int, value: int) -> int:
    """The index behind the same number in brackets, as contracts write it: "three (3)"."""
    inside = raw[at : at + 3]
    same = len(inside) == 3 and inside[0].text == "(" and inside[2].text == ")" and inside[1].value == value
    return at + 3 if same else at
