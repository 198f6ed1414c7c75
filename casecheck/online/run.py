"""All addresses of a run: remembered or asked for, many at a time, within bounds."""

import asyncio
import ssl
import time
from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace
from fnmatch import fnmatchcase
from typing import TYPE_CHECKING

from casecheck.errors import UsageError
from casecheck.online.answer import UNPROVEN, Answer, Outcome, Progress
from casecheck.online.guard import Guard, Resolver, system_resolver
from casecheck.online.memory import Memory
from casecheck.settings import LinkSettings

if TYPE_CHECKING:  # only asking needs httpx
    from casecheck.online.visit import Web

LONGEST_RUN = 900.0  # seconds


def ask(
    addresses: Iterable[str],
    settings: LinkSettings,
    *,
    memory: Memory | None = None,
    progress: Progress | None = None,
    resolve: Resolver = system_resolver,
) -> dict[str, Answer]:
    """An answer for each address; those that `ignore_addresses` names are left out.

    `memory` is where good answers are remembered, None for nowhere. `progress` is called with how
    many addresses are done, and how many there are. Raises UsageError without httpx.
    """
    require_httpx()
    wanted = {address for address in addresses if not _ignored(address, settings)}
    recalled = memory.recall(time.time()) if memory else {}
    remembered = {address: answer for address, answer in recalled.items() if address in wanted}
    fresh = asyncio.run(_ask_all(sorted(wanted - remembered.keys()), remembered, settings, progress, resolve))
    if memory:
        memory.remember(fresh, time.time())
    return {**remembered, **fresh}


def require_httpx() -> None:
    """Raise UsageError where the extra that brings httpx is not installed."""
    try:
        import httpx  # noqa: F401 - only to see whether it is there
    except ImportError as error:
        raise UsageError("casecheck --online needs httpx: pip install 'casecheck[online]'") from error


def _ignored(address: str, settings: LinkSettings) -> bool:
    return any(fnmatchcase(address, pattern) for pattern in settings.ignore_addresses)


async def _ask_all(
    addresses: Collection[str],
    remembered: Mapping[str, Answer],
    settings: LinkSettings,
    progress: Progress | None,
    resolve: Resolver,
) -> dict[str, Answer]:
    """Answers for addresses of which nothing is remembered."""
    if not addresses:
        return {}
    web = _web(settings, resolve)
    try:
        answers = await _within_bounds(addresses, web, progress)
        return answers if await _connected(answers.values(), remembered, web) else _without_unproven(answers)
    finally:
        await web.transport.aclose()


def _web(settings: LinkSettings, resolve: Resolver) -> "Web":
    import httpx

    from casecheck.online.transport import GuardedTransport
    from casecheck.online.turns import Turns
    from casecheck.online.visit import Web

    tls = httpx.create_ssl_context()
    tls.verify_flags &= ~ssl.VERIFY_X509_STRICT  # browsers are not that strict, and Python only is from 3.13 on
    transport = GuardedTransport(Guard(allow_private=settings.allow_private, resolve=resolve), tls)
    return Web(transport, Turns(settings.max_per_host), settings.timeout_seconds)


async def _within_bounds(addresses: Collection[str], web: "Web", progress: Progress | None) -> dict[str, Answer]:
    """Visit all addresses; those that the time of a run does not suffice for stay unknown."""
    from casecheck.online.visit import visit

    answers = dict.fromkeys(addresses, Answer(Outcome.UNKNOWN))
    done = 0

    async def one(address: str) -> None:
        nonlocal done
        answers[address] = await visit(address, web)
        done += 1
        if progress:
            progress(done, len(addresses))

    try:
        async with asyncio.timeout(LONGEST_RUN), asyncio.TaskGroup() as group:
            for address in addresses:
                group.create_task(one(address))
    except TimeoutError:
        pass
    return answers


async def _connected(answers: Collection[Answer], remembered: Mapping[str, Answer], web: "Web") -> bool:
    """Whether this machine reaches the web at all: some host answered, or one that did before does again."""
    from casecheck.online.visit import visit

    if any(answer.status for answer in answers):
        return True
    if not any(answer.outcome in UNPROVEN for answer in answers):
        return True  # nothing depends on it
    for address in list(remembered)[:1]:
        return (await visit(address, web)).status is not None
    return False


def _without_unproven(answers: Mapping[str, Answer]) -> dict[str, Answer]:
    """Answers without what only shows that this machine is not on the web."""
    return {
        address: replace(answer, outcome=Outcome.UNKNOWN) if answer.outcome in UNPROVEN else answer
        for address, answer in answers.items()
    }
