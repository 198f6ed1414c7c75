"""What is left of a document once it is examined: plain values, which cross processes and fit a cache."""

from collections.abc import Hashable
from typing import NamedTuple

from casecheck.catalogue import CRASH
from casecheck.finding import Finding
from casecheck.report import CheckedDocument
from casecheck.suppression import Directive


class Examined(NamedTuple):
    """One document after all rules that look at one; `facts` are for those that compare documents, by rule name.

    `directives` are the comments in it that may answer what those rules find. `whole` is False where a part of the
    document or a file could not be read.
    """

    document: CheckedDocument
    findings: tuple[Finding, ...]
    facts: tuple[tuple[str, Hashable], ...] = ()
    directives: tuple[Directive, ...] = ()
    whole: bool = True

    @property
    def lasting(self) -> bool:
        """Whether another run would find the same: a crash may have passed, and so may what kept a file from us."""
        return self.whole and not any(found.rule == CRASH for found in self.findings)
