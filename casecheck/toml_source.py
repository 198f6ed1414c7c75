"""TOML, read so that a mistake in it can be told with its line and in plain words."""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from casecheck.errors import UsageError

COMMAND_LINE = "--config"  # the name of a source that stands there

TOML_MISTAKES = {  # how tomllib's messages begin, and what they mean
    "Illegal character '\\n'": "a text in quotes must end on the line on which it begins",
    "Unterminated string": "a text in quotes has no end",
    'Expected "\'"': "a text in quotes has no end",
    "Unclosed array": "a list needs a comma between its values, and ] at its end",
    "Invalid value": "a value is missing or cannot be read; text stands in straight quotes, a list in [ ]",
    "Invalid initial character for a key part": "a name is missing; { … } stands on one line, with no last comma",
    "Expected '='": "a setting is written as name = value",
    "Invalid statement": "a setting is written as name = value",
    "Expected newline": "the line should end here; text with ' in it stands in \"\", text with \" in it in ''",
    "Expected ']'": "the name of a table ends with ]",
    "Unescaped '\\'": 'in "", write a path with / instead of \\',
    "Cannot declare": "a table of this name is there already",
    "Cannot overwrite": "a setting of this name is there already",
}
KEY = re.compile(r"""\s*((?:[\w-]+|"[^"]*"|'[^']*')(?:\s*\.\s*(?:[\w-]+|"[^"]*"|'[^']*'))*)\s*=""")
TABLE = re.compile(r"\s*\[\[?\s*([^\]]+?)\s*\]")
PART = re.compile(r"""[\w-]+|"[^"]*"|'[^']*'""")


@dataclass(frozen=True)
class TomlSource:
    """A TOML text, read: its values, and where to look for a key's line.

    Relative paths in it count from `folder`. `prefix` leads to casecheck's own table.
    """

    name: str
    text: str = field(repr=False)
    values: Mapping[str, Any] = field(repr=False)
    folder: Path
    prefix: tuple[str, ...] = ()

    def table(self, name: str) -> "TomlSource | None":
        """The sub-table with a dotted name, if it is there."""
        values: Any = self.values
        for part in name.split("."):
            values = values.get(part) if isinstance(values, Mapping) else None
        return replace(self, values=values, prefix=tuple(name.split("."))) if isinstance(values, Mapping) else None

    def error(self, path: tuple[str, ...], message: str) -> UsageError:
        """What is wrong with the value at a path."""
        line = self.line(path)
        where = f"{self.name}:{line}" if line else self.name
        return UsageError(f"{where}: {message}")

    def line(self, path: tuple[str, ...]) -> int | None:
        """The line of the key at a path, or of the nearest key above it."""
        return _line(self.text, (*self.prefix, *path))

    def speaks_of(self, path: tuple[str, ...]) -> bool:
        """Whether the text sets the key at a path, by itself or with all that is above it."""
        value: Any = self.values
        for key in path:
            if not isinstance(value, Mapping):
                return True
            if key not in value:
                return False
            value = value[key]
        return True


def parse(text: str, name: str, folder: Path) -> TomlSource:
    """A TOML text, which mistakes in it call `name`. Raises UsageError where it is none."""
    try:
        return TomlSource(name, text, tomllib.loads(text), folder)
    except RecursionError as error:
        raise UsageError(f"{name}: the settings are nested too deeply.") from error
    except tomllib.TOMLDecodeError as error:
        found = re.search(r"\(at line (\d+)", str(error))
        line = found[1] if found else text.rstrip().count("\n") + 1
        raise UsageError(f"{name}:{line}: this is not valid TOML: {_reason(str(error))}.") from error


def _reason(said: str) -> str:
    """What is wrong, in words for people who see TOML for the first time."""
    plain = next((words for start, words in TOML_MISTAKES.items() if said.startswith(start)), None)
    return plain or re.sub(r" \(at .*\)", "", said, flags=re.DOTALL)


def _line(text: str, path: tuple[str, ...]) -> int | None:
    """The line of a key, or of the nearest key above it; tomllib keeps no positions, so look for it by its name."""
    lines: dict[tuple[str, ...], int] = {}
    table: tuple[str, ...] = ()
    for number, line in enumerate(text.split("\n"), 1):
        if header := TABLE.match(line):
            table = _parts(header[1])
            lines.setdefault(table, number)
        elif key := KEY.match(line):
            parts = table + _parts(key[1])
            for end in range(1, len(parts) + 1):
                lines.setdefault(parts[:end], number)
    for end in range(len(path), 0, -1):
        if path[:end] in lines:
            return lines[path[:end]]
    return None


def _parts(dotted: str) -> tuple[str, ...]:
    return tuple(part.strip("\"'") for part in PART.findall(dotted))
