"""What a collection can set; every default is here."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

from casecheck.finding import Severity
from casecheck.resources import schema_folder


@dataclass(frozen=True, slots=True)
class ImageSettings:
    """Bounds for pictures: bytes, pixels, words.

    `featured_min_width` (pixels) and `featured_min_ratio` (width by height) speak of the featured image. `deep` decodes
    every picture in full, which is slow and finds damage that the structure of a file does not show.
    """

    max_bytes: int = 1_000_000
    max_width: int = 1920
    featured_min_width: int = 800
    featured_min_ratio: float = 1.2
    max_alt_words: int = 20
    deep: bool = False


@dataclass(frozen=True, slots=True)
class GeographySettings:
    """Bounds for maps: bytes, kilometres, decimals (leading zeros not counted; a program writes up to 17)."""

    max_bytes: int = 2_000_000
    near_km: float = 1
    far_km: float = 100
    scattered_km: float = 500
    max_decimals: int = 17
    country_tolerance_degrees: float = 0.25


@dataclass(frozen=True, slots=True)
class WordSettings:
    """How far from the guidance a text may be before it is a note, and before it is a warning.

    Each figure is a factor on the bound that the guidance names: `around_note` (0.5, 1.5) means that for "around 50
    words" a note begins below 25 and above 75. `around` speaks of one approximate figure, `range` of an approximate
    range, `limit` of a bound without "about".
    """

    around_note: tuple[float, float] = (0.5, 1.5)
    around_warning: tuple[float, float] = (0.25, 2)
    range_note: tuple[float, float] = (0.75, 1.25)
    range_warning: tuple[float, float] = (0.5, 2)
    limit_note: tuple[float, float] = (0.9, 1.1)
    limit_warning: tuple[float, float] = (0.5, 1.5)


@dataclass(frozen=True, slots=True)
class LinkSettings:
    """Whether web addresses are asked for (`online`), and how.

    `timeout_seconds` is for one address with all its redirects. `allow_private` lets casecheck ask machines in private
    networks and this computer itself. `ignore_addresses` are patterns in which `*` stands for anything, as in
    `https://intranet.example.org/*`. A good answer is remembered for `cache_days`; 0 remembers none.
    """

    online: bool = False
    timeout_seconds: float = 20
    max_per_host: int = 2
    allow_private: bool = False
    ignore_addresses: tuple[str, ...] = ()
    cache_days: float = 7


@dataclass(frozen=True, slots=True)
class ProfileSettings:
    """A kind of document: the schema of its front matter, the templates of its body, and how to tell it.

    `when` maps front matter keys to the value that a document of this kind has; a profile without it takes the
    documents that no other takes.
    """

    name: str
    schema: Path
    templates: tuple[Path, ...] = ()
    when: Mapping[str, str] = field(default_factory=dict)


def bundled_profiles() -> tuple[ProfileSettings, ...]:
    """The profiles that come with casecheck."""
    folder = schema_folder()
    return (
        ProfileSettings(
            name="case-study",
            schema=folder / "case-study.schema.json",
            templates=(folder / "case-study.template.md", folder / "case-study-leadership.template.md"),
        ),
        ProfileSettings(
            name="stub",
            schema=folder / "stub.schema.json",
            templates=(folder / "stub.template.md",),
            when={"template": "stub"},
        ),
    )


@dataclass(frozen=True, slots=True)
class Settings:
    """All settings of a run, resolved: what a settings file and the command line say, over the defaults here.

    `root` is the folder that the patterns of `include`, `exclude` and `per_file_ignores` are relative to. `fail_on`
    maps a document's status to the least severe finding that makes a run fail (None for never); `default` holds for
    every other status.
    """

    root: Path = field(default_factory=Path.cwd)
    include: tuple[str, ...] = ("**/index.md",)
    exclude: tuple[str, ...] = ()
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    per_file_ignores: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    severity: Mapping[str, Severity] = field(default_factory=dict)
    fail_on: Mapping[str, Severity | None] = field(default_factory=lambda: {"default": Severity.ERROR})
    baseline: Path | None = None
    guidance: Literal["document", "template"] = "document"
    profiles: tuple[ProfileSettings, ...] = field(default_factory=bundled_profiles)
    images: ImageSettings = ImageSettings()
    geography: GeographySettings = GeographySettings()
    words: WordSettings = WordSettings()
    links: LinkSettings = LinkSettings()
