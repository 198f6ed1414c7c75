"""What was understood from the comments of a template, for people and for programs."""

import json
from collections.abc import Iterator, Sequence
from typing import Any

from casecheck.guidance import Guidance, ItemRange, WordRange
from casecheck.output.clean import clean, encodable
from casecheck.output.color import paint
from casecheck.output.wrapping import wrap
from casecheck.profile import Template, TemplateSection

SCOPES = {"section": "for the section", "item": "for each item", "biography": "for the biography"}
INDENT = 2
LABELS = 10  # cells, for "Not clear" and a blank


def as_text(templates: Sequence[Template], width: int, *, color: bool) -> str:
    """Section by section what was understood, what was not, and why the words are for what they are for."""
    lines: list[str] = []
    for template in templates:
        lines += [paint(clean(encodable(template.path)), "title", color=color), ""]
        for section in template.all_sections:
            lines += [*_section(section, width, color=color), ""]
        if not template.all_sections:
            lines += ["It has no headings, so it asks for nothing.", ""]
    return "\n".join(lines)


def _section(section: TemplateSection, width: int, *, color: bool) -> Iterator[str]:
    yield f"{paint(clean(section.title), 'strong', color=color)}, line {section.line}"
    rows = list(_rows(section))
    for label, text in rows or [("", "Nothing that can be counted or looked for.")]:
        head = " " * INDENT + (f"{label:{LABELS}}" if label else "")
        first, *others = wrap(clean(text), width, first=len(head), indent=" " * len(head))
        style = "warning" if label == "Unclear" else "faint"
        yield head.replace(label, paint(label, style, color=color), 1) + first
        yield from others


def _rows(section: TemplateSection) -> Iterator[tuple[str, str]]:
    """Labels and texts of what a section asks for."""
    asked = section.guidance
    if section.optional:
        yield "Optional", "It may be left out."
    for words in asked.words:
        yield "Words", f"{words}{_kind(words)}, {SCOPES[words.scope]}: {words.reason}."
    for items in asked.items:
        yield "Items", f"{items}{_kind(items)}."
    wanted = {"a link": asked.links, "an image": asked.images, "captions": asked.captions}
    if any(wanted.values()):
        yield "Needs", ", ".join(name for name, needed in wanted.items() if needed) + "."
    for sentence in asked.not_understood:
        yield "Unclear", sentence


def _kind(asked: WordRange | ItemRange) -> str:
    return f" where the type is '{asked.condition}'" if asked.condition else ""


def as_json(template: Template) -> str:
    """The same for programs."""
    return _dump({"version": 1, "path": encodable(template.path), "sections": _sections(template)})


def all_as_json(templates: Sequence[Template]) -> str:
    """The same of several templates."""
    rows = [{"path": encodable(template.path), "sections": _sections(template)} for template in templates]
    return _dump({"version": 1, "templates": rows})


def _dump(value: dict[str, Any]) -> str:
    text = json.dumps(value, indent=2, ensure_ascii=False)
    return text.encode("utf-8", "backslashreplace").decode() + "\n"


def _sections(template: Template) -> list[dict[str, Any]]:
    return [
        {
            "section": section.title,
            "line": section.line,
            "comment": " ".join(section.comment.split()),
            **_understood(section.guidance),
            "optional": section.optional,
            "not_understood": list(section.guidance.not_understood),
        }
        for section in template.all_sections
    ]


def _understood(asked: Guidance) -> dict[str, Any]:
    """What one section asks for. `items` is the largest count; where there are several, `all_items` has them all."""
    items = [{"min": items.min, "max": items.max, "what": items.what, **_condition(items)} for items in asked.items]
    largest = max(items, key=lambda count: count["max"] or count["min"] or 0, default=None)
    return {
        "words": [
            {
                "min": words.min,
                "max": words.max,
                "approximate": words.approximate,
                "scope": words.scope,
                "reason": words.reason,
                **_condition(words),
            }
            for words in asked.words
        ],
        "items": largest,
        **({"all_items": items} if len(items) > 1 else {}),
        "links": asked.links,
        "images": asked.images,
        "captions": asked.captions,
    }


def _condition(asked: WordRange | ItemRange) -> dict[str, str]:
    return {"condition": asked.condition} if asked.condition else {}
