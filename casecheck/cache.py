"""What earlier runs found. A document is not examined again as long as nothing that its findings hang on has changed.

That is: its bytes, the names, sizes and times of all files in its folder, the settings, the schemas and templates, and
casecheck itself with the packages that it uses. The last result of each document is kept, one file for each.
"""

import json
import os
import re
import sys
import time
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from hashlib import sha256
from pathlib import Path
from typing import Any, NamedTuple

from casecheck import atomic
from casecheck.examined import Examined
from casecheck.finding import Finding
from casecheck.listing import list_folder
from casecheck.plain import from_plain, to_plain
from casecheck.report import CheckedDocument
from casecheck.resources import PACKAGE
from casecheck.settings import Settings
from casecheck.suppression import Directive

FOLDER = "results"
ENTRY = re.compile(r"[0-9a-f]{64}|\.[0-9a-f]{40}\..*")  # or what a run that was killed left of one
UNSETTLED = 2 * 10**9  # nanoseconds; some file systems keep times no finer, so that one more change would not show
MOST_ENTRIES = 5_000
LARGEST_ENTRY = 10_000_000  # bytes
PACKAGES = {"site-packages", "dist-packages"}


class State(NamedTuple):
    """A document and all that its findings hang on, as they are now: the entry that it has, and a digest of all that.

    `settled` is False where a change might leave all that as it is: after one so late that its time may not differ, and
    in a folder with too many files to list.
    """

    entry: str
    digest: str
    settled: bool = True


@dataclass(frozen=True)
class Cache:
    """A folder with the results of earlier runs; `circumstances` is what they hang on beside documents and folders."""

    folder: Path
    circumstances: str

    def state(self, document: Path, shown: str, data: bytes) -> State:
        """The state of a document with these bytes, which reports call `shown`."""
        place = os.path.abspath(document)
        folder = list_folder(document)
        others = (file for file in folder.files if file != document.name and file not in folder.leaving)
        stamps = [_stamp(os.path.join(document.parent, file)) for file in others]
        seen = (
            *(folder.name, folder.parent, folder.files, folder.truncated),
            *(sorted(folder.leaving), sorted(folder.others), sorted(folder.unlisted), sorted(folder.empty)),
        )
        newest = max((stamp[1] for stamp in stamps), default=0)
        digest = _digest(self.circumstances, place, shown, sha256(data).hexdigest(), seen, stamps)
        settled = newest < time.time_ns() - UNSETTLED and not folder.truncated
        return State(_digest(place), digest, settled)

    def recall(self, state: State) -> Examined | None:
        """What was found in this very state, if it is known."""
        match self._read(state):
            case [document, findings, facts, directives, True]:
                with suppress(TypeError, ValueError):
                    return Examined(
                        from_plain(CheckedDocument, document),
                        from_plain(tuple[Finding, ...], findings),
                        tuple((str(rule), fact) for rule, fact in facts),
                        from_plain(tuple[Directive, ...], directives),
                    )
        return None

    def remember(self, state: State, examined: Examined) -> None:
        """Keep what was found."""
        self._write(state, to_plain(examined))

    def recall_comparison(self, states: Sequence[State]) -> tuple[Finding, ...] | None:
        """What comparing these documents brought to light, in these states, if it is known."""
        with suppress(TypeError, ValueError):
            found: tuple[Finding, ...] = from_plain(tuple[Finding, ...], self._read(_joint(states)))
            return found
        return None

    def remember_comparison(self, states: Sequence[State], findings: Iterable[Finding]) -> None:
        """Keep what comparing documents brought to light."""
        self._write(_joint(states), to_plain(tuple(findings)))

    def prune(self) -> None:
        """Throw away the oldest results, if there are too many; never a file that is somebody else's."""
        with suppress(OSError):
            entries = [entry for entry in os.scandir(self.folder) if ENTRY.fullmatch(entry.name)]
            if len(entries) > MOST_ENTRIES:
                entries.sort(key=lambda entry: entry.stat().st_mtime_ns)
                for entry in entries[: len(entries) - MOST_ENTRIES * 9 // 10]:
                    os.unlink(entry)

    def _read(self, state: State) -> Any:
        """The content of an entry, None where there is none for this state, or a broken one."""
        file = self.folder / state.entry
        try:
            if file.stat().st_size > LARGEST_ENTRY:
                return None
            match json.loads(file.read_bytes()):
                case [state.digest, content]:
                    return content
        except (OSError, ValueError, RecursionError):
            pass
        return None

    def _write(self, state: State, content: Any) -> None:
        """Write an entry, unless files may have changed unseen. That it cannot be written harms nobody."""
        if not state.settled:
            return
        with suppress(OSError):
            _prepare(self.folder)
            atomic.write(self.folder / state.entry, json.dumps([state.digest, content]).encode())


def open_cache(folder: Path, settings: Settings) -> Cache:
    """The cache below a folder, for runs with these settings."""
    relevant = replace(settings, include=(), exclude=(), fail_on={}, baseline=None)
    files = [file for profile in settings.profiles for file in (profile.schema, *profile.templates)]
    stamps = [(str(file), _stamp(file)) for file in files]
    return Cache(folder / FOLDER, _digest(repr(relevant), stamps, sys.version, list(_tool())))


def usual_folder() -> Path:
    """Where the system wants caches to stand."""
    import platformdirs

    return platformdirs.user_cache_path("casecheck", appauthor=False)


def _tool() -> Iterator[tuple[str, object]]:
    """What tells this state of casecheck, and of the packages that it uses, from another one."""
    for top, folders, files in os.walk(PACKAGE):
        folders[:] = sorted(name for name in folders if name != "__pycache__")
        yield from ((name, _stamp(os.path.join(top, name))) for name in sorted(files))
    for place in sys.path:
        if os.path.basename(place) in PACKAGES:
            yield place, _stamp(place)


def _stamp(file: str | Path) -> tuple[int, int, int]:
    """Size and times of a file, in bytes and nanoseconds; they change with its content."""
    try:
        found = os.stat(file)
    except OSError:
        return (-1, 0, 0)
    return found.st_size, found.st_mtime_ns, found.st_ctime_ns


def _digest(*parts: object) -> str:
    return sha256(repr(parts).encode("utf-8", "surrogatepass")).hexdigest()


def _joint(states: Sequence[State]) -> State:
    """The state of several documents together."""
    settled = all(state.settled for state in states)
    return State(_digest([state.entry for state in states]), _digest([state.digest for state in states]), settled)


def _prepare(folder: Path) -> None:
    """Make the folder of results, and keep it out of repositories."""
    if not folder.is_dir():
        folder.mkdir(parents=True)
        (folder / ".gitignore").write_text("*\n", "utf-8")
