"""Profiles: a schema for the front matter and templates for the body."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

from casecheck.guidance import Guidance
from casecheck.schema import Schema
from casecheck.settings import ProfileSettings


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
    """A template file, read. `front_matter` holds its sample values, `folder` the path of the folder it stands in."""

    path: str
    sections: tuple[TemplateSection, ...]
    front_matter: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True)
class Profile:
    """A kind of document, loaded."""

    name: str
    schema: Schema
    templates: tuple[Template, ...]


@cache
def load(name: str, schema: Path, templates: tuple[Path, ...]) -> Profile:
    """A profile from its files. Raises UsageError where one is missing or broken."""
    raise NotImplementedError


def choose(profiles: tuple[ProfileSettings, ...], data: Mapping[str, Any]) -> ProfileSettings:
    """The profile of a document with this front matter: the first whose `when` holds, else the first without one."""
    raise NotImplementedError
