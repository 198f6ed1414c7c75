"""What changed, as git sees it, and which case documents that concerns."""

import os
import subprocess
from collections.abc import Iterable, Sequence
from pathlib import Path, PurePosixPath

from casecheck.errors import UsageError
from casecheck.settings import Settings

DEFAULT_BRANCHES = ("origin/HEAD", "origin/main", "origin/master", "main", "master")


def repository(path: Path) -> Path:
    """The top folder of the git repository that a path is in. Raises UsageError where there is none."""
    folder = path if path.is_dir() else path.parent
    return Path(_git(folder, "rev-parse", "--show-toplevel").rstrip("\n"))


def changed_files(top: Path, since: str | None = None) -> tuple[Path, ...]:
    """Every file that differs from the merge base with `since` (default: the main branch), committed or not.

    Deleted files and both names of a renamed one are in it, and files that git does not track yet.
    """
    base = _merge_base(top, since)
    differing = _git(top, "diff", "--name-only", "--no-renames", "-z", base, "--")
    untracked = _git(top, "ls-files", "--others", "--exclude-standard", "-z")
    return _paths(top, differing + untracked)


def staged_files(top: Path) -> tuple[Path, ...]:
    """Every file that the next commit changes, deletes or adds."""
    against = "HEAD" if _has_commits(top) else _git(top, "hash-object", "-t", "tree", "--stdin", stdin="").strip()
    return _paths(top, _git(top, "diff", "--cached", "--name-only", "--no-renames", "-z", against, "--"))


def tracked_files(top: Path) -> tuple[Path, ...]:
    """Every file in git's index."""
    return _paths(top, _git(top, "ls-files", "--cached", "-z"))


def export_staged(top: Path, folders: Iterable[Path], target: Path) -> None:
    """Write the staged content of some folders below `target`, under the paths that they have in the repository."""
    inside = [folder.relative_to(top).as_posix() or "." for folder in folders]
    names = _git(top, "ls-files", "--cached", "-z", "--", *(f":(literal){name}" for name in inside))
    _git(top, "checkout-index", "-z", "--stdin", "--quiet", f"--prefix={target.as_posix()}/", stdin=names)


def affected(documents: Sequence[Path], changed: Iterable[Path], settings: Settings) -> tuple[Path, ...]:
    """The documents that a change concerns: those with a changed file in their folder or below.

    A changed schema, template or settings file concerns every document. A changed link counts where it stands, and
    where it leads.
    """
    everything = {_real(path) for p in settings.profiles for path in (p.schema, *p.templates)}
    everything |= {_real(settings.root) / name for name in ("casecheck.toml", ".casecheck.toml", "pyproject.toml")}
    files = {file for path in changed for file in (_real(path), _real(path.parent) / path.name)}
    if files & everything:
        return tuple(documents)
    folders = {parent for file in files for parent in file.parents}
    return tuple(path for path in documents if _real(path.parent) in folders)


def _real(path: Path) -> Path:
    return Path(os.path.realpath(path))  # unlike resolve, it takes a link to itself


def _merge_base(top: Path, since: str | None) -> str:
    for name in (since,) if since else DEFAULT_BRANCHES:
        if _try(top, "rev-parse", "--verify", "--quiet", f"{name}^{{commit}}") is None:
            continue
        base = _try(top, "merge-base", name, "HEAD")
        if base is None:
            raise UsageError(f"'{name}' and HEAD have no common history. Fetch more of it, or name another --since.")
        return base.strip()
    if since:
        raise UsageError(f"git knows no revision '{since}'. Fetch it first, or name another one with --since.")
    raise UsageError("There is no main branch to compare with. Name a revision: --changed --since REF")


def _has_commits(top: Path) -> bool:
    return _try(top, "rev-parse", "--verify", "--quiet", "HEAD") is not None


def _paths(top: Path, listing: str) -> tuple[Path, ...]:
    return tuple(top / PurePosixPath(name) for name in sorted(set(listing.split("\0")) - {""}))


def _git(folder: Path, *arguments: str, stdin: str | None = None) -> str:
    """What git prints. Raises UsageError, with git's own words, where it fails."""
    try:
        done = subprocess.run(
            ["git", "-C", str(folder), *arguments],
            input=stdin, capture_output=True, encoding="utf-8", errors="surrogateescape", check=False,
        )  # fmt: skip
    except OSError as error:
        raise UsageError("git is not installed, or cannot be run; --changed and --staged need it.") from error
    if done.returncode:
        reason = done.stderr.strip().removeprefix("fatal: ") or f"exit status {done.returncode}"
        raise UsageError(f"git cannot tell what changed: {reason}")
    return done.stdout


def _try(folder: Path, *arguments: str) -> str | None:
    try:
        return _git(folder, *arguments)
    except UsageError:
        return None
