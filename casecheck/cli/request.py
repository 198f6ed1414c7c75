"""What `casecheck check` is asked to do: options as they stand on the command line, and what they mean."""

import os
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from casecheck.errors import UsageError

if TYPE_CHECKING:  # `--help` needs none of it
    from casecheck.settings import Settings

STDOUT = "-"


@dataclass(frozen=True)
class Request:
    """The options of `casecheck check`, as given."""

    paths: tuple[Path, ...] = ()
    output_format: tuple[str, ...] = ()
    output_file: tuple[str, ...] = ()
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    fail_on: str | None = None
    deep: bool = False
    online: bool = False
    config: tuple[str, ...] = ()
    isolated: bool = False
    force_exclude: bool = False
    changed: bool = False
    since: str | None = None
    staged: bool = False
    stdin_filename: Path | None = None
    baseline: Path | None = None
    write_baseline: bool = False
    prune_baseline: bool = False
    jobs: int | None = None
    no_cache: bool = False
    cache_dir: Path | None = None
    color: str = "auto"
    statistics: bool = False
    show_files: bool = False
    quiet: bool = False
    verbose: bool = False


def outputs(request: Request) -> list[tuple[str, str]]:
    """Each format and the file that it goes to. Raises UsageError where that is not clear."""
    formats: Sequence[str] = request.output_format or ("full",)
    files: Sequence[str] = request.output_file or (STDOUT,)
    if len(formats) != len(files):
        raise UsageError(
            f"{len(formats)} --output-format and {len(files)} --output-file do not make pairs. Give each format its"
            f" file, where '{STDOUT}' is the standard output."
        )
    places = [file if file == STDOUT else os.path.realpath(file) for file in files]
    if twice := next((file for file, place in zip(files, places, strict=True) if places.count(place) > 1), None):
        raise UsageError(f"Two reports cannot go to the same place, but --output-file {twice} is given twice.")
    return list(zip(formats, files, strict=True))


def build_settings(request: Request) -> "Settings":
    """The settings of a run: the settings file, and the options over it.

    `--select` replaces that of the file, and what the file ignores stays ignored but for what is selected as exactly;
    `--ignore` adds to the file's. Raises UsageError for a rule that there is not, and for whatever is wrong with the
    file.
    """
    from casecheck import settings_file
    from casecheck.catalogue import rule_names
    from casecheck.selection import require_known
    from casecheck.settings_values import GATES

    select, ignore = split(request.select), split(request.ignore)
    require_known((*select, *ignore), rule_names())
    settings = settings_file.load(request.paths, request.config, isolated=request.isolated)
    if select:
        settings = replace(settings, select=select, ignore=_narrower(settings.ignore, select))
    settings = replace(settings, ignore=(*settings.ignore, *ignore))
    if request.online:
        settings = replace(settings, links=replace(settings.links, online=True))
    if request.deep:
        settings = replace(settings, images=replace(settings.images, deep=True))
    if request.fail_on:
        settings = replace(settings, fail_on={"default": GATES[request.fail_on]})
    return settings


def split(values: Iterable[str]) -> tuple[str, ...]:
    """The names in options that may be repeated and may each hold several, with commas between them."""
    return tuple(name.strip() for value in values for name in value.split(",") if name.strip())


def _narrower(ignore: Sequence[str], select: Sequence[str]) -> tuple[str, ...]:
    """The entries of the file's `ignore` that no entry of `--select` overrules by naming as few rules or fewer."""
    from casecheck.catalogue import rule_names
    from casecheck.selection import fits

    rules = rule_names()
    named = {entry: {rule for rule, family in rules if fits(entry, rule, family)} for entry in (*ignore, *select)}
    return tuple(
        entry for entry in ignore if not any(named[one] <= named[entry] and len(one) <= len(entry) for one in select)
    )
