"""YAML front matter with exact positions: nothing executed, nothing unbounded, one bad line never hides the rest."""

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field
from typing import Any

from casecheck.parse.yaml_values import Entry, Fault, Path
from casecheck.source import Source, Span

__all__ = ["Entry", "Fault", "FrontMatter", "Path", "parse"]

NOWHERE = Span(0, 0)


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """The front matter of one document.

    `data` holds plain values (str, int, float, bool, None, list, dict), keys in the order written. `entries` maps the
    path of every value, as `("tags", 0)`, to its place. `fence` is the opening `---` (empty at offset 0 where there is
    none), `block` what stands between the fences, `body_start` the offset behind the closing one. `recovered` names the
    top-level keys whose value is no YAML as written and was taken as well as could be: a fault already speaks of them.
    """

    data: Mapping[str, Any] = field(default_factory=dict)
    entries: Mapping[Path, Entry] = field(default_factory=dict)
    faults: tuple[Fault, ...] = ()
    fence: Span = NOWHERE
    block: Span = NOWHERE
    body_start: int = 0
    recovered: frozenset[str] = frozenset()

    def key_span(self, *path: str | int) -> Span:
        """The place of a key; of the opening fence where the key is not there."""
        entry = self.entries.get(path) if path else None
        return self.fence if entry is None else entry.key or entry.value

    def value_span(self, *path: str | int) -> Span:
        """The place of a value; of its key where the value is empty; of the fence where neither is there."""
        entry = self.entries.get(path)
        if entry is None:
            return self.value_span(*path[:-1]) if path else self.fence
        return entry.value if entry.value.end > entry.value.start else entry.key or entry.value

    def at(self, path: Path) -> Any:
        """The value that a path leads to; None where there is none."""
        value: Any = self.data
        for step in path:
            known = range(len(value)) if isinstance(value, list) else value if isinstance(value, dict) else ()
            if step not in known:
                return None
            value = value[step]
        return value

    def text(self, key: str) -> str | None:
        """The value of a top-level key as stripped text; None where it is absent, empty, a list or a mapping."""
        value = self.data.get(key)
        if value is None or isinstance(value, bool | list | dict):
            return None
        return str(value).strip() or None


def parse(source: Source, known: Callable[[], Collection[str]] = frozenset) -> FrontMatter:
    """The front matter of a document; what is wrong with it is in `faults`.

    `known` gives the names that keys may have. It is asked only where YAML breaks, to tell lines whose key is damaged.
    """
    import frontmatter

    from casecheck.parse.frontmatter_handler import CaseHandler

    handler = CaseHandler(source, known)
    data, _ = frontmatter.parse(source.text, handler=handler)
    fences, reading = handler.fences, handler.reading
    faults = sorted((*fences.faults, *reading.faults), key=lambda fault: fault.span)
    if not data and not faults:
        message = "The front matter is empty: nothing stands between the two lines '---'."
        faults.append(
            Fault("frontmatter-missing", message, fences.fence, "Copy the front matter of the template here.")
        )
    return FrontMatter(
        data=data,
        entries=reading.entries,
        faults=tuple(faults),
        fence=fences.fence,
        block=fences.block,
        body_start=fences.body_start,
        recovered=handler.recovered,
    )
