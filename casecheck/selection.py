"""Which rules run, and how severe their findings are: one pure function of rule and settings."""

import os
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

from pathspec import GitIgnoreSpec

from casecheck.errors import UsageError
from casecheck.nearest import nearest
from casecheck.settings import Settings


def selected(rule: str, family: str, settings: Settings) -> bool:
    """Whether a rule runs.

    `select` and `ignore` hold rule names, prefixes of them (`image` for all of `image-…`) and families (`images`).
    The longest entry that fits decides; of two equally long ones, `ignore`.
    """
    chosen = max((len(entry) for entry in settings.select if fits(entry, rule, family)), default=-1)
    if not settings.select:
        chosen = 0
    ignored = max((len(entry) for entry in settings.ignore if fits(entry, rule, family)), default=-1)
    return chosen > ignored


def for_document(path: Path, settings: Settings) -> Settings:
    """The settings for one document: what `per_file_ignores` says of its path is ignored too."""
    absolute = Path(os.path.abspath(path))
    if not settings.per_file_ignores or not absolute.is_relative_to(settings.root):
        return settings
    relative = absolute.relative_to(settings.root).as_posix()
    more = [
        rule
        for pattern, rules in settings.per_file_ignores.items()
        if GitIgnoreSpec.from_lines([pattern]).match_file(relative)
        for rule in rules
    ]
    return replace(settings, ignore=(*settings.ignore, *more))


def fits(entry: str, rule: str, family: str) -> bool:
    """Whether an entry of `select` or `ignore` speaks of a rule."""
    return entry in {rule, family, "all"} or rule.startswith(entry + "-")


def _beginnings(rule: str) -> Iterable[str]:
    """What selects a rule by the first words of its name."""
    return (rule[:index] for index, character in enumerate(rule) if character == "-")


def require_known(entries: Iterable[str], rules: Iterable[tuple[str, str]]) -> None:
    """Raise UsageError for an entry that fits none of `rules`, which are (name, family) pairs."""
    known = list(rules)
    for entry in entries:
        if not any(fits(entry, rule, family) for rule, family in known):
            guess = nearest(entry, {name for pair in known for name in (*pair, *_beginnings(pair[0]))})
            hint = f" Did you mean '{guess}'?" if guess else " `casecheck rule` lists all rules."
            raise UsageError(f"There is no rule or family of rules named '{entry}'.{hint}")
