"""Settings files: found, read, and put one over the other.

`casecheck.toml`, `.casecheck.toml` or `[tool.casecheck]` in `pyproject.toml`; the nearest one above the first path
counts, alone. `extend` names a file to start from. Patterns and paths in a file are relative to its folder.
"""

import os
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from casecheck import limits
from casecheck.errors import UsageError
from casecheck.reading import read_bounded
from casecheck.settings import Settings
from casecheck.settings_values import apply, convert
from casecheck.toml_source import COMMAND_LINE, TomlSource, parse

NAMES = ("casecheck.toml", ".casecheck.toml", "pyproject.toml")


def load(paths: Sequence[Path], config: Iterable[str] = (), *, isolated: bool = False) -> Settings:
    """The settings that hold for these paths.

    `config` holds what `--config` says: the path of a settings file, or `key = value` as TOML, which goes over the
    file. `isolated` looks for no file. Raises UsageError, with file and line, for whatever is wrong.
    """
    settings = Settings()
    for source in sources(paths, config, isolated=isolated):
        settings = apply(settings, source)
    return settings


def sources(paths: Sequence[Path], config: Iterable[str] = (), *, isolated: bool = False) -> Iterator[TomlSource]:
    """What `load` reads, in the order in which it holds: each one goes over those before it."""
    config = list(config)
    files = [text for text in config if "=" not in text]
    found = Path(files[-1]) if files else None if isolated else find(paths[0] if paths else Path())
    if found:
        yield from _with_bases(read(found))
    for text in config:
        if "=" in text:
            yield from _with_bases(parse(text, COMMAND_LINE, Path.cwd()))


def _with_bases(source: TomlSource, seen: tuple[Path, ...] = ()) -> Iterator[TomlSource]:
    """A source behind those that it extends."""
    if "extend" in source.values:
        base = Path(os.path.realpath(source.folder / convert(source, ("extend",), source.values["extend"], str)))
        if base in seen:
            raise source.error(("extend",), f"{base.name} extends itself.")
        if not base.is_file():
            raise source.error(("extend",), f"there is no file {base} to extend.")
        yield from _with_bases(read(base), (*seen, base))
    yield source


def find(start: Path) -> Path | None:
    """The nearest settings file at or above a path."""
    start = Path(os.path.realpath(start))  # unlike resolve, it takes a link to itself
    for folder in (start, *start.parents):
        for name in NAMES:
            path = folder / name
            if path.is_file() and (
                name != "pyproject.toml" or parse(_text(path), str(path), folder).table("tool.casecheck")
            ):
                return path
    return None


def read(path: Path) -> TomlSource:
    """A settings file; of a `pyproject.toml`, casecheck's own table. Raises UsageError where it cannot be read."""
    source = parse(_text(path), str(path), Path(os.path.realpath(path)).parent)
    if path.name != "pyproject.toml":
        return source
    return source.table("tool.casecheck") or replace(source, values={})


def _text(path: Path) -> str:
    try:
        data = read_bounded(path, limits.MAX_SETTINGS_BYTES, "settings file")
        return data.decode("utf-8-sig").replace("\r\n", "\n").replace("\r", "\n")
    except OSError as error:
        raise UsageError(f"{path}: the settings file cannot be read: {error.strerror}.") from error
    except UnicodeDecodeError as error:
        raise UsageError(f"{path}: the settings file is not UTF-8 text.") from error
