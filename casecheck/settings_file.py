"""Settings from TOML: found, read, and checked key by key.

`casecheck.toml`, `.casecheck.toml` or `[tool.casecheck]` in `pyproject.toml`; the nearest one above the first path
counts, alone. `extend` names a file to start from. Patterns and paths in a file are relative to its folder.
"""

import os
import re
import tomllib
import types
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field, fields, is_dataclass, replace
from math import isfinite
from pathlib import Path
from typing import Any, Literal, get_args, get_origin, get_type_hints

from casecheck.catalogue import rule_names
from casecheck.errors import UsageError
from casecheck.finding import Severity
from casecheck.nearest import nearest
from casecheck.settings import GeographySettings, ProfileSettings, Settings

COMMAND_LINE = "--config"
NAMES = ("casecheck.toml", ".casecheck.toml", "pyproject.toml")
GATES: dict[str, Severity | None] = {**{str(level): level for level in Severity}, "never": None}
LEVELS = {str(level): level for level in Severity}
ABOVE_NOTHING = {"links.timeout-seconds"}
AT_LEAST_ONE = {
    "images.max-bytes",
    "images.max-width",
    "images.max-alt-words",
    "geography.max-bytes",
    "links.max-per-host",
}
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


def load(paths: Sequence[Path], config: Iterable[str] = (), *, isolated: bool = False) -> Settings:
    """The settings that hold for these paths.

    `config` holds what `--config` says: the path of a settings file, or `key = value` as TOML, which goes over the
    file. `isolated` looks for no file. Raises UsageError, with file and line, for whatever is wrong.
    """
    settings = Settings()
    for document in documents(paths, config, isolated=isolated):
        settings = apply(settings, document)
    return settings


def documents(paths: Sequence[Path], config: Iterable[str] = (), *, isolated: bool = False) -> Iterator["Document"]:
    """What `load` reads, in the order in which it holds: each one goes over those before it."""
    config = list(config)
    files = [text for text in config if "=" not in text]
    found = Path(files[-1]) if files else None if isolated else find(paths[0] if paths else Path())
    if found:
        yield from _with_bases(read(found))
    for text in config:
        if "=" in text:
            yield from _with_bases(_parse(text, COMMAND_LINE, Path.cwd()))


def _with_bases(document: "Document", seen: tuple[Path, ...] = ()) -> Iterator["Document"]:
    """A document behind those that it extends."""
    if "extend" in document.values:
        base = Path(os.path.realpath(document.folder / _convert(document, ("extend",), document.values["extend"], str)))
        if base in seen:
            raise document.error(("extend",), f"{base.name} extends itself.")
        if not base.is_file():
            raise document.error(("extend",), f"there is no file {base} to extend.")
        yield from _with_bases(read(base), (*seen, base))
    yield document


def find(start: Path) -> Path | None:
    """The nearest settings file at or above a path."""
    start = Path(os.path.realpath(start))  # unlike resolve, it takes a link to itself
    for folder in (start, *start.parents):
        for name in NAMES:
            path = folder / name
            if path.is_file() and (
                name != "pyproject.toml" or _parse(_text(path), str(path), folder).table("tool.casecheck")
            ):
                return path
    return None


@dataclass(frozen=True)
class Document:
    """A TOML text, read: its values, and where to look for a key's line.

    Relative paths in it count from `folder`. `prefix` leads to casecheck's own table.
    """

    name: str
    text: str = field(repr=False)
    values: Mapping[str, Any] = field(repr=False)
    folder: Path
    prefix: tuple[str, ...] = ()

    def table(self, name: str) -> "Document | None":
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


def read(path: Path) -> Document:
    """A settings file; of a `pyproject.toml`, casecheck's own table. Raises UsageError where it cannot be read."""
    document = _parse(_text(path), str(path), Path(os.path.realpath(path)).parent)
    if path.name != "pyproject.toml":
        return document
    return document.table("tool.casecheck") or replace(document, values={})


def _text(path: Path) -> str:
    try:
        return path.read_text("utf-8-sig")
    except OSError as error:
        raise UsageError(f"{path}: the settings file cannot be read: {error.strerror}.") from error
    except UnicodeDecodeError as error:
        raise UsageError(f"{path}: the settings file is not UTF-8 text.") from error


def _parse(text: str, name: str, folder: Path) -> Document:
    try:
        return Document(name, text, tomllib.loads(text), folder)
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


def apply(settings: Settings, document: Document) -> Settings:
    """Settings with what a document says over them; what it extends is not looked for."""
    special = {"fail-on": _fail_on, "severity": _severities, "profiles": _profiles, "baseline": _baseline}
    hints = get_type_hints(Settings)
    known = {field.name.replace("_", "-"): field.name for field in fields(Settings) if field.name != "root"}
    changes: dict[str, Any] = {} if document.name == COMMAND_LINE else {"root": document.folder}
    for key, value in document.values.items():
        if key == "extend":
            continue
        if key not in known:
            raise document.error((key,), _unknown(key, [*known, "extend"]))
        name = known[key]
        if key in special:
            changes[name] = special[key](document, value, settings)
        elif is_dataclass(hints[name]):
            changes[name] = _section(document, key, value, getattr(settings, name))
        else:
            changes[name] = _convert(document, (key,), value, hints[name])
        if name in {"select", "ignore", "per_file_ignores", "severity"}:
            _require_known_rules(document, key, changes[name])
        if name == "geography":
            _require_near_before_far(document, changes[name])
    return replace(settings, **changes)


def _require_near_before_far(document: Document, geography: GeographySettings) -> None:
    near, far = geography.near_km, geography.far_km
    if near > far:
        key = "near-km" if document.speaks_of(("geography", "near-km")) else "far-km"
        what = f"geography.near-km ({near:g}) must not be above geography.far-km ({far:g})."
        raise document.error(("geography", key), f"{what} Write, for example: near-km = 1 and far-km = 100")


def _require_known_rules(document: Document, key: str, value: Any) -> None:
    """Refuse the name of a rule that there is not; `severity` speaks of single rules, the others of families too."""
    from casecheck.selection import require_known

    rules = rule_names()
    entries = [rule for rules in value.values() for rule in rules] if key == "per-file-ignores" else value
    try:
        require_known(entries, rules)
    except UsageError as error:
        raise document.error((key,), str(error)) from None
    names = {name for name, _ in rules}
    if key == "severity" and (group := next((entry for entry in value if entry not in names), None)):
        raise document.error((key, group), f"severity is set rule by rule, but '{group}' stands for several.")


def _unknown(key: str, known: Iterable[str]) -> str:
    guess = nearest(key, known, cutoff=0.5)
    return f"there is no setting '{key}'." + (f" Did you mean '{guess}'?" if guess else "")


def _section(document: Document, table: str, values: Any, section: Any) -> Any:
    if not isinstance(values, Mapping):
        raise document.error((table,), f"{table} must be a table, as [{table}], but it is {values!r}.")
    hints = get_type_hints(type(section))
    known = {field.name.replace("_", "-"): field.name for field in fields(section)}
    changes = {}
    for key, value in values.items():
        if key not in known:
            raise document.error((table, key), _unknown(key, known))
        changes[known[key]] = _convert(document, (table, key), value, hints[known[key]])
    return replace(section, **changes)


def _convert(document: Document, path: tuple[str, ...], value: Any, wanted: Any) -> Any:
    """A TOML value as the type that a setting has."""
    origin, arguments = get_origin(wanted), get_args(wanted)
    key = ".".join(path)
    if origin is Literal:
        return _choice(document, path, value, {name: name for name in arguments})
    if origin is types.UnionType:
        return _convert(document, path, value, next(kind for kind in arguments if kind is not type(None)))
    if origin is tuple and arguments[-1] is Ellipsis:
        if not isinstance(value, list):
            raise document.error(path, f'{key} must be a list, as in {key} = ["…"], but it is {value!r}.')
        return tuple(_convert(document, path, part, arguments[0]) for part in value)
    if origin is tuple:
        if not isinstance(value, list) or len(value) != len(arguments):
            raise document.error(path, f"{key} must be a list of {len(arguments)} figures, but it is {value!r}.")
        return _window(document, path, tuple(_convert(document, path, part, float) for part in value))
    if origin is not None and issubclass(origin, Mapping):
        if not isinstance(value, dict):
            raise document.error(path, f"{key} must be a table, as in {key} = {{ … }}, but it is {value!r}.")
        return {name: _convert(document, (*path, name), part, arguments[1]) for name, part in value.items()}
    return _scalar(document, path, value, wanted)


def _window(document: Document, path: tuple[str, ...], window: tuple[float, ...]) -> tuple[float, ...]:
    """Two factors between which a length is fine; what the guidance itself names (factor 1) always is."""
    low, high = window
    if not low <= 1 <= high:
        example = f"{path[-1]} = [0.5, 1.5]"
        what = f"{'.'.join(path)} must go from a factor of at most 1 to one of at least 1, as in {example}"
        raise document.error(path, f"{what}, but it is [{low:g}, {high:g}].")
    return window


def _scalar(document: Document, path: tuple[str, ...], value: Any, wanted: Any) -> Any:
    value, key = _as_number(value, wanted), ".".join(path)
    if isinstance(value, wanted) and isinstance(value, bool) == (wanted is bool) and _is_finite(value):
        if wanted in {int, float}:
            _require_sensible(document, path, value)
        return value
    words = {bool: "true or false", int: "a whole number", float: "a number", str: "text in quotes"}
    raise document.error(path, f"{key} must be {words[wanted]}, but it is {value!r}.")


def _require_sensible(document: Document, path: tuple[str, ...], figure: float) -> None:
    key = ".".join(path)
    if key in AT_LEAST_ONE and figure < 1:
        raise document.error(path, f"{key} must be at least 1, but it is {figure!r}.")
    if key in ABOVE_NOTHING and figure <= 0:
        raise document.error(path, f"{key} must be above 0, but it is {figure!r}.")
    if figure < 0:
        raise document.error(path, f"{key} must not be below 0, but it is {figure!r}.")


def _as_number(value: Any, wanted: Any) -> Any:
    """A figure as the type that is wanted where nothing is lost: 1 as 1.0, and 1e6 as 1000000."""
    if wanted is int and isinstance(value, float) and value.is_integer():
        return int(value)
    if wanted is float and isinstance(value, int) and not isinstance(value, bool):
        with suppress(OverflowError):
            return float(value)
    return value


def _is_finite(value: Any) -> bool:
    return not isinstance(value, float) or isfinite(value)


def _choice(document: Document, path: tuple[str, ...], value: Any, choices: Mapping[str, Any]) -> Any:
    if isinstance(value, str) and value in choices:
        return choices[value]
    guess = nearest(str(value), choices)
    hint = f' Did you mean "{guess}"?' if guess else ""
    names = ", ".join(f'"{name}"' for name in choices)
    raise document.error(path, f"{'.'.join(path)} must be one of {names}, but it is {value!r}.{hint}")


def _fail_on(document: Document, value: Any, settings: Settings) -> Mapping[str, Severity | None]:
    if not isinstance(value, dict):
        return {"default": _choice(document, ("fail-on",), value, GATES)}
    gates = {status: _choice(document, ("fail-on", status), gate, GATES) for status, gate in value.items()}
    return {"default": settings.fail_on["default"], **gates}


def _severities(document: Document, value: Any, _settings: Settings) -> Mapping[str, Severity]:
    if not isinstance(value, dict):
        raise document.error(("severity",), f"severity must be a table of rules, but it is {value!r}.")
    return {rule: _choice(document, ("severity", rule), level, LEVELS) for rule, level in value.items()}


def _baseline(document: Document, value: Any, _settings: Settings) -> Path:
    return document.folder / str(_convert(document, ("baseline",), value, str))


def _profiles(document: Document, value: Any, settings: Settings) -> tuple[ProfileSettings, ...]:
    """The profiles of a file, before those that stand already; one of the same name takes over what it leaves out."""
    if not isinstance(value, dict) or not all(isinstance(table, dict) for table in value.values()):
        raise document.error(("profiles",), "profiles must be tables, as [profiles.case-study].")
    standing = {profile.name: profile for profile in settings.profiles}
    given = [_profile(document, name, table, standing.get(name)) for name, table in value.items()]
    return (*given, *(profile for name, profile in standing.items() if name not in value))


def _profile(
    document: Document, name: str, table: Mapping[str, Any], standing: ProfileSettings | None
) -> ProfileSettings:
    path, folder = ("profiles", name), document.folder
    for key in table:
        if key not in {"schema", "templates", "when"}:
            raise document.error((*path, key), _unknown(key, ("schema", "templates", "when")))
    if standing is None and "schema" not in table:
        raise document.error(path, f"the profile '{name}' needs a schema, as in schema = \"schemas/{name}.json\".")
    profile = standing or ProfileSettings(name, Path())
    if "schema" in table:
        profile = replace(profile, schema=folder / _convert(document, (*path, "schema"), table["schema"], str))
    if "templates" in table:
        templates = _convert(document, (*path, "templates"), table["templates"], tuple[str, ...])
        profile = replace(profile, templates=tuple(folder / template for template in templates))
    if "when" in table:
        profile = replace(profile, when=_convert(document, (*path, "when"), table["when"], Mapping[str, str]))
    for file in (profile.schema, *profile.templates):
        if not file.is_file():
            raise document.error(
                (*path, "schema" if file == profile.schema else "templates"), f"there is no file {file}."
            )
    return profile
