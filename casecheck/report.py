"""The result of a run: all findings, their counts, and whether the gate holds."""

import os
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from casecheck.catalogue import CRASH
from casecheck.finding import Finding, Severity


@dataclass(frozen=True, slots=True)
class Standing:
    """One section: how many items of how many, and the lengths of its texts with what is asked of each, in words.

    `items` is None where nothing is asked for. `words` holds one length a text, in words, ascending, or that of the
    whole section where no length is asked for; `aim` is the middle of what is asked for. All sections of the document's
    template are there, missing ones too.
    """

    title: str
    missing: bool = False
    items: int | None = None
    items_asked: str = ""
    words: tuple[int, ...] = ()
    words_asked: str = ""
    aim: int = 0


@dataclass(frozen=True, slots=True)
class CheckedDocument:
    """A document that was checked: its path as shown, its profile, the status that it gives itself.

    `suppressed` counts the findings that comments in the document answer. `template` is the name of the template that
    fits it best, `standings` say how each of its sections stands to it.
    """

    path: str
    profile: str
    status: str | None
    suppressed: int = 0
    template: str = ""
    standings: tuple[Standing, ...] = ()


@dataclass(frozen=True)
class Report:
    """All findings of a run, sorted by path, line, column and rule; documents sorted by path.

    `baselined` counts the findings that a baseline covers, `fixed` those that it allows in vain. `asked` counts the web
    addresses that --online checked, `unclear` those of them whose answer said nothing about the page. `unchanged`
    counts the documents whose findings an earlier run brought.
    """

    documents: tuple[CheckedDocument, ...]
    findings: tuple[Finding, ...]
    fail_on: Mapping[str, Severity | None]
    baselined: int = 0
    fixed: int = 0
    asked: int = 0
    unclear: int = 0
    unchanged: int = 0

    def count(self, severity: Severity) -> int:
        """How many findings have this severity."""
        return sum(found.severity is severity for found in self.findings)

    @cached_property
    def failures(self) -> tuple[Finding, ...]:
        """The findings that are as severe as the gate forbids for a document of their status."""
        statuses = {document.path: document.status for document in self.documents}
        return tuple(found for found in self.findings if self._fails(found, statuses.get(found.document)))

    @property
    def failed(self) -> bool:
        """Whether the gate does not hold."""
        return bool(self.failures)

    @cached_property
    def broken(self) -> bool:
        """Whether a rule crashed, so that casecheck could not do its whole job."""
        return any(found.rule == CRASH for found in self.findings)

    def _fails(self, found: Finding, status: str | None) -> bool:
        gate = self.fail_on.get(status or "default", self.fail_on.get("default"))
        return gate is not None and found.severity <= gate


def order(found: Finding) -> tuple[str, int, int, str, str]:
    """The place of a finding in a report."""
    return found.path, found.line, found.column, found.rule, found.message


def shown_path(path: Path) -> str:
    """A path as reports show it: relative to the working directory where it is below it, `/` between its parts."""
    absolute = Path(os.path.abspath(path))
    try:
        return absolute.relative_to(Path.cwd()).as_posix()
    except ValueError:
        return Path(os.path.relpath(absolute)).as_posix() if absolute.drive == Path.cwd().drive else absolute.as_posix()
