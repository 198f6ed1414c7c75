"""What the web says of all addresses in the documents of a run: each is asked for once, before any rule runs."""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from casecheck.errors import UsageError
from casecheck.loading import load_document
from casecheck.online import Answer, Progress
from casecheck.online.memory import NAME, Memory
from casecheck.reading import Refusal, read_document
from casecheck.rules import ONLINE_RULES, family
from casecheck.selection import for_document, selected
from casecheck.settings import Settings
from casecheck.weblinks import WebLink, web_links


def answers(
    paths: Sequence[Path],
    settings: Settings,
    contents: Mapping[Path, bytes],
    keep: Path | None = None,
    progress: Progress | None = None,
) -> dict[str, Answer]:
    """An answer for every web address in documents for which a rule wants one.

    `contents` has the text of documents that are not to be read from disk. `keep` is the folder in which good answers
    are remembered, None for nowhere. Raises UsageError where httpx is not installed, and for a schema or template that
    is missing or broken.
    """
    from casecheck.online.run import ask  # loads all that speaks with networks

    wanted = {link.asked for path in paths for link in _links(path, contents, for_document(path, settings))}
    memory = Memory(keep / NAME, settings.links.cache_days) if keep else None
    return ask(wanted, settings.links, memory=memory, progress=progress)


def _links(path: Path, contents: Mapping[Path, bytes], settings: Settings) -> Iterator[WebLink]:
    if not any(selected(rule.NAME, family(rule), settings) for rule in ONLINE_RULES):
        return
    try:
        data = contents[path] if path in contents else read_document(path)
        if isinstance(data, Refusal):
            return
        document = load_document(data, path, str(path), settings)
    except UsageError:
        raise
    except Exception:  # the check of this document comes next, and says what is wrong with it
        return
    yield from web_links(document, allow_private=settings.links.allow_private)
