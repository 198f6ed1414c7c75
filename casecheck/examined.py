"""What is left of a document once it is examined: plain values, which cross processes and fit a cache."""

from collections.abc import Hashable
from typing import NamedTuple

from casecheck.catalogue import CRASH
from casecheck.finding import Finding
from casecheck.report import CheckedDocument
from casecheck.suppression import Directive


class Examined(NamedTuple):
    """One document after all rules that look at one; `facts` are for those that compare documents, by rule name.

    `directives` are the comments in it that may answer what those rules find.
    """

    document: CheckedDocument
    findings: tuple[Finding, ...]
    facts: tuple[tuple[str, Hashable], ...] = ()
    directives: tuple[Directive, ...] = ()

    @property
    def crashed(self) -> bool:
        """Whether casecheck itself failed, so that another run may find something else."""
        return any(found.rule == CRASH for found in self.findings)
