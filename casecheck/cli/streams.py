"""Where text goes: standard output, standard error, files; and what the terminal there can show."""

import os
import shutil
import sys
from collections.abc import Mapping
from contextlib import suppress
from io import TextIOWrapper
from pathlib import Path
from typing import TextIO

import click

from casecheck.errors import UsageError

WIDEST = 120  # longer lines are hard to read, however wide the window is
NARROWEST = 40


def wants_color(choice: str, environment: Mapping[str, str], *, terminal: bool) -> bool:
    """Whether to colour text: as `--color` says, else NO_COLOR, else FORCE_COLOR, else whether a terminal shows it."""
    if choice != "auto":
        return choice == "always"
    if environment.get("NO_COLOR"):
        return False
    if environment.get("FORCE_COLOR", "") not in {"", "0"}:
        return True
    plain = environment.get("TERM") == "dumb" or environment.get("CI", "") not in {"", "0", "false"}
    return terminal and not plain


def color_on_stdout(choice: str) -> bool:
    """Whether to colour what goes to the standard output."""
    return wants_color(choice, os.environ, terminal=is_terminal(sys.stdout))


def is_terminal(stream: TextIO | None) -> bool:
    """Whether somebody reads a stream as it is written; None is a stream that was closed from the start."""
    return stream is not None and stream.isatty()


def width() -> int:
    """How many cells a line may have: COLUMNS, else the width of the terminal, else 80; within reason."""
    return max(NARROWEST, min(shutil.get_terminal_size().columns, WIDEST))


def say(text: str, *, color: bool = False) -> None:
    """Write to the standard output, whatever its encoding; that nobody reads on, as behind `| head`, is no failure."""
    try:
        _write(sys.stdout, text, color=color)
    except OSError as error:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # else the exit tries, and fails, once more
        if not isinstance(error, BrokenPipeError):
            raise UsageError(f"The standard output cannot be written: {error.strerror}.") from error


def tell(text: str) -> None:
    """Write lines to the standard error, whatever its encoding and whatever is in them; broken to fit a terminal."""
    from casecheck.output.clean import clean

    lines = [clean(line) for line in text.split("\n")]
    if is_terminal(sys.stderr) and any(2 * len(line) > NARROWEST for line in lines):
        from casecheck.output.wrapping import fitted

        lines = [part for line in lines for part in fitted(line, width())]
    with suppress(BrokenPipeError):
        _write(sys.stderr, "".join(f"{line}\n" for line in lines), color=False)


def _write(stream: TextIO | None, text: str, *, color: bool) -> None:
    if isinstance(stream, TextIOWrapper):
        stream.reconfigure(errors="backslashreplace")
    if stream is not None:
        click.echo(text, file=stream, nl=False, color=color)


def save(path: Path, text: str) -> None:
    """Write a whole file or none: beside it first, then in its place. Raises UsageError where that is not possible."""
    from casecheck import atomic

    target = Path(os.path.realpath(path))
    data = text.encode("utf-8", "backslashreplace")
    try:
        if target.exists() and not target.is_file():  # a device or a pipe takes what is written to it
            target.write_bytes(data)
            return
        atomic.write(target, data, _mode(target))
    except OSError as error:
        raise UsageError(f"{path} cannot be written: {_reason(path, error)}.") from error


def _reason(path: Path, error: OSError) -> str:
    return str(error.strerror) if path.parent.is_dir() else f"there is no folder '{path.parent}'"


def create(path: Path, data: bytes) -> None:
    """Write a new file, and the folders above it. Raises UsageError where it is there already, or cannot be written."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("xb") as file:
            file.write(data)
    except FileExistsError as error:
        raise UsageError(f"{error.filename} is there already, and is left as it is.") from error
    except OSError as error:
        raise UsageError(f"{path} cannot be written: {error.strerror}.") from error


def _mode(target: Path) -> int:
    """The permissions of the file that is replaced; for a new one, what the process gives to new files."""
    if target.exists():
        return target.stat().st_mode & 0o777
    mask = os.umask(0o022)
    os.umask(mask)
    return 0o666 & ~mask
