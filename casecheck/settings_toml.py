"""Settings as TOML: the way back from what `settings_file` reads."""

import json
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import fields, is_dataclass
from pathlib import Path
from typing import Any

from casecheck.finding import Severity
from casecheck.settings import ProfileSettings, Settings

Keys = tuple[str, ...]
BARE = re.compile(r"[A-Za-z0-9_-]+")


def values(settings: Settings) -> dict[str, Any]:
    """All settings as the values of a settings file, in its order; what is not set, such as a baseline, is left out.

    Paths are relative to `settings.root` where they lie below it.
    """
    found: dict[str, Any] = {
        field.name.replace("_", "-"): _plain(getattr(settings, field.name), settings.root)
        for field in fields(Settings)
        if field.name != "root" and getattr(settings, field.name) is not None
    }
    gates = {status: "never" if gate is None else str(gate) for status, gate in settings.fail_on.items()}
    found["fail-on"] = gates["default"] if set(gates) == {"default"} else gates
    found["profiles"] = {profile.name: _profile(profile, settings.root) for profile in settings.profiles}
    return found


def _profile(profile: ProfileSettings, root: Path) -> dict[str, Any]:
    return {key: value for key, value in _plain(profile, root).items() if key != "name"}


def _plain(value: Any, root: Path) -> Any:
    """A setting as TOML would have it: text, figures, lists and tables."""
    if isinstance(value, Severity):
        return str(value)
    if isinstance(value, Path):
        return (value.relative_to(root) if value.is_relative_to(root) else value).as_posix()
    if isinstance(value, tuple):
        return [_plain(part, root) for part in value]
    if isinstance(value, Mapping):
        return {name: _plain(part, root) for name, part in value.items()}
    if is_dataclass(value):
        return {each.name.replace("_", "-"): _plain(getattr(value, each.name), root) for each in fields(value)}
    return value


def leaves(table: Mapping[str, Any], above: Keys = ()) -> Iterator[tuple[Keys, Any]]:
    """Each setting with the keys that lead to it; an empty table, and what is deeper than a profile, is one setting."""
    for name, value in table.items():
        keys = (*above, name)
        if isinstance(value, Mapping) and value and len(keys) <= 2:
            yield from leaves(value, keys)
        else:
            yield keys, value


def text(table: Mapping[str, Any], remark: Callable[[Keys], str]) -> str:
    """Settings as a TOML file; what `remark` says of each one stands behind it as a comment."""
    blocks: dict[Keys, list[str]] = {(): []}
    for keys, value in leaves(table):
        blocks.setdefault(keys[:-1], []).append(f"{line(keys[-1], value)}  {remark(keys)}")
    return "\n\n".join(
        "\n".join([*([header(keys)] if keys else []), *lines]) for keys, lines in blocks.items() if lines
    )


def header(keys: Keys) -> str:
    """The header of a table."""
    return f"[{'.'.join(map(_key, keys))}]"


def line(name: str, value: Any) -> str:
    """A setting and its value."""
    return f"{_key(name)} = {_value(value)}"


def _key(name: str) -> str:
    return name if BARE.fullmatch(name) else _text(name)


def _value(value: Any) -> str:
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, list):
        return f"[{', '.join(map(_value, value))}]"
    if isinstance(value, Mapping):
        return f"{{ {', '.join(line(name, part) for name, part in value.items())} }}" if value else "{}"
    return _text(value) if isinstance(value, str) else repr(value)


def _text(value: str) -> str:
    """A basic string of TOML; JSON writes the same, but leaves the delete character as it is."""
    return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")
