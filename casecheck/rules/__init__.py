"""Every rule that casecheck knows, in one list.

A rule is a module. Its docstring is its manual page, which `casecheck rule NAME` prints: a first line that says the
fault, why it matters, a Bad and a Good example. Who adds a rule adds its module, its line here, its fixtures in
`tests/fixtures/rules/` and a line in the changelog.
"""

from collections.abc import Hashable, Iterator, Sequence
from typing import Any, Protocol

from casecheck.document import CaseDocument
from casecheck.finding import Finding, Problem, Severity
from casecheck.rules.casecheck import limit_exceeded
from casecheck.rules.folder import document_misplaced, document_name, folder_country, folder_name
from casecheck.rules.frontmatter import (
    city_extra,
    field_country,
    field_empty,
    field_markup,
    field_missing,
    field_placeholder,
    field_type,
    field_unknown,
    field_value,
    field_years,
    file_encoding,
    frontmatter_duplicate_key,
    frontmatter_missing,
    frontmatter_syntax,
    frontmatter_unclosed,
    frontmatter_unsafe,
    title_redundant,
    title_repeated,
)
from casecheck.rules.geography import (
    centroid_country,
    centroid_swapped,
    centroid_template,
    geography_bytes,
    geography_crs,
    geography_degenerate,
    geography_duplicate,
    geography_empty,
    geography_kind,
    geography_missing,
    geography_place,
    geography_precision,
    geography_range,
    geography_scattered,
    geography_self_intersection,
    geography_structure,
    geography_swapped,
    geography_syntax,
    geography_template,
    geography_winding,
)
from casecheck.rules.guidance import (
    guidance_image,
    guidance_link,
    items_over,
    items_under,
    template_caption,
    template_link,
    template_text,
    template_title,
    words_over,
    words_under,
)
from casecheck.rules.images import (
    featured_alt_missing,
    featured_credit,
    image_alt,
    image_alt_repeated,
    image_bytes,
    image_caption,
    image_caption_url,
    image_featured_in_body,
    image_format,
    image_metadata,
    image_missing,
    image_pixels,
    image_raw_html,
    image_remote,
    image_shape,
    image_syntax,
    image_unreadable,
)
from casecheck.rules.links import (
    link_broken,
    link_empty,
    link_generic,
    link_local,
    link_missing,
    link_moved,
    link_repeated,
    link_syntax,
    link_url,
    link_wrapper,
)
from casecheck.rules.paths import (
    file_unused,
    path_case,
    path_encoded,
    path_outside,
    path_prefix,
    path_unicode,
    path_unportable,
)
from casecheck.rules.structure import (
    comment_delimiter,
    comment_unclosed,
    emphasis_broken,
    heading_accidental,
    section_duplicate,
    section_empty,
    section_level,
    section_misnamed,
    section_missing,
    section_order,
    section_unknown,
)
from casecheck.settings import Settings


class Page(Protocol):
    """What every rule module offers: its manual page, its name, and how severe what it finds is."""

    __doc__: str | None
    __name__: str
    NAME: str
    SEVERITY: Severity


class Rule(Page, Protocol):
    """A rule that looks at one document."""

    def check(self, document: CaseDocument, settings: Settings) -> Iterator[Problem]:
        """The problems of one document, in any order."""


class CollectionRule(Page, Protocol):
    """A rule that compares documents. It sees small facts of each, so it works with a cache and many processes too."""

    @property
    def Fact(self) -> type:  # noqa: N802 - a class, not a value
        """What is to be known of one document: a named tuple of plain values, so that it fits a cache."""

    def facts(self, document: CaseDocument) -> Hashable | None:
        """What is to be known of one document, a Fact; None where it has no part in the comparison."""

    def check(self, facts: Sequence[Any]) -> Iterator[Finding]:
        """The findings from the facts of all documents, each about one of them; in any order."""


RULES: tuple[Rule, ...] = (
    limit_exceeded,
    document_misplaced,
    document_name,
    folder_country,
    folder_name,
    city_extra,
    field_country,
    field_empty,
    field_markup,
    field_missing,
    field_placeholder,
    field_type,
    field_unknown,
    field_value,
    field_years,
    file_encoding,
    frontmatter_duplicate_key,
    frontmatter_missing,
    frontmatter_syntax,
    frontmatter_unclosed,
    frontmatter_unsafe,
    title_redundant,
    centroid_country,
    centroid_swapped,
    centroid_template,
    geography_bytes,
    geography_crs,
    geography_degenerate,
    geography_empty,
    geography_kind,
    geography_missing,
    geography_place,
    geography_precision,
    geography_range,
    geography_scattered,
    geography_self_intersection,
    geography_structure,
    geography_swapped,
    geography_syntax,
    geography_template,
    geography_winding,
    guidance_image,
    guidance_link,
    items_over,
    items_under,
    template_caption,
    template_link,
    template_text,
    template_title,
    words_over,
    words_under,
    featured_alt_missing,
    featured_credit,
    image_alt,
    image_alt_repeated,
    image_bytes,
    image_caption,
    image_caption_url,
    image_featured_in_body,
    image_format,
    image_metadata,
    image_missing,
    image_pixels,
    image_raw_html,
    image_remote,
    image_shape,
    image_syntax,
    image_unreadable,
    link_empty,
    link_generic,
    link_local,
    link_missing,
    link_repeated,
    link_syntax,
    link_url,
    link_wrapper,
    file_unused,
    path_case,
    path_encoded,
    path_outside,
    path_prefix,
    path_unicode,
    path_unportable,
    comment_delimiter,
    comment_unclosed,
    emphasis_broken,
    heading_accidental,
    section_duplicate,
    section_empty,
    section_level,
    section_misnamed,
    section_missing,
    section_order,
    section_unknown,
)


COLLECTION_RULES: tuple[CollectionRule, ...] = (geography_duplicate, title_repeated)
ONLINE_RULES: tuple[Rule, ...] = (link_broken, link_moved)  # they look at `document.answers`, so only run with --online


def family(rule: Page) -> str:
    """The folder that a rule stands in: `frontmatter`, `images` …"""
    return rule.__name__.split(".")[-2]


ALL_RULES: tuple[Page, ...] = tuple(
    sorted((*RULES, *COLLECTION_RULES, *ONLINE_RULES), key=lambda rule: (family(rule), rule.NAME))
)
