"""The report for people: document by document, worst first, each finding with its line of source.

Words carry the meaning, colour only repeats it. Findings of one rule that repeat in a file share what they share.
"""

from casecheck.finding import Finding
from casecheck.output import Options
from casecheck.output.clean import clean
from casecheck.output.color import paint
from casecheck.output.excerpt import Excerpt, excerpt
from casecheck.output.grouping import by_document
from casecheck.output.summary import summary
from casecheck.output.wrapping import wrap
from casecheck.report import CheckedDocument, Report

LISTED_FROM = 3  # so many findings of one rule in one file become a list; fewer are shown one by one


def render(report: Report, options: Options) -> str:
    """All findings, then the counts."""
    documents = {document.path: document for document in report.documents}
    blocks: list[str] = []
    for path, found in by_document(report).items():
        if found:
            space = "\n" * bool(blocks)
            blocks.append(space + paint(_title(path, documents.get(path)), "title", color=options.color))
            blocks += [_group(group, options) for group in _groups(found)]
    if options.summary and (report.documents or blocks):
        blocks.append(summary(report, options))
        if report.findings:
            blocks[-1] += "\nWhat a rule means: casecheck rule NAME"
    return "".join(f"{block}\n\n" for block in blocks)[:-1]


def _title(path: str, document: CheckedDocument | None) -> str:
    details = [detail for detail in (document.profile, document.status) if detail] if document else []
    return clean(f"{path} ({', '.join(details)})" if details else path)


def _groups(findings: list[Finding]) -> list[list[Finding]]:
    """The findings of one document by severity, rule and file."""
    groups: dict[tuple[int, str, str], list[Finding]] = {}
    for found in sorted(findings, key=lambda found: found.severity):
        groups.setdefault((found.severity, found.rule, found.path), []).append(found)
    return list(groups.values())


def _group(group: list[Finding], options: Options) -> str:
    if len(group) >= LISTED_FROM:
        return "\n".join(_list(group, options))
    blocks = []
    for before, found in zip([None, *group], group, strict=False):
        repeated = before is not None and before.help == found.help
        blocks.append("\n".join(_single(found, options, with_help=not repeated)))
    return "\n\n".join(blocks)


def _single(found: Finding, options: Options, *, with_help: bool) -> list[str]:
    """A finding with its line of source."""
    gutter = len(str(found.line))
    pad = " " * gutter

    def faint(text: str) -> str:
        return paint(text, "faint", color=options.color)

    lines = _heading(found, found.message, options)
    lines.append(faint(f"{pad}--> ") + clean(f"{found.path}:{found.line}:{found.column}"))
    if part := _excerpt(found, options.width - gutter - 3):
        lines.append(faint(f"{found.line} | ") + "".join(part))
        lines.append(faint(f"{pad} | ") + paint(part.underline, str(found.severity), color=options.color))
    lines += _related(found, f"{pad} = ", options)
    return lines + (_labelled(f"{pad} = ", "help:", found.help, options) if with_help else [])


def _list(group: list[Finding], options: Options) -> list[str]:
    """Many findings of one rule: a line or two for each; what neighbours share is said once, after the last."""
    alike = len({found.message for found in group}) == 1
    one_help = len({found.help for found in group}) == 1
    column = 4 + max(len(f"{found.line}:{found.column}") for found in group) + 2
    lines = _heading(group[0], group[0].message if alike else "", options, times=f", {len(group)} times")
    lines.append(paint("  --> ", "faint", color=options.color) + clean(group[0].path))
    entries = [[found] for found in group] if alike else _same(group)
    for (found, *others), after in zip(entries, [*entries[1:], None], strict=True):
        lines += [_excerpt_row(found, options, column)] if alike else _row(found, others, options, column)
        lines += _related(found, " " * column, options)
        if not one_help and (after is None or after[0].help != found.help):
            lines += _labelled(" " * column, "help:", found.help, options)
    return lines + (_labelled("  = ", "help:", group[0].help, options) if one_help else [])


def _same(group: list[Finding]) -> list[list[Finding]]:
    """Findings that say the same, wherever they stand, together."""
    same: dict[tuple[object, ...], list[Finding]] = {}
    for found in group:
        same.setdefault((found.message, found.help, found.related), []).append(found)
    return list(same.values())


def _related(found: Finding, start: str, options: Options) -> list[str]:
    """The other places that a finding speaks of."""
    lines = []
    for place in found.related:
        where = f"{place.path}:{place.line}:{place.column}"
        lines += _labelled(start, "see:", f"{where}: {place.message}", options)
    return lines


def _excerpt_row(found: Finding, options: Options, column: int) -> str:
    """A finding in a list of those that say the same: its place, and what stands there."""
    part = _excerpt(found, options.width - column)
    text = part.before + paint(part.marked, "strong", color=options.color) + part.after if part else ""
    return (_place(found, column) + text).rstrip()


def _row(found: Finding, others: list[Finding], options: Options, column: int) -> list[str]:
    """A finding in a list: its place, its message, and where else the same is to be said."""
    also = f" Also at {', '.join(f'{other.line}:{other.column}' for other in others)}." if others else ""
    first, *rest = wrap(clean(found.message) + also, options.width, first=column, indent=" " * column)
    return [_place(found, column) + first, *rest]


def _place(found: Finding, column: int) -> str:
    return f"    {found.line}:{found.column}".ljust(column)


def _heading(found: Finding, message: str, options: Options, times: str = "") -> list[str]:
    """`severity[rule]: message`, and how many times."""
    severity = str(found.severity)
    label = f"{severity}[{found.rule}]{times}:"
    first, *rest = wrap(clean(message), options.width, first=len(label) + 1, indent="  ")
    start = paint(label, severity, color=options.color)
    lines = [f"{start} {paint(first, 'strong', color=options.color)}".rstrip()]
    return lines + [paint(line, "strong", color=options.color) for line in rest]


def _labelled(start: str, label: str, text: str, options: Options) -> list[str]:
    """A text of one or several lines behind a label; nothing where there is no text."""
    if not text:
        return []
    indent = " " * (len(start) + len(label) + 1)
    first, *rest = [wrapped for line in text.split("\n") for wrapped in wrap(clean(line), options.width - len(indent))]
    painted = paint(start, "faint", color=options.color) + paint(label, "help", color=options.color)
    return [f"{painted} {first}", *((indent + line).rstrip() for line in rest)]


def _excerpt(found: Finding, width: int) -> Excerpt | None:
    """The source line of a finding; None where it says nothing, as at the fence of the front matter."""
    at_all = (found.line, found.column) == (found.end_line, found.end_column) == (1, 1)
    if at_all or not found.excerpt.strip("- \t"):
        return None
    end = found.end_column if found.end_line == found.line else len(found.excerpt) + 1
    return excerpt(found.excerpt, found.column, end, max(width, 20))
