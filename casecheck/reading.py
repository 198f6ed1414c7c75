"""The bytes of a document, as far as it is one that can be read."""

import os
from dataclasses import dataclass
from pathlib import Path

from casecheck import limits
from casecheck.errors import UsageError


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why a document is not read at all, and the rule that says so."""

    rule: str
    message: str
    help: str


def read_document(path: Path) -> bytes | Refusal:
    """The bytes of a document, of a very long one the start; no pipe, no device, nothing outside its folder.

    Raises OSError where the file cannot be opened.
    """
    real = Path(os.path.realpath(path))  # unlike resolve, it takes a link to itself
    if path.is_symlink() and not real.is_relative_to(os.path.realpath(path.parent)):
        message = f"'{path.name}' is a link to a place outside of the folder, where casecheck does not look."
        return Refusal("path-outside", message, "Put the document itself into the folder.")
    if path.exists() and not path.is_file():
        return Refusal(
            "limit-exceeded", f"'{path.name}' is not a file that can be read.", "Put a document in its place."
        )
    with path.open("rb") as file:
        return file.read(limits.MAX_DOCUMENT_BYTES + 1)


def read_bounded(path: Path, limit: int, what: str) -> bytes:
    """The bytes of a file, which messages call `what`; a device may never end.

    Raises OSError where it cannot be opened, UsageError where it has more than `limit` bytes.
    """
    with path.open("rb") as file:
        data = file.read(limit + 1)
    if len(data) > limit:
        raise UsageError(f"{path}: the {what} is larger than {limit:,} bytes.")
    return data
