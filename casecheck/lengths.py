"""How long the texts of a section are, held against its guidance."""

from collections.abc import Iterator
from dataclasses import dataclass

from casecheck.alignment import Pair
from casecheck.finding import Severity, quoted
from casecheck.guidance import WordRange
from casecheck.items import lists_sources
from casecheck.measures import interviewee, speaks_of
from casecheck.settings import WordSettings
from casecheck.source import Span

MAX_NAMED = 5  # items in one message


@dataclass(frozen=True, slots=True)
class Length:
    """A text whose length the guidance speaks of: a section, or one of its items."""

    name: str
    span: Span
    words: int
    asked: WordRange


@dataclass(frozen=True, slots=True)
class LengthFault:
    """All texts of one section that are too long, or too short, as a problem says it."""

    message: str
    help: str
    severity: Severity
    lengths: tuple[Length, ...]


def too_short(pair: Pair, kind: str, settings: WordSettings) -> LengthFault | None:
    """What is shorter in a section than its guidance asks for; `kind` is the `type` of the document."""
    measured = list(lengths(pair, kind))
    found = [(length, judged) for length in measured if (judged := _shortness(length, settings))]
    return _fault(pair.section.title, measured, found, "shorter") if found else None


def too_long(pair: Pair, kind: str, settings: WordSettings) -> LengthFault | None:
    """What is longer in a section than its guidance asks for; `kind` is the `type` of the document."""
    measured = list(lengths(pair, kind))
    found = [(length, judged) for length in measured if (judged := _excess(length, settings))]
    return _fault(pair.section.title, measured, found, "longer") if found else None


def lengths(pair: Pair, kind: str) -> Iterator[Length]:
    """Every text of a section whose length its guidance speaks of.

    A section without marked items is not held to what is asked of each item: nobody can tell where one ends.
    """
    section = pair.section
    for asked in () if pair.blurred else pair.guidance.words:
        if not speaks_of(asked.condition, kind) or section.empty or lists_sources(section.title):
            continue
        if asked.scope == "section":
            yield Length(section.title, section.span, section.words, asked)
        elif asked.scope == "biography":
            person = interviewee(pair)
            if person:
                yield Length(person.title, person.span, person.words, asked)
        else:
            for number, item in enumerate(section.items, 1):
                yield Length(item.title or f"item {number}", item.span, item.words, asked)


def _shortness(length: Length, settings: WordSettings) -> Severity | None:
    bound = length.asked.min or 0
    note, warning = (low for low, _ in _windows(length.asked, settings))
    if length.words >= note * bound:
        return None
    return Severity.WARNING if length.words < warning * bound else Severity.NOTE


def _excess(length: Length, settings: WordSettings) -> Severity | None:
    bound = length.asked.max
    note, warning = (high for _, high in _windows(length.asked, settings))
    if bound is None or length.words <= note * bound:
        return None
    return Severity.WARNING if length.words > warning * bound else Severity.NOTE


def _windows(asked: WordRange, settings: WordSettings) -> tuple[tuple[float, float], tuple[float, float]]:
    """Where a note and where a warning begins; one figure is meant roughly, with and without "about"."""
    if asked.min == asked.max:
        return settings.around_note, settings.around_warning
    if asked.approximate:
        return settings.range_note, settings.range_warning
    return settings.limit_note, settings.limit_warning


def _fault(title: str, measured: list[Length], found: list[tuple[Length, Severity]], how: str) -> LengthFault:
    sentences, advice = [], []
    for asked in dict.fromkeys(length.asked for length, _ in found):
        group = [length for length, _ in found if length.asked == asked]
        total = sum(length.asked == asked for length in measured)
        sentences.append(_sentence(title, group, total, how))
        what = {"section": "the section", "biography": "the biography", "item": "each"}[asked.scope]
        start = "Say more" if how == "shorter" else "Keep what matters most"
        advice.append(f"{start}: {what if total > 1 else 'it'} should have {in_words(asked)}.")
    lengths = tuple(length for length, _ in found)
    return LengthFault(" ".join(sentences), " ".join(advice), min(judged for _, judged in found), lengths)


def _sentence(title: str, group: list[Length], total: int, how: str) -> str:
    asked, first = group[0].asked, group[0]
    asked_for = f"{how} than asked for ({in_words(asked)})"
    if asked.scope == "section":
        return f"{quoted(title)} has {_counted(first.words)} and is {asked_for}."
    if total == 1:
        what = "the biography of " if asked.scope == "biography" else ""
        return f"In {quoted(title)}, {what}{quoted(first.name)} has {_counted(first.words)} and is {asked_for}."
    group = sorted(group, key=lambda length: length.words, reverse=how == "longer")
    named = [f"{quoted(length.name)} has {_counted(length.words)}" for length in group[:1]]
    named += [f"{quoted(length.name)} {length.words}" for length in group[1:MAX_NAMED]]
    named += [f"and {len(group) - MAX_NAMED} more"] if len(group) > MAX_NAMED else []
    verb = "is" if len(group) == 1 else "are"
    return f"In {quoted(title)}, {len(group)} of {total} items {verb} {asked_for}: {', '.join(named)}."


def _counted(words: int) -> str:
    return f"{words} word{'s' * (words != 1)}"


def in_words(asked: WordRange) -> str:
    """What is asked for: 'about 50 words', '75 to 125 words', 'at most 75 words'."""
    about = "about " if asked.approximate or asked.min == asked.max else ""
    if asked.max is None:
        return f"at least {about}{asked.min} words"
    if asked.min is None:
        return f"at most {about}{asked.max} words"
    return f"{about}{asked.min} words" if asked.min == asked.max else f"{about}{asked.min} to {asked.max} words"
