"""python-frontmatter's door to a case document: it splits and loads as we say, and keeps the places."""

from bisect import bisect_left
from collections.abc import Callable, Collection

from frontmatter.default_handlers import YAMLHandler

from casecheck.parse import fences, yaml_recovery, yaml_values
from casecheck.parse.yaml_values import Breakage, Fault, Reading
from casecheck.source import Source, Span


class CaseHandler(YAMLHandler):
    """Reads the front matter of one source; the library's own loader never sees it.

    The library strips the text that it hands over, so both methods work on the source instead, whose offsets hold.
    """

    def __init__(self, source: Source, known: Callable[[], Collection[str]] = frozenset) -> None:
        super().__init__()
        self.source = source
        self.known = known
        self.fences = fences.find(source.text)
        self.reading = Reading(data={})
        self.recovered: frozenset[str] = frozenset()

    def split(self, text: str) -> tuple[str, str]:
        """The front matter and the body."""
        return self.source[self.fences.block], self.source.text[self.fences.body_start :]

    def load(self, fm: str, **_kwargs: object) -> dict[str, object]:
        """The values; their places and what is wrong with them are in `reading` afterwards."""
        start = self.fences.block.start
        clean = yaml_values.printable(fm)
        reading = yaml_values.read(clean, start)
        if (
            isinstance(reading, Breakage)
            or not yaml_recovery.is_credible(reading, clean, start)
            or yaml_recovery.has_slipped_keys(reading.data, self.known)
        ):
            reading, self.recovered = yaml_recovery.recover(clean, start, reading, self.known())
        else:
            reading.faults.extend(yaml_recovery.lost_in_comments(reading, clean, start))
        if fm != clean:
            reading.faults.extend(_forbidden(fm, start))
        if not isinstance(reading.data, dict):
            reading.data = {}
        self.recovered |= _marked(reading)
        self.reading = reading
        values: dict[str, object] = reading.data
        return values


def _marked(reading: Reading) -> frozenset[str]:
    """The top-level keys that a fault stands in."""
    places = sorted(fault.span.start for fault in reading.faults if fault.kind != "frontmatter-duplicate-key")
    marked = set()
    for path, entry in reading.entries.items():
        if places and len(path) == 1:
            first = bisect_left(places, (entry.key or entry.value).start)
            if first < len(places) and places[first] <= entry.value.end:
                marked.add(str(path[0]))
    return frozenset(marked)


def _forbidden(block: str, start: int) -> list[Fault]:
    """One fault for the first character that YAML forbids."""
    found = yaml_values.FORBIDDEN.search(block)
    if found is None:
        return []
    at = start + found.start()
    message = f"An invisible control character (U+{ord(found[0]):04X}) stands here; it breaks the front matter."
    help_ = "Delete it: put the cursor behind it, press backspace once, and type the letter next to it again."
    return [Fault("frontmatter-syntax", message, Span(at, at + 1), help_)]
