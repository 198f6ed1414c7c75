"""Files that hold a case study, as far as their first lines tell, but do not have the name of a document."""

import re
import stat
from functools import cache
from pathlib import Path

from casecheck.filenames import CASE_DOCUMENT
from casecheck.settings import Settings

OTHER_LETTERS = re.compile(r"index\.(?:md|markdown)", re.IGNORECASE)
NO_CASE = re.compile(r"template[^/]*/|/(?:.*template|(?:readme|contributing|changelog|license)\b)", re.IGNORECASE)
MOST_READ = 2_048  # bytes
KEY = re.compile(r"^([A-Za-z_]\w*)[ \t]*:", re.MULTILINE)
# Keys that the front matter of any page may have, so that one of the others must be there too.
OF_ANY_PAGE = {"title", "description", "author", "status", "type", "template", "tags"}


def is_index(name: str) -> bool:
    """Whether a name is that of a document, but for its ending and the case of its letters."""
    return name != CASE_DOCUMENT and OTHER_LETTERS.fullmatch(name) is not None


def is_case(file: Path, settings: Settings) -> bool:
    """Whether a file begins with front matter that has keys of a profile's schema; False where it cannot be read.

    Raises UsageError for a schema that is missing or broken.
    """
    if NO_CASE.search(f"{file.parent.name}/{file.name}"):
        return False
    try:
        if not stat.S_ISREG(file.lstat().st_mode):
            return False
        with file.open("rb") as opened:
            text = opened.read(MOST_READ).decode("utf-8-sig", "replace").replace("\r", "\n").lstrip()
    except OSError:
        return False
    keys = set(KEY.findall(text)) if text.startswith("---") else set()
    return len(keys) > 1 and any(_fits(keys, _known(str(each.schema))) for each in settings.profiles)


@cache
def _known(path: str) -> frozenset[str]:
    """The keys that a schema names. Few runs ask for them, so few load what reads schemas."""
    from casecheck import schema

    return frozenset(schema.load(path).properties)


def _fits(keys: set[str], known: frozenset[str]) -> bool:
    found = keys & known
    return len(found) > 1 and not found <= OF_ANY_PAGE
