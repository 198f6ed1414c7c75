"""What a template comment asks for, read from plain English.

A comment is cut into statements (`sentences`), these into tokens (`tokens`) and clauses (`clauses`). The `amounts` in
them, made of figures (`draft`), what bounds them (`bounds`) and what they count (`nouns`), are words, or items
(`counts`), or neither (`vague`); words may be for a part such as a title (`parts`), and `scope` says what else they are
for. What must be there besides, and what may be left out, stands in `extras` and `optional`. `reading` puts it
together, and `merging` joins what belongs together. All wordings stand in `vocabulary`.
"""

from casecheck.guidance.model import Guidance, ItemRange, Scope, WordRange
from casecheck.guidance.reading import read, speaks

__all__ = ["Guidance", "ItemRange", "Scope", "WordRange", "read", "speaks"]
