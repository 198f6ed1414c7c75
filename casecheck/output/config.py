"""The settings that hold, and where each of them comes from."""

import json
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from casecheck import settings_toml
from casecheck.output.clean import clean
from casecheck.output.color import paint
from casecheck.settings import Settings
from casecheck.toml_source import COMMAND_LINE, TomlSource

Show = Callable[[Path], str]


def as_text(settings: Settings, sources: Sequence[TomlSource], show: Show, *, color: bool) -> str:
    """The settings as a settings file, each with a comment that says where it comes from; `show` writes paths."""

    def comment(text: str) -> str:
        return paint(f"# {clean(text)}", "faint", color=color)

    def remark(keys: settings_toml.Keys) -> str:
        kind, place = _origin(sources, keys, show)
        return comment(f"{place['path']}:{place['line']}" if place else kind)

    read = ", then ".join(_names(sources, show))
    head = [f"Read from {read}." if read else "No settings file was read."]
    root = show(settings.root)
    head += [f"Paths and patterns count from {'this folder' if root == '.' else root}."]
    head += [] if settings.baseline else ["There is no baseline."]
    return "\n".join([*map(comment, head), "", settings_toml.text(settings_toml.values(settings), remark), ""])


def as_json(settings: Settings, sources: Sequence[TomlSource], show: Show) -> str:
    """The same for programs: `settings` as in a settings file, `origins` for each of them."""
    values = settings_toml.values(settings)
    origins: list[dict[str, Any]] = []
    for keys, _ in settings_toml.leaves(values):
        kind, place = _origin(sources, keys, show)
        origins.append({"key": list(keys), "from": kind, **place})
    content = {
        "version": 1,
        "read": _names(sources, show),
        "root": show(settings.root),
        "settings": values,
        "origins": origins,
    }
    return json.dumps(content, indent=2, ensure_ascii=False) + "\n"


def _origin(sources: Sequence[TomlSource], keys: settings_toml.Keys, show: Show) -> tuple[str, dict[str, Any]]:
    """What a setting comes from (default, command line, file), and the place in the file."""
    source = next((source for source in reversed(sources) if source.speaks_of(keys)), None)
    if source is None:
        return "default", {}
    if source.name == COMMAND_LINE:
        return "command line", {}
    return "file", {"path": show(Path(source.name)), "line": source.line(keys)}


def _names(sources: Sequence[TomlSource], show: Show) -> list[str]:
    """What was read, each once, in the order in which it holds."""
    names = ("the command line" if each.name == COMMAND_LINE else show(Path(each.name)) for each in sources)
    return list(dict.fromkeys(names))
