"""Draw the README's picture: the report on the bad example, as a terminal shows it.

Run it from the top of the checkout: `make picture`. A test holds the picture against the report of today.
"""

import re
from io import StringIO
from pathlib import Path

from rich.console import Console
from rich.terminal_theme import TerminalTheme
from rich.text import Text

from casecheck.output import FORMATS, Options
from casecheck.runner import check_paths
from casecheck.settings import Settings

PICTURE = Path("docs/report.svg")
DOCUMENT = Path("examples/bad/prt-vale-novo/index.md")
WIDTH = 84
SHOWN = ("centroid", "path", "field-type", "template-title")
THEME = TerminalTheme(
    (251, 249, 244), (52, 58, 64),
    [(52, 58, 64), (192, 57, 43), (39, 124, 82), (176, 112, 0),
     (41, 98, 155), (125, 72, 140), (13, 115, 119), (110, 110, 110)],
)  # fmt: skip


def report() -> str:
    """What a terminal shows of a few rules on the bad example, in colour."""
    found = check_paths([DOCUMENT], Settings(select=SHOWN))
    command = f"$ casecheck check examples/bad --select {','.join(SHOWN)}"
    return f"{command}\n\n{FORMATS['full'](found, Options(width=WIDTH, color=True))}"


def picture(text: str) -> str:
    """The text as SVG, which asks no other host for a font."""
    console = Console(record=True, width=WIDTH, file=StringIO(), color_system="truecolor")
    console.print(Text.from_ansi(text), soft_wrap=True)
    svg = console.export_svg(title="casecheck", theme=THEME, unique_id="report")
    return re.sub(r"\s*@font-face \{.*?\}", "", svg, flags=re.DOTALL)


if __name__ == "__main__":
    PICTURE.write_text(picture(report()), "utf-8")
