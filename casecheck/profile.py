"""Profiles: a schema for the front matter and templates for the body."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import Any, TypeVar

from casecheck import guidance, limits, schema, sections
from casecheck.errors import UsageError
from casecheck.guidance import Guidance
from casecheck.nearest import fold, nearest
from casecheck.parse import frontmatter, geojson_, markdown
from casecheck.parse.geojson_shapes import fingerprint
from casecheck.parse.markdown import Body, Comment, Node
from casecheck.schema import Schema
from casecheck.sections import Section
from casecheck.settings import ProfileSettings
from casecheck.source import Source, decode

MANY_TITLES = 3  # sections of another kind of document that are no coincidence
Spanned = TypeVar("Spanned", markdown.Link, markdown.Image)


@dataclass(frozen=True, slots=True)
class TemplateSection:
    """A required section: its heading, what its comments ask for, and the sample that authors must replace.

    `item_titles`, `sentences`, `link_texts`, `link_addresses`, `captions` and `alts` are the template's own sample
    text, visible form, in order.
    """

    title: str
    level: int
    line: int
    parent: str = ""
    comment: str = ""
    guidance: Guidance = field(default_factory=Guidance)
    optional: bool = False
    item_titles: tuple[str, ...] = ()
    sentences: tuple[str, ...] = ()
    link_texts: tuple[str, ...] = ()
    link_addresses: tuple[str, ...] = ()
    captions: tuple[str, ...] = ()
    alts: tuple[str, ...] = ()


@dataclass(frozen=True)
class Template:
    """A template file, read. `front_matter` holds its sample values, `examples` the fingerprints of its sample map.

    `heading` is the title of the whole document, if it opens with one: each document has its own there.
    """

    path: str
    sections: tuple[TemplateSection, ...]
    front_matter: Mapping[str, Any] = field(default_factory=dict)
    examples: frozenset[str] = frozenset()
    heading: TemplateSection | None = None

    @property
    def all_sections(self) -> tuple[TemplateSection, ...]:
        """Everything below a heading, the title of the whole document included."""
        return (self.heading, *self.sections) if self.heading else self.sections


@dataclass(frozen=True, eq=False)
class Profile:
    """A kind of document, loaded once a run; two are the same only if they are one object."""

    name: str
    schema: Schema
    templates: tuple[Template, ...]


@cache
def load(name: str, schema_file: Path, templates: tuple[Path, ...]) -> Profile:
    """A profile from its files. Raises UsageError where one is missing or broken."""
    read = tuple(load_template(path) for path in templates)
    return Profile(name, schema.load(str(schema_file)), read)


def load_template(path: Path, kind: str = "template") -> Template:
    """A template from its file, which messages call a `kind`. Raises UsageError where it cannot be read."""
    try:
        with path.open("rb") as file:
            template = read_template(decode(str(path), file.read(limits.MAX_DOCUMENT_BYTES)))
        return replace(template, examples=_examples(path.parent, template.front_matter.get("geography")))
    except FileNotFoundError as error:
        raise UsageError(f"There is no {kind} '{path}'.{_suggestion(path)}") from error
    except OSError as error:
        raise UsageError(f"The {kind} '{path}' cannot be read: {error.strerror}.") from error


def _examples(folder: Path, named: object) -> frozenset[str]:
    """The fingerprints of all that is drawn in the map that a template names, if that stands beside it."""
    file = folder / str(named)
    if not isinstance(named, str) or not file.is_file():
        return frozenset()
    shapes = geojson_.parse(str(file), file.read_bytes()).shapes
    return frozenset(fingerprint((shape,), shape.box) for shape in shapes)


def _suggestion(path: Path) -> str:
    """The name in the same folder that was probably meant."""
    beside = path.parent.glob("*") if path.parent.is_dir() else ()
    found = nearest(path.name, (file.name for file in beside if file.is_file()))
    return f" Did you mean '{path.with_name(found)}'?" if found else ""


def choose(
    profiles: tuple[ProfileSettings, ...], data: Mapping[str, Any], titles: frozenset[str] = frozenset()
) -> ProfileSettings:
    """The profile of a document with this front matter: the first whose `when` holds, else the first without one.

    Where the front matter names no kind of document, the body tells: `titles` are those of its main headings, as
    `sections.match_key` writes them. A document that no profile takes is held against the first. Raises UsageError
    where there is no profile at all.
    """
    if not profiles:
        raise UsageError("The settings name no profile, so there is nothing to check a document against.")
    for profile in profiles:
        if profile.when and all(_same(data.get(key), value) for key, value in profile.when.items()):
            return profile
    default = next((profile for profile in profiles if not profile.when), profiles[0])
    named = _nearly_named(profiles, data)
    if named or not titles:
        return named or default
    return next((profile for profile in profiles if profile.when and _has_only(titles, profile, default)), default)


def keys(profiles: Iterable[ProfileSettings]) -> frozenset[str]:
    """All keys that front matter may have in documents of these kinds."""
    loaded = (load(each.name, each.schema, each.templates) for each in profiles)
    return frozenset(key for each in loaded for key in each.schema.properties)


def _same(found: object, wanted: str) -> bool:
    return not isinstance(found, list | dict) and str(found).strip().casefold() == wanted.strip().casefold()


def _nearly_named(profiles: tuple[ProfileSettings, ...], data: Mapping[str, Any]) -> ProfileSettings | None:
    """The profile that the front matter names, if not quite as it should."""
    names = {profile.name: profile for profile in profiles}
    names |= {value: profile for profile in profiles if len(profile.when) == 1 for value in profile.when.values()}
    written = (data.get(key) for profile in profiles for key in profile.when)
    found = (nearest(text, names) for text in written if isinstance(text, str))
    return next((names[name] for name in found if name), None)


def _has_only(titles: frozenset[str], profile: ProfileSettings, other: ProfileSettings) -> bool:
    """Whether some of the titles are in a profile's templates, and none of them only in another's."""
    own, others = _titles(profile), _titles(other)
    return bool(titles & own) and not titles & (others - own)


def _titles(profile: ProfileSettings) -> set[str]:
    """The titles of all sections in a profile's templates, as `sections.match_key` writes them."""
    loaded = load(profile.name, profile.schema, profile.templates)
    return {sections.match_key(part.title) for template in loaded.templates for part in template.sections}


def other_kind(profiles: Iterable[ProfileSettings], named: str, titles: frozenset[str]) -> ProfileSettings | None:
    """The kind that a document seems to be, if it is not the `named` one.

    That is so if the templates of another have at least three of its titles which its own templates lack.
    """
    kinds = {profile.name: profile for profile in profiles}
    foreign = titles - _titles(kinds[named]) if named in kinds else frozenset()
    if len(foreign) < MANY_TITLES:
        return None
    return next((kind for kind in kinds.values() if len(foreign & _titles(kind)) >= MANY_TITLES), None)


def read_template(source: Source) -> Template:
    """The sections of a template, or of any document that is read for its comments."""
    front_matter = frontmatter.parse(source)
    body = markdown.parse(source, front_matter.body_start)
    parts = sections.split(body, frozenset(_deep_titles(body)))
    belonging = _comments_by_section(source, body, parts)
    read = tuple(_section(source, body, part, belonging[index]) for index, part in enumerate(parts))
    levels = [section.level for section in read]
    if levels[:1] == [1] and levels.count(1) == 1 and len(levels) > 1:
        return Template(source.path, read[1:], front_matter.data, heading=read[0])
    return Template(source.path, read, front_matter.data)


def _deep_titles(body: Body) -> Iterator[str]:
    """The titles of headings of level 3 and deeper that ask for something themselves, so that they are sections.

    "Primary Sources" with its own comment is one; a heading "Goal 1" is a sample item, whatever stands below it.
    """
    headings = [node for node in body.blocks if node.type == "heading"]
    for heading, following in pairwise([*headings, None]):
        title = markdown.visible_text(heading) if heading else ""
        if heading is None or heading.attrs["level"] <= 2 or PLACEHOLDER.search(title):
            continue
        if any(guidance.read(comment.text) for comment in _comments_between(body, heading, following)):
            yield fold(OPTIONAL.sub("", title))


def _comments_between(body: Body, heading: Node, following: Node | None) -> tuple[Comment, ...]:
    """The comments from one heading to the next."""
    first = bisect_left(body.comments, heading.span.end, key=lambda comment: comment.span.start)
    if following is None:
        return body.comments[first:]
    return body.comments[first : bisect_left(body.comments, following.span.start, key=lambda c: c.span.start)]


PLACEHOLDER = re.compile(r"\d\s*$|^\s*[\[{<]")
OPTIONAL = re.compile(r"[\s:–-]*[(\[]\s*optional\s*[)\]]\s*$", re.IGNORECASE)


def _comments_by_section(source: Source, body: Body, parts: tuple[Section, ...]) -> list[list[Comment]]:
    """For each section the comments that speak of it.

    Those are the ones in it; but one that calls "this" optional right above a heading speaks of that heading.
    """
    belonging = [list(part.comments) for part in parts]
    for index, part in enumerate(parts):
        above = parts[index - 1] if index else None
        first = bisect_left(body.comments, part.span.start, key=lambda comment: comment.span.start)
        last = body.comments[first - 1] if first else None
        if last is None or not _speaks_of_next(source, last, above, part):
            continue
        if index and last in belonging[index - 1]:
            belonging[index - 1].remove(last)
        belonging[index].insert(0, last)
    return belonging


def _speaks_of_next(source: Source, comment: Comment, above: Section | None, below: Section) -> bool:
    """Whether a comment above a heading belongs to it rather than to the section that it stands in."""
    gap = source.text[comment.span.end : below.span.start]
    if gap.strip() or not guidance.read(comment.text).optional:
        return False
    if above is None:
        return True
    before = source.text[above.span.end : comment.span.start]
    return bool(before.strip()) or before.count("\n") > gap.count("\n")


def _section(source: Source, body: Body, part: Section, comments: list[Comment]) -> TemplateSection:
    text = "\n\n".join(comment.text.strip() for comment in comments if guidance.speaks(comment.text))
    read = guidance.read(text)
    start, end = part.extent
    links = _within(body.links, start, end)
    images = _within(body.images, start, end)
    return TemplateSection(
        title=part.title,
        level=part.level,
        line=source.position(part.span.start).line,
        parent=part.parent,
        comment=text,
        guidance=read,
        optional=part.optional or read.optional,
        item_titles=tuple(item.title for item in part.items if item.title),
        sentences=tuple(_sentences(part)),
        link_texts=tuple(link.text for link in links),
        link_addresses=tuple(link.address for link in links),
        captions=tuple(image.title for image in images if image.title),
        alts=tuple(image.alt for image in images if image.alt),
    )


def _within(parts: Sequence[Spanned], start: int, end: int) -> Sequence[Spanned]:
    """The links or images of a stretch of the body."""
    first, last = (bisect_left(parts, at, key=lambda part: part.span.start) for at in (start, end))
    return parts[first:last]


def _sentences(part: Section) -> Iterator[str]:
    """The sentences of a section's paragraphs and list items, without its items' titles."""
    titles = {item.title for item in part.items}
    for node in markdown.walk(part.blocks):
        if node.type in {"paragraph", "block_text"}:
            for sentence in sentences_of(_prose(node)):
                if sentence.strip(" .:") not in titles:
                    yield sentence


def _prose(node: Node) -> str:
    return " ".join(markdown.visible_text(node).split())


SENTENCE_END = re.compile(r"(?<=[.!?])\s+")


def sentences_of(text: str) -> list[str]:
    """A paragraph cut behind the marks that end a sentence."""
    return [sentence for sentence in SENTENCE_END.split(text.strip()) if sentence]
