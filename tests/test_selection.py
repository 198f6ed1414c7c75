from pathlib import Path

import pytest

from casecheck.errors import UsageError
from casecheck.selection import for_document, require_known, selected
from casecheck.settings import Settings

CASES = [
    ((), (), True),
    (("image-alt",), (), True),
    (("image",), (), True),
    (("images",), (), True),
    (("all",), (), True),
    (("imag",), (), False),
    (("image-al",), (), False),
    (("geography",), (), False),
    ((), ("image-alt",), False),
    ((), ("image",), False),
    ((), ("geography",), True),
    (("image-alt",), ("image",), True),
    (("image",), ("image-alt",), False),
    (("image-alt",), ("image-alt",), False),
    (("all",), ("image",), False),
]


@pytest.mark.parametrize(("select", "ignore", "runs"), CASES)
def test_the_longest_entry_decides(select: tuple[str, ...], ignore: tuple[str, ...], runs: bool) -> None:
    assert selected("image-alt", "images", Settings(select=select, ignore=ignore)) is runs


def test_per_file_ignores_add_to_ignore(tmp_path: Path) -> None:
    settings = Settings(root=tmp_path, ignore=("x",), per_file_ignores={"old/**": ("image",)})
    assert for_document(tmp_path / "old" / "a" / "index.md", settings).ignore == ("x", "image")
    assert for_document(tmp_path / "new" / ".." / "old" / "a" / "index.md", settings).ignore == ("x", "image")
    assert for_document(tmp_path / "new" / "index.md", settings).ignore == ("x",)
    assert for_document(tmp_path.parent / "old" / "index.md", settings).ignore == ("x",)


def test_an_unknown_name_is_told_with_the_nearest() -> None:
    with pytest.raises(UsageError, match="Did you mean 'image-alt'"):
        require_known(["image-atl"], [("image-alt", "images"), ("words-over", "guidance")])
