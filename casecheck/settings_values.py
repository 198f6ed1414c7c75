"""The values of a settings file, checked key by key and turned into settings."""

import os
import types
from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import fields, is_dataclass, replace
from math import isfinite
from pathlib import Path
from typing import Any, Literal, get_args, get_origin, get_type_hints

from casecheck.catalogue import rule_names
from casecheck.errors import UsageError
from casecheck.finding import Severity
from casecheck.nearest import nearest
from casecheck.settings import GeographySettings, ProfileSettings, Settings
from casecheck.toml_source import COMMAND_LINE, TomlSource

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


def apply(settings: Settings, source: TomlSource) -> Settings:
    """Settings with what a source says over them; what it extends is not looked for."""
    special = {"fail-on": _fail_on, "severity": _severities, "profiles": _profiles, "baseline": _baseline}
    hints = get_type_hints(Settings)
    known = {field.name.replace("_", "-"): field.name for field in fields(Settings) if field.name != "root"}
    changes: dict[str, Any] = {} if source.name == COMMAND_LINE else {"root": source.folder}
    for key, value in source.values.items():
        if key == "extend":
            continue
        if key not in known:
            raise source.error((key,), _unknown(key, [*known, "extend"]))
        name = known[key]
        if key in special:
            changes[name] = special[key](source, value, settings)
        elif is_dataclass(hints[name]):
            changes[name] = _section(source, key, value, getattr(settings, name))
        else:
            changes[name] = convert(source, (key,), value, hints[name])
        if name in {"select", "ignore", "per_file_ignores", "severity"}:
            _require_known_rules(source, key, changes[name])
        if name == "geography":
            _require_near_before_far(source, changes[name])
    return replace(settings, **changes)


def _require_near_before_far(source: TomlSource, geography: GeographySettings) -> None:
    near, far = geography.near_km, geography.far_km
    if near > far:
        key = "near-km" if source.speaks_of(("geography", "near-km")) else "far-km"
        what = f"geography.near-km ({near:g}) must not be above geography.far-km ({far:g})."
        raise source.error(("geography", key), f"{what} Write, for example: near-km = 1 and far-km = 100")


def _require_known_rules(source: TomlSource, key: str, value: Any) -> None:
    """Refuse the name of a rule that there is not; `severity` speaks of single rules, the others of families too."""
    from casecheck.selection import require_known

    rules = rule_names()
    entries = [rule for rules in value.values() for rule in rules] if key == "per-file-ignores" else value
    try:
        require_known(entries, rules)
    except UsageError as error:
        raise source.error((key,), str(error)) from None
    names = {name for name, _ in rules}
    if key == "severity" and (group := next((entry for entry in value if entry not in names), None)):
        raise source.error((key, group), f"severity is set rule by rule, but '{group}' stands for several.")


def _unknown(key: str, known: Iterable[str]) -> str:
    guess = nearest(key, known, cutoff=0.5)
    return f"there is no setting '{key}'." + (f" Did you mean '{guess}'?" if guess else "")


def _section(source: TomlSource, table: str, values: Any, section: Any) -> Any:
    if not isinstance(values, Mapping):
        raise source.error((table,), f"{table} must be a table, as [{table}], but it is {values!r}.")
    hints = get_type_hints(type(section))
    known = {field.name.replace("_", "-"): field.name for field in fields(section)}
    changes = {}
    for key, value in values.items():
        if key not in known:
            raise source.error((table, key), _unknown(key, known))
        changes[known[key]] = convert(source, (table, key), value, hints[known[key]])
    return replace(section, **changes)


def convert(source: TomlSource, path: tuple[str, ...], value: Any, wanted: Any) -> Any:
    """A TOML value as the type that a setting has."""
    origin, arguments = get_origin(wanted), get_args(wanted)
    key = ".".join(path)
    if origin is Literal:
        return _choice(source, path, value, {name: name for name in arguments})
    if origin is types.UnionType:
        return convert(source, path, value, next(kind for kind in arguments if kind is not type(None)))
    if origin is tuple and arguments[-1] is Ellipsis:
        if not isinstance(value, list):
            raise source.error(path, f'{key} must be a list, as in {key} = ["…"], but it is {value!r}.')
        return tuple(convert(source, path, part, arguments[0]) for part in value)
    if origin is tuple:
        if not isinstance(value, list) or len(value) != len(arguments):
            raise source.error(path, f"{key} must be a list of {len(arguments)} figures, but it is {value!r}.")
        return _window(source, path, tuple(convert(source, path, part, float) for part in value))
    if origin is not None and issubclass(origin, Mapping):
        if not isinstance(value, dict):
            raise source.error(path, f"{key} must be a table, as in {key} = {{ … }}, but it is {value!r}.")
        return {name: convert(source, (*path, name), part, arguments[1]) for name, part in value.items()}
    return _scalar(source, path, value, wanted)


def _window(source: TomlSource, path: tuple[str, ...], window: tuple[float, ...]) -> tuple[float, ...]:
    """Two factors between which a length is fine; what the guidance itself names (factor 1) always is."""
    low, high = window
    if not low <= 1 <= high:
        example = f"{path[-1]} = [0.5, 1.5]"
        what = f"{'.'.join(path)} must go from a factor of at most 1 to one of at least 1, as in {example}"
        raise source.error(path, f"{what}, but it is [{low:g}, {high:g}].")
    return window


def _scalar(source: TomlSource, path: tuple[str, ...], value: Any, wanted: Any) -> Any:
    value, key = _as_number(value, wanted), ".".join(path)
    if isinstance(value, wanted) and isinstance(value, bool) == (wanted is bool) and _is_finite(value):
        if wanted in {int, float}:
            _require_sensible(source, path, value)
        return value
    words = {bool: "true or false", int: "a whole number", float: "a number", str: "text in quotes"}
    raise source.error(path, f"{key} must be {words[wanted]}, but it is {value!r}.")


def _require_sensible(source: TomlSource, path: tuple[str, ...], figure: float) -> None:
    key = ".".join(path)
    if key in AT_LEAST_ONE and figure < 1:
        raise source.error(path, f"{key} must be at least 1, but it is {figure!r}.")
    if key in ABOVE_NOTHING and figure <= 0:
        raise source.error(path, f"{key} must be above 0, but it is {figure!r}.")
    if figure < 0:
        raise source.error(path, f"{key} must not be below 0, but it is {figure!r}.")


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


def _choice(source: TomlSource, path: tuple[str, ...], value: Any, choices: Mapping[str, Any]) -> Any:
    if isinstance(value, str) and value in choices:
        return choices[value]
    guess = nearest(str(value), choices)
    hint = f' Did you mean "{guess}"?' if guess else ""
    names = ", ".join(f'"{name}"' for name in choices)
    raise source.error(path, f"{'.'.join(path)} must be one of {names}, but it is {value!r}.{hint}")


def _fail_on(source: TomlSource, value: Any, settings: Settings) -> Mapping[str, Severity | None]:
    if not isinstance(value, dict):
        return {"default": _choice(source, ("fail-on",), value, GATES)}
    gates = {status: _choice(source, ("fail-on", status), gate, GATES) for status, gate in value.items()}
    return {"default": settings.fail_on["default"], **gates}


def _severities(source: TomlSource, value: Any, _settings: Settings) -> Mapping[str, Severity]:
    if not isinstance(value, dict):
        raise source.error(("severity",), f"severity must be a table of rules, but it is {value!r}.")
    return {rule: _choice(source, ("severity", rule), level, LEVELS) for rule, level in value.items()}


def _baseline(source: TomlSource, value: Any, _settings: Settings) -> Path:
    path = source.folder / str(convert(source, ("baseline",), value, str))
    if os.path.exists(path) and not os.path.isfile(path):  # unlike those of Path, they never raise
        raise source.error(("baseline",), f"baseline must name a plain file, but {path} is none.")
    return path


def _profiles(source: TomlSource, value: Any, settings: Settings) -> tuple[ProfileSettings, ...]:
    """The profiles of a file, before those that stand already; one of the same name takes over what it leaves out."""
    if not isinstance(value, dict) or not all(isinstance(table, dict) for table in value.values()):
        raise source.error(("profiles",), "profiles must be tables, as [profiles.case-study].")
    standing = {profile.name: profile for profile in settings.profiles}
    given = [_profile(source, name, table, standing.get(name)) for name, table in value.items()]
    return (*given, *(profile for name, profile in standing.items() if name not in value))


def _profile(
    source: TomlSource, name: str, table: Mapping[str, Any], standing: ProfileSettings | None
) -> ProfileSettings:
    path, folder = ("profiles", name), source.folder
    for key in table:
        if key not in {"schema", "templates", "when"}:
            raise source.error((*path, key), _unknown(key, ("schema", "templates", "when")))
    if standing is None and "schema" not in table:
        raise source.error(path, f"the profile '{name}' needs a schema, as in schema = \"schemas/{name}.json\".")
    profile = standing or ProfileSettings(name, Path())
    if "schema" in table:
        profile = replace(profile, schema=folder / convert(source, (*path, "schema"), table["schema"], str))
    if "templates" in table:
        templates = convert(source, (*path, "templates"), table["templates"], tuple[str, ...])
        profile = replace(profile, templates=tuple(folder / template for template in templates))
    if "when" in table:
        profile = replace(profile, when=convert(source, (*path, "when"), table["when"], Mapping[str, str]))
    for file in (profile.schema, *profile.templates):
        if not file.is_file():
            raise source.error(
                (*path, "schema" if file == profile.schema else "templates"), f"there is no file {file}."
            )
    return profile
