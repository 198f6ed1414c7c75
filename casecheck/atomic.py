"""Files written whole or not at all, also where several programs write at once."""

import os
import tempfile
from pathlib import Path


def write(path: Path, data: bytes, mode: int | None = None) -> None:
    """Put a file in its place in one step; `mode` is its permissions, by default its owner's alone.

    Raises OSError, and leaves nothing behind, where that is not possible.
    """
    descriptor, temporary = tempfile.mkstemp(prefix=f".{path.name[:40]}.", dir=path.parent)
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(data)
        if mode is not None:
            Path(temporary).chmod(mode)
        Path(temporary).replace(path)
    except BaseException:
        Path(temporary).unlink(missing_ok=True)
        raise
