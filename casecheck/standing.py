"""Where a document stands: section by section what it has, and what its guidance asks for."""

from collections.abc import Iterator

from casecheck.document import CaseDocument
from casecheck.items import lists_sources
from casecheck.lengths import in_words, lengths
from casecheck.measures import item_count
from casecheck.report import Standing


def standings(document: CaseDocument) -> tuple[Standing, ...]:
    """Every section that a template asks for: those that are there in the document's order, then the missing ones."""
    missing = (Standing(section.title, missing=True) for section in document.alignment.missing)
    return (*_present(document), *missing)


def _present(document: CaseDocument) -> Iterator[Standing]:
    kind = document.front_matter.text("type") or ""
    parents = {pair.section.parent for pair in document.alignment.pairs}
    for pair in document.alignment.pairs:
        if pair.template is None:
            continue
        count = item_count(pair, kind)
        measured = [length for length in lengths(pair, kind) if length.asked.scope != "biography"]
        asked = measured[0].asked if measured else None
        words = [length.words for length in measured if length.asked == asked]
        if not measured and pair.section.title not in parents and not lists_sources(pair.section.title):
            words = [pair.section.words]
        bounds = [bound for bound in (asked.min, asked.max) if bound is not None] if asked else []
        yield Standing(
            title=pair.section.title,
            items=count.found if count else None,
            items_asked=_figures(count.min, count.max) if count else "",
            words=tuple(sorted(words)),
            words_asked=in_words(asked).removesuffix(" words") if asked else "",
            aim=sum(bounds) // len(bounds) if bounds else 0,
        )


def _figures(low: int | None, high: int | None) -> str:
    if low == high:
        return str(low)
    return f"{low}+" if high is None else f"up to {high}" if low is None else f"{low}-{high}"
