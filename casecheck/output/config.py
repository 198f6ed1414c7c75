"""The settings that hold, and where each of them comes from."""

import json
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from casecheck import settings_toml
from casecheck.output.clean import clean
from casecheck.output.color import paint
from casecheck.settings import Settings
from casecheck.settings_file import COMMAND_LINE, Document

Show = Callable[[Path], str]


def as_text(settings: Settings, documents: Sequence[Document], show: Show, *, color: bool) -> str:
    """The settings as a settings file, each with a comment that says where it comes from; `show` writes paths."""

    def comment(text: str) -> str:
        return paint(f"# {clean(text)}", "faint", color=color)

    def remark(keys: settings_toml.Keys) -> str:
        kind, place = _origin(documents, keys, show)
        return comment(f"{place['path']}:{place['line']}" if place else kind)

    read = ", then ".join(_names(documents, show))
    head = [f"Read from {read}." if read else "No settings file was read."]
    root = show(settings.root)
    head += [f"Paths and patterns count from {'this folder' if root == '.' else root}."]
    head += [] if settings.baseline else ["There is no baseline."]
    return "\n".join([*map(comment, head), "", settings_toml.text(settings_toml.values(settings), remark), ""])


def as_json(settings: Settings, documents: Sequence[Document], show: Show) -> str:
    """The same for programs: `settings` as in a settings file, `origins` for each of them."""
    values = settings_toml.values(settings)
    origins: list[dict[str, Any]] = []
    for keys, _ in settings_toml.leaves(values):
        kind, place = _origin(documents, keys, show)
        origins.append({"key": list(keys), "from": kind, **place})
    content = {
        "version": 1,
        "read": _names(documents, show),
        "root": show(settings.root),
        "settings": values,
        "origins": origins,
    }
    return json.dumps(content, indent=2, ensure_ascii=False) + "\n"


def _origin(documents: Sequence[Document], keys: settings_toml.Keys, show: Show) -> tuple[str, dict[str, Any]]:
    """What a setting comes from (default, command line, file), and the place in the file."""
    document = next((document for document in reversed(documents) if document.speaks_of(keys)), None)
    if document is None:
        return "default", {}
    if document.name == COMMAND_LINE:
        return "command line", {}
    return "file", {"path": show(Path(document.name)), "line": document.line(keys)}


def _names(documents: Sequence[Document], show: Show) -> list[str]:
    """What was read, each once, in the order in which it holds."""
    names = ("the command line" if each.name == COMMAND_LINE else show(Path(each.name)) for each in documents)
    return list(dict.fromkeys(names))
