"""The sections of a document against those of a template: missing, misnamed, out of order or unknown."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from difflib import SequenceMatcher
from functools import cached_property, lru_cache

from casecheck.guidance import Guidance, read, speaks
from casecheck.items import lists_sources
from casecheck.parse.markdown import Node, blanked, visible_text
from casecheck.profile import Profile, Template, TemplateSection
from casecheck.sections import Section, bare_title, match_key
from casecheck.source import Span

ALIKE = 0.75  # difflib's ratio, from which a title is taken for another one misspelt
SYNONYMS = {
    "aim": "goal",
    "finance": "financing",
    "funding": "financing",
    "impact": "outcome",
    "introduction": "overview",
    "objective": "goal",
    "result": "outcome",
    "summary": "overview",
}
IDLE_WORDS = {"a", "and", "key", "main", "of", "our", "project", "the"}
MOST_PARTS_OF_A_TITLE = 4  # text, code and emphasis in a paragraph
COMMENT = re.compile(r"<!--.*?(?:-->|\Z)", re.DOTALL)
LITERAL = re.compile(r"\s*<(?:pre|script|style|textarea)\b", re.IGNORECASE)
HEADING = re.compile(r"^(?:[^\n#]*>)?[ \t]*(?P<heading>#{1,6}[ \t]+(?P<title>[^\n]*\S))", re.MULTILINE)
MAX_GUESSES = 200  # titles that answer no section; a document with more is no case, and guessing takes time

# What speaks against a template. A forgotten section is worse than a moved one, so that a document in the order of one
# template that lacks a section is not taken for one of another template in which two sections moved.
MISSING, MISSING_PART, MOVED, MISNAMED, UNKNOWN, OTHER_COMMENT = 3, 1, 2, 1, 1, 1


@dataclass(frozen=True, slots=True)
class Pair:
    """A section and the template section that it answers, None for a section that no template asks for.

    `guidance` is the one that holds for this section: from the document's own comment, or from the template. `blurred`
    says that it hides, or runs on into, what is meant as another section, so that nothing in it can be measured.
    """

    section: Section
    template: TemplateSection | None
    misnamed: bool = False
    duplicate: bool = False
    out_of_order: bool = False
    blurred: bool = False
    guidance: Guidance = field(default_factory=Guidance)


@dataclass(frozen=True)
class Alignment:
    """How a document follows the template that fits it best; `pairs` in the document's order."""

    template: Template
    pairs: tuple[Pair, ...]
    missing: tuple[TemplateSection, ...] = ()

    @cached_property
    def answers(self) -> dict[str, Section]:
        """The sections that answer the template's, under the template's titles."""
        pairs = [pair for pair in self.pairs if pair.template and not pair.duplicate]
        return {pair.template.title: pair.section for pair in pairs if pair.template}

    def before(self, part: TemplateSection) -> tuple[TemplateSection, Section] | None:
        """The nearest of those that the template has before `part` which is there, and the section that answers it."""
        earlier = self.template.sections[: self.template.sections.index(part)]
        return next(
            ((other, self.answers[other.title]) for other in reversed(earlier) if other.title in self.answers), None
        )


def typed_as_text(alignment: Alignment, blocks: Sequence[Node]) -> dict[str, Span]:
    """Where missing sections are after all, without being headings: paragraphs that say no more than their titles."""
    missing = {match_key(part.title): part.title for part in alignment.missing}
    found = {key: block.span for block in reversed(blocks) if missing and (key := _typed_title(block)) in missing}
    found |= {key: span for title, span in headings_in_html(blocks) if (key := match_key(title)) in missing}
    return {title: found[key] for key, title in missing.items() if key in found}


def headings_in_html(blocks: Iterable[Node]) -> Iterator[tuple[str, Span]]:
    """The titles and places of lines that are written as headings, but in a block of HTML, which is left as it is."""
    for block in blocks:
        if block.type != "block_html" or LITERAL.match(block.text):
            continue
        text = blanked(block.text, (comment.span() for comment in COMMENT.finditer(block.text)))
        for found in HEADING.finditer(text):
            yield found["title"], Span(block.span.start + found.start("heading"), block.span.start + found.end("title"))


def _typed_title(block: Node) -> str:
    """What a paragraph says that is so short that it may be meant as a heading, as titles are compared; else ""."""
    if block.type == "block_code" and block.attrs.get("style") == "indent" and "\n" not in block.text:
        return match_key(block.text)  # blanks before its number signs made code of a heading
    is_short = block.type == "paragraph" and len(block.children) < MOST_PARTS_OF_A_TITLE
    return match_key(visible_text(block)) if is_short else ""


def align(sections: tuple[Section, ...], profile: Profile, *, in_document: bool = True) -> Alignment:
    """The best alignment with one of the profile's templates; `in_document` lets a document's own comments win."""
    told = [_told(section) for section in sections]
    fits = [_fit(sections, template) for template in profile.templates]
    if not fits:
        fits = [Alignment(Template("", ()), tuple(Pair(section, None) for section in sections))]
    best = min(fits, key=lambda fit: _cost(fit, told))
    known = {match_key(part.title): part for template in reversed(profile.templates) for part in template.sections}
    missing = {match_key(part.title) for part in best.missing}
    pairs = []
    for pair, own in zip(best.pairs, told, strict=True):
        template = pair.template or known.get(match_key(pair.section.title))
        asked = template.guidance if template and not pair.duplicate else Guidance()
        held = _holds(own, asked) if in_document else asked
        pairs.append(replace(pair, template=template, blurred=_is_blurred(pair.section, missing), guidance=held))
    return replace(best, pairs=tuple(pairs))


def _is_blurred(section: Section, missing: set[str]) -> bool:
    """Whether a comment without its end hides what follows in a section, or a missing one begins in it as text."""
    hidden = any(True for _ in headings_in_html(section.blocks))
    typed = hidden or (bool(missing) and any(_typed_title(block) in missing for block in section.blocks))
    return typed or any(comment.runs_on for comment in section.comments)


def _told(section: Section) -> Guidance:
    """What the comments in a section ask for."""
    text = "\n\n".join(comment.text.strip() for comment in section.comments if speaks(comment.text))
    return _read_once(text)


@lru_cache(maxsize=1000)
def _read_once(comment: str) -> Guidance:
    """Guidance from a comment; most documents keep the comments of the same few templates."""
    return read(comment) if comment else Guidance()


def _holds(own: Guidance, asked: Guidance) -> Guidance:
    """The document's own comment wins where it asks for anything, but waives neither links nor pictures.

    Figures change from one template to the next, and an author is held to those that he was given; that a kind of
    section has links or pictures is a rule of the collection.
    """
    if not own:
        return asked
    return replace(
        own,
        links=own.links or asked.links,
        images=own.images or asked.images,
        captions=own.captions or asked.captions,
    )


def _fit(sections: Sequence[Section], template: Template) -> Alignment:
    """The alignment of sections with one template; the guidance is filled in later."""
    answers, duplicates = _by_title(sections, template)
    misnamed = _by_likeness(sections, template, answers, duplicates)
    answers |= misnamed
    moved = _moved([answers[number] for number in sorted(answers)])
    pairs = []
    for number, section in enumerate(sections):
        index = answers.get(number, duplicates.get(number))
        pairs.append(
            Pair(
                section,
                None if index is None else template.sections[index],
                misnamed=number in misnamed,
                duplicate=number in duplicates,
                out_of_order=answers.get(number) in moved,
            )
        )
    answered = set(answers.values())
    missing = tuple(part for index, part in enumerate(template.sections) if index not in answered and not part.optional)
    return Alignment(template, tuple(pairs), missing)


def _by_title(sections: Sequence[Section], template: Template) -> tuple[dict[int, int], dict[int, int]]:
    """Which template section each section answers by its title, and which of those have been answered before."""
    wanted: dict[str, list[int]] = {}
    for index, part in enumerate(template.sections):
        wanted.setdefault(match_key(part.title), []).append(index)
    answers: dict[int, int] = {}
    duplicates: dict[int, int] = {}
    taken: set[int] = set()
    for number, section in enumerate(sections):
        candidates = wanted.get(match_key(section.title), [])
        free = [index for index in candidates if index not in taken]
        if free:
            answers[number] = free[0]
            taken.add(free[0])
        elif candidates:
            duplicates[number] = candidates[0]
    return answers, duplicates


def _by_likeness(
    sections: Sequence[Section], template: Template, answers: dict[int, int], duplicates: dict[int, int]
) -> dict[int, int]:
    """Which of the template's other sections the remaining sections were surely meant for, best likeness first."""
    left = [number for number in range(len(sections)) if number not in answers and number not in duplicates]
    open_parts = [index for index in range(len(template.sections)) if index not in set(answers.values())]
    if len(left) > MAX_GUESSES:
        return {}
    scored = [
        (-_likeness(sections[number], template.sections[index]), number, index)
        for number in left
        for index in open_parts
    ]
    found: dict[int, int] = {}
    for score, number, index in sorted(scored):
        if score < 0 and number not in found and index not in found.values():
            found[number] = index
    return found


def _likeness(section: Section, part: TemplateSection) -> float:
    """How likely a section was meant for one of the template's: 0 for surely not, up to 1."""
    title, wanted = match_key(section.title), match_key(part.title)
    ratio = SequenceMatcher(None, title[:80], wanted).ratio() if title and not title[-1].isdigit() else 0
    if ratio >= ALIKE:
        return ratio
    words, wanted_words = _content_words(section.title), _content_words(part.title)
    vague = words <= wanted_words and not part.parent  # "Sources" is no particular kind of sources
    if words and wanted_words and (vague or words >= wanted_words):
        return len(words & wanted_words) / len(words | wanted_words)
    both_list_sources = lists_sources(section.title) and lists_sources(part.title)
    return 0.1 if both_list_sources and not part.parent and section.level <= 2 else 0


def _content_words(title: str) -> set[str]:
    words = {match_key(word) for word in bare_title(title).replace("/", " ").split()} - IDLE_WORDS - {""}
    singular = {f"{word[:-3]}y" if word.endswith("ies") else word.rstrip("s") for word in words}
    return {SYNONYMS.get(word, word) for word in singular}


def _moved(order: list[int]) -> set[int]:
    """The fewest numbers that must be taken out of a list for the rest to ascend."""
    nothing: list[int] = []
    longest = [nothing]  # and, for each number, the longest ascending list that ends with it
    for number in order:
        before = max((run for run in longest if not run or run[-1] < number), key=len)
        longest.append([*before, number])
    kept: list[int] = max(longest, key=len)
    return set(order) - set(kept)


def _cost(fit: Alignment, told: Sequence[Guidance]) -> int:
    """What speaks against a template for this document; what the author was told speaks for it."""
    missing = sum(MISSING_PART if part.parent else MISSING for part in fit.missing)
    return missing + sum(_pair_cost(pair, own) for pair, own in zip(fit.pairs, told, strict=True))


def _pair_cost(pair: Pair, own: Guidance) -> int:
    if pair.template is None:
        return UNKNOWN
    other = bool(own) and _figures(own) != _figures(pair.template.guidance)
    return MOVED * pair.out_of_order + MISNAMED * pair.misnamed + OTHER_COMMENT * other


def _figures(guidance: Guidance) -> tuple[object, ...]:
    words = [(figure.min, figure.max, figure.scope, figure.condition) for figure in guidance.words]
    return words, [(figure.min, figure.max, figure.condition) for figure in guidance.items]
