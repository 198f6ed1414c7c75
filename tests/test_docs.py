import html
import importlib.util
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
ANSI = re.compile(r"\x1b\[[0-9;]*m")


def test_the_picture_shows_the_report_of_today(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    spec = importlib.util.spec_from_file_location("draw_report", ROOT / "docs" / "draw_report.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    shown = " ".join(re.findall(r">([^<>]*)</text>", (ROOT / module.PICTURE).read_text("utf-8")))
    words = html.unescape(shown).replace("\xa0", " ").split()
    assert words[0] == "casecheck", "the title of the window"
    assert words[1:] == ANSI.sub("", module.report()).split(), "draw it anew: make picture"
