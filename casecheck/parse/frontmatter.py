"""YAML front matter with exact positions: nothing executed, nothing unbounded, one bad line never hides the rest."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from casecheck.source import Source, Span

Path = tuple[str | int, ...]
NOWHERE = Span(0, 0)


@dataclass(frozen=True, slots=True)
class Entry:
    """Where a value stands: the span of its key (None for a list item) and of the value itself.

    An empty value has an empty span, at the place where it would be written.
    """

    key: Span | None
    value: Span


@dataclass(frozen=True, slots=True)
class Fault:
    """Something wrong with the front matter as YAML.

    `kind` is the name of the rule that reports it: `frontmatter-missing`, `-unclosed`, `-syntax`, `-duplicate-key`,
    `-unsafe` or `limit-exceeded`.
    """

    kind: str
    message: str
    span: Span
    help: str = ""


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """The front matter of one document.

    `data` holds plain values (str, int, float, bool, None, list, dict), keys in the order written. `entries` maps the
    path of every value, as `("tags", 0)`, to its place. `fence` is the opening `---` (empty at offset 0 where there is
    none), `block` what stands between the fences, `body_start` the offset behind the closing one.
    """

    data: Mapping[str, Any] = field(default_factory=dict)
    entries: Mapping[Path, Entry] = field(default_factory=dict)
    faults: tuple[Fault, ...] = ()
    fence: Span = NOWHERE
    block: Span = NOWHERE
    body_start: int = 0

    def key_span(self, *path: str | int) -> Span:
        """The place of a key; of the opening fence where the key is not there."""
        entry = self.entries.get(path)
        return self.fence if entry is None else entry.key or entry.value

    def value_span(self, *path: str | int) -> Span:
        """The place of a value; of its key where the value is empty; of the fence where neither is there."""
        entry = self.entries.get(path)
        if entry is None:
            return self.value_span(*path[:-1]) if path else self.fence
        return entry.value if entry.value.end > entry.value.start else entry.key or entry.value

    def text(self, key: str) -> str | None:
        """The value of a top-level key as stripped text; None where it is absent, empty, a list or a mapping."""
        value = self.data.get(key)
        if value is None or isinstance(value, bool | list | dict):
            return None
        return str(value).strip() or None


def parse(source: Source) -> FrontMatter:
    """The front matter of a document; what is wrong with it is in `faults`."""
    raise NotImplementedError
