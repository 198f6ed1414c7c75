"""Reports as text: one module a format, each a pure function of the report and of how it is to look."""

from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:  # `--help` names the formats, and needs no report
    from casecheck.report import Report


@dataclass(frozen=True, slots=True)
class Options:
    """How a report for people is to look; formats for machines look the same whatever is asked.

    `width` counts the cells of a line, `color` allows ANSI colour, `summary` closes with the counts.
    """

    width: int = 80
    color: bool = False
    summary: bool = True


Format = Callable[["Report", Options], str]


def _late(module: str) -> Format:
    """The format of a module, which is imported at its first use."""

    def render(report: "Report", options: Options) -> str:
        text: str = import_module(f"{__name__}.{module}").render(report, options)
        return text

    return render


FORMATS: dict[str, Format] = {
    "full": _late("text"),
    "concise": _late("concise"),
    "json": _late("json_"),
    "github": _late("github"),
    "gitlab": _late("gitlab"),
    "junit": _late("junit"),
    "markdown": _late("markdown"),
    "rdjson": _late("rdjson"),
    "sarif": _late("sarif"),
}
