"""The sections of a document against those of a template: missing, misnamed, out of order or unknown."""

from dataclasses import dataclass, field

from casecheck.guidance import Guidance
from casecheck.profile import Profile, Template, TemplateSection
from casecheck.sections import Section


@dataclass(frozen=True, slots=True)
class Pair:
    """A section and the template section that it answers, None for a section that no template asks for.

    `guidance` is the one that holds for this section: from the document's own comment, or from the template.
    """

    section: Section
    template: TemplateSection | None
    misnamed: bool = False
    duplicate: bool = False
    out_of_order: bool = False
    guidance: Guidance = field(default_factory=Guidance)


@dataclass(frozen=True)
class Alignment:
    """How a document follows the template that fits it best; `pairs` in the document's order."""

    template: Template
    pairs: tuple[Pair, ...]
    missing: tuple[TemplateSection, ...] = ()


def align(sections: tuple[Section, ...], profile: Profile, *, in_document: bool = True) -> Alignment:
    """The best alignment with one of the profile's templates; `in_document` lets a document's own comments win."""
    raise NotImplementedError
