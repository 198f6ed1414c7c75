"""What a template comment asks for, read from plain English.

A comment is cut into statements (`sentences`), these into tokens (`tokens`) and clauses (`clauses`). The amounts among
them (`amounts`) are words, or items (`counts`), or neither; what else is asked for, and whether it must be, stands in
`extras` and `optional`. `reading` puts it together; `scope` says what a range of words is for; all wordings stand in
`vocabulary`.
"""

from casecheck.guidance.model import Guidance, ItemRange, Scope, WordRange
from casecheck.guidance.reading import read, speaks

__all__ = ["Guidance", "ItemRange", "Scope", "WordRange", "read", "speaks"]
