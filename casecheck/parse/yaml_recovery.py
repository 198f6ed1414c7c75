"""Broken YAML, read key by key, so that one bad line never hides the rest.

The block is cut before every line that begins with a key. Each part is YAML of its own; what fails there is named by
`yaml_diagnosis`, which also says what the author most likely meant, and the other parts are not touched by it.
"""

import re
from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import replace
from typing import Any

from casecheck import limits
from casecheck.finding import quoted
from casecheck.parse import yaml_diagnosis, yaml_values
from casecheck.parse.yaml_part import DAMAGED, EQUALS, FULL_WIDTH, PLAIN, TIGHT, Part
from casecheck.parse.yaml_values import Breakage, Entry, Fault, Path, Reading
from casecheck.source import Span

BLANK = "[ \t\u00a0]"
KEY_LINE = (
    rf"(?P<key>\"[\w .-]+\"|'[\w .-]+'|\w[\w.-]*){BLANK}*(?:(?P<plain>:(?=[ \t\n]|\Z))|(?P<wide>：))"
    rf"|(?P<name>[a-z][a-z0-9_]*)(?:(?P<tight>:(?=[^ \t\n])(?!//))|[ \t]*(?P<equals>=)(?=[ \t]))"
)
AT_MARGIN = re.compile(rf"^(?:{KEY_LINE})", re.MULTILINE)
INDENTED = re.compile(rf"^(?P<indent>[ \t]+)(?:{KEY_LINE})", re.MULTILINE)
NUMBER_SIGN = re.compile(
    r"^(?P<key>\w[\w.-]*):[ \t]+(?P<value>(?:[^\s#'\"\[{|>][^\n#]*[ \t])?(?P<lost>#\d[^\n]*))$", re.MULTILINE
)
FORMS = {"damaged": DAMAGED, "plain": PLAIN, "wide": FULL_WIDTH, "tight": TIGHT, "equals": EQUALS}
# "title Salt Quay", "title; Salt Quay", "- title: Salt Quay", "**title:** Salt Quay"
DAMAGED_LINE = r"^(?:[-*•][ \t]+)?(?:\*\*|__)?(?P<damaged>{})[ \t]*[:;.,]?(?:\*\*|__)?:?(?=[ \t]|$)"
WORDS_ON_ONE_LINE = 6
ATTEMPTS = 5  # how many indented lines are tried as keys that slipped


def is_credible(reading: Reading, text: str, start: int) -> bool:
    """Whether what was read can be what was meant; not, if a quotation mark or bracket swallowed lines with keys."""
    if not isinstance(reading.data, dict):
        return reading.data is None and not reading.faults
    known = {entry.key.start for entry in reading.entries.values() if entry.key}
    strays = [m.start() + start for m in AT_MARGIN.finditer(text) if m["plain"] and m.start() + start not in known]
    if not strays:
        return True
    long = [reading.entries[path].value for path in reading.entries if isinstance(_at(reading.data, path), str)]
    return not any(
        span.start < stray < span.end for stray in strays for span in long if "\n" in _cut(text, span, start)
    )


def has_slipped_keys(data: Any, known: Callable[[], Collection[str]]) -> bool:
    """Whether keys that are missing stand, with blanks before them, below a key without a value."""
    groups = [value for value in data.values() if isinstance(value, dict) and value] if isinstance(data, dict) else []
    missing = set(known()) - set(data) if groups else set()
    return any(missing.issuperset(group) for group in groups)


def _at(data: Any, path: Path) -> Any:
    for step in path:
        data = data[step]
    return data


def _cut(text: str, span: Span, start: int) -> str:
    return text[span.start - start : span.end - start]


def lost_in_comments(reading: Reading, text: str, start: int) -> list[Fault]:
    """Values that end early, because a '#' behind a blank begins a comment: 'Plan #2'. They are made whole."""
    faults = []
    for match in NUMBER_SIGN.finditer(text):
        key, at = match["key"], start + match.start("lost")
        entry = reading.entries.get((key,))
        if entry is None or entry.key is None or entry.key.start != start + match.start() or entry.value.end > at:
            continue
        whole = match["value"].strip()
        message = (
            f"The value of {quoted(key)} ends before {quoted(match['lost'])}: '#' behind a blank begins a comment."
        )
        help_ = f"Put the value in quotes: {key}: {yaml_values.in_quotes(whole)}"
        faults.append(Fault("frontmatter-syntax", message, Span(at, start + match.end("lost")), help_))
        begin = start + match.start("value")
        reading.data[key] = whole
        reading.entries[(key,)] = Entry(entry.key, Span(begin, begin + len(match["value"].rstrip())))
    return faults


def recover(
    text: str, start: int, whole: Reading | Breakage, known: Collection[str] = ()
) -> tuple[Reading, frozenset[str]]:
    """All keys of a broken block with their values, and the names of those whose value had to be guessed.

    `text` begins at offset `start` of the document; `whole` is what came of reading it at once; `known` are names that
    keys may have.
    """
    missing = sorted(set(known) - {match["key"] or match["name"] for match in AT_MARGIN.finditer(text)})
    recovery = _Recovery(Reading(data={}), frozenset(missing))
    margin = _margin(text)
    for part in _parts(text, start, margin, missing):
        if recovery.reading.values > limits.MAX_FRONT_MATTER_VALUES:
            message = f"The front matter has more than {limits.MAX_FRONT_MATTER_VALUES:,} values; the rest is not read."
            recovery.reading.faults.append(Fault("limit-exceeded", message, part.key_span))
            break
        recovery.take(part)
    reading = recovery.reading
    if isinstance(whole, Breakage) and not reading.faults:
        reading.faults.append(yaml_diagnosis.unexplained(text, start, whole))
    return reading, frozenset(recovery.guessed)


def _margin(text: str) -> str:
    """The indentation of all keys: none, unless no line begins with a key."""
    if AT_MARGIN.search(text):
        return ""
    first = INDENTED.search(text)
    return first["indent"] if first else ""


def _parts(text: str, start: int, margin: str, missing: Sequence[str] = ()) -> Iterator[Part]:
    """The text cut before every key that stands behind `margin`; what precedes the first has no key.

    A line is also cut off that begins with one of the `missing` keys, if something is wrong with the signs around it.
    """
    found = [m for m in INDENTED.finditer(text) if m["indent"] == margin] if margin else list(AT_MARGIN.finditer(text))
    if missing and not margin:
        damaged = re.compile(DAMAGED_LINE.format("|".join(map(re.escape, missing))), re.MULTILINE)
        found = sorted([*found, *damaged.finditer(text)], key=re.Match.start)
    first = found[0].start() if found else len(text)
    if text[:first].strip():
        yield Part(text[:first], start)
    ends = [*(match.start() for match in found[1:]), len(text)]
    for match, end in zip(found, ends, strict=False):
        begin = match.start() + len(margin)
        group = next(group for group in ("damaged", "key", "name") if match.groupdict().get(group))
        form = next(form for form in FORMS if match.groupdict().get(form))
        yield Part(
            text=text[begin:end],
            start=start + begin,
            key=match[group].strip("\"'"),
            key_length=match.end(group) - begin,
            colon=(match.end() if form == "damaged" else match.end(form)) - 1 - begin,
            form=FORMS[form],
        )


def _has_slipped(match: re.Match[str], part: Part, missing: Collection[str]) -> bool:
    """Whether an indented line with a key is one that slipped, and not a line of a value that wraps, or of a group.

    A value of few words does not go on in a second line.
    """
    if match["indent"] in (" ", "\t") or "_" in match["key"] or match["key"] in missing:
        return True
    above, below = part.text[part.colon + 1 : match.start()].rstrip("\n"), part.text[match.end() :].strip()
    alone = "\n" not in above and "\n" not in below
    return match["key"].islower() and alone and 0 < len(above.split()) <= WORDS_ON_ONE_LINE


class _Recovery:
    """What was made of the parts so far."""

    def __init__(self, reading: Reading, missing: frozenset[str]) -> None:
        self.reading = reading
        self.missing = missing
        self.guessed: set[str] = set()

    def take(self, part: Part) -> None:
        """Add what one part says, or what it most likely means."""
        got = yaml_values.read(part.text, part.start, self.reading.values) if part.form == PLAIN else None
        indented = not part.key and part.text.lstrip("\n").startswith((" ", "\t"))
        slipped = isinstance(got, Reading) and has_slipped_keys(got.data, lambda: self.missing)
        if isinstance(got, Reading) and isinstance(got.data, dict) and not indented and not slipped:
            self._merge(got)
        elif isinstance(got, Reading) and got.faults:
            self.reading.faults.extend(got.faults)
            if part.key:
                self._guess(part, part.written())
        elif not part.key:
            self._take_stray(part)
        elif not self._take_slipped(part):
            broken = got if isinstance(got, Breakage) else Breakage("", part.start)
            diagnosis = yaml_diagnosis.diagnose(part, broken)
            self.reading.faults.append(diagnosis.fault)
            self._guess(part, diagnosis.value)

    def _take_stray(self, part: Part) -> None:
        """Text before the first key: keys that slipped to the right, or something that is no front matter."""
        match = INDENTED.search(part.text)
        if match is None:
            fault = yaml_diagnosis.stray(part)
            if fault:
                self.reading.faults.append(fault)
            return
        self._take_indented(part, match)

    def _take_slipped(self, part: Part) -> bool:
        """Whether the part is whole once an indented key in it is taken for one that slipped to the right."""
        for match in list(INDENTED.finditer(part.text))[:ATTEMPTS]:
            if not match["plain"] or not _has_slipped(match, part, self.missing):
                continue
            head = replace(part, text=part.text[: match.start()])
            got = yaml_values.read(head.text, head.start, self.reading.values) if part.form == PLAIN else None
            if part.form != PLAIN or (isinstance(got, Reading) and isinstance(got.data, dict)):
                self.take(head)
                self._take_indented(part, match)
                return True
        return False

    def _take_indented(self, part: Part, match: re.Match[str]) -> None:
        """Take the keys from `match` on, all with its indentation, and say that they are indented."""
        key, indent = (match["key"] or match["name"]), match["indent"]
        what = "a tab" if "\t" in indent else "blanks"
        message = f"The line of {quoted(key)} begins with {what}, so it is not read as a key of its own."
        at = part.start + match.start()
        help_ = f"Delete what stands before {quoted(key)}, so that it begins at the start of the line like the others."
        self.reading.faults.append(Fault("frontmatter-syntax", message, Span(at, at + len(indent)), help_))
        for inner in _parts(part.text[match.start() :], at, indent):
            self.take(inner)

    def _merge(self, got: Reading) -> None:
        self.reading.values = got.values
        self.reading.faults.extend(got.faults)
        refused: set[str] = set()
        for key, value in got.data.items():
            span = got.entries[(key,)].key
            if not self._admit(key, span or got.entries[(key,)].value):
                refused.add(key)
                continue
            self.reading.data[key] = value
        for path, entry in got.entries.items():
            if path and path[0] not in refused:
                self.reading.entries[path] = entry

    def _guess(self, part: Part, value: Any) -> None:
        self.reading.values += 1
        if not self._admit(part.key, part.key_span):
            return
        self.reading.data[part.key] = value
        self.reading.entries[(part.key,)] = Entry(part.key_span, part.value_span())
        if isinstance(value, list):
            spans = part.spans_of([str(item) for item in value])
            self.reading.entries.update({(part.key, index): Entry(None, span) for index, span in enumerate(spans)})
        self.guessed.add(part.key)

    def _admit(self, key: str, at: Span) -> bool:
        """Whether this key's value counts; a fault where the key was there before."""
        if key not in self.reading.data:
            return True
        self.reading.faults.append(yaml_values.duplicate(key, at))
        return self.reading.data[key] in (None, "", [], {})
