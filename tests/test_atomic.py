"""Files written whole or not at all."""

import os
from pathlib import Path

import pytest

from casecheck import atomic


def test_what_cannot_be_replaced_stays_and_nothing_is_left_beside_it(tmp_path: Path) -> None:
    target = tmp_path / "target"
    (target / "inside").mkdir(parents=True)
    with pytest.raises(OSError, match="target"):
        atomic.write(target, b"new")
    assert os.listdir(tmp_path) == ["target"]
    assert os.listdir(target) == ["inside"]


def test_the_longest_name_that_a_system_takes(tmp_path: Path) -> None:
    target = tmp_path / ("ü" * 127)
    atomic.write(target, b"new")
    assert target.read_bytes() == b"new"


@pytest.mark.skipif(os.name != "posix", reason="modes of POSIX")
@pytest.mark.parametrize(("mode", "expected"), [(None, 0o600), (0o644, 0o644)])
def test_a_file_is_its_owners_alone_unless_it_is_said(mode: int | None, expected: int, tmp_path: Path) -> None:
    atomic.write(tmp_path / "file", b"", mode)
    assert (tmp_path / "file").stat().st_mode & 0o777 == expected
