"""Programs of others that read our formats; `.ci/consumers` installs them, from npm."""

import os
import platform
import subprocess
import sys
from pathlib import Path

import pytest

FOLDER = Path(os.environ.get("CASECHECK_CONSUMERS") or Path(__file__).parents[1] / ".venv" / "consumers")


def package(name: str) -> Path:
    """The folder of an npm package; skips the test where it is not installed."""
    folder = FOLDER / "node_modules" / name
    if not folder.is_dir():
        pytest.skip(f"{name} is not installed; `bash .ci/consumers` installs it")
    return folder


def sarif_multitool() -> Path:
    """Microsoft's program; skips the test where it is not installed or cannot run."""
    program = package("@microsoft/sarif-multitool-linux") / "Sarif.Multitool"
    if platform.system() != "Linux":
        pytest.skip("the SARIF Multitool that `.ci/consumers` installs is for Linux")
    return program


def package_index(folder: Path) -> None:
    """Skips the test where pip reaches no index of packages."""
    command = [sys.executable, "-m", "pip", "download", "--quiet", "--no-deps", "--dest", str(folder), "iso3166"]
    if subprocess.run(command, capture_output=True, check=False).returncode:
        pytest.skip("pip reaches no index of packages")
