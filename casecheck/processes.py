"""Work spread over several processes, none of which outlives the one that started it."""

import os
import signal
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from threading import Thread
from typing import TypeVar

from casecheck.errors import UsageError

AT_A_TIME = 4  # tasks that a process takes: fewer cost more messages, more leave the others idle at the end
MOST = 61  # processes; Windows cannot wait for more

Task = TypeVar("Task")
Result = TypeVar("Result")


def spread(work: Callable[[Task], Result], tasks: Sequence[Task], processes: int) -> Iterator[Result]:
    """What `work` returns for each task, in their order.

    Work, tasks and results must be such that they can be pickled. What `work` raises is raised here. Raises UsageError
    where a process is ended from outside.
    """
    from concurrent.futures import ProcessPoolExecutor
    from concurrent.futures.process import BrokenProcessPool

    with ProcessPoolExecutor(min(processes, len(tasks), MOST), initializer=_begin) as pool:
        try:
            with _undisturbed():
                results = pool.map(work, tasks, chunksize=AT_A_TIME)
            yield from results
        except BrokenProcessPool as error:
            what = "A process that checks documents was ended from outside, perhaps because there is too little memory."
            raise UsageError(f"{what} Try again with: --jobs 1") from error


@contextmanager
def _undisturbed() -> Iterator[None]:
    """Hold Ctrl-C back while processes are started: for one that is half started, the exit would wait without end."""
    if os.name != "posix":
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _begin() -> None:
    """Prepare a process that was just started: only the one that started it decides when it ends."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # a terminal sends it to all of them
    Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    """End this process when the one that started it is gone, however that came about."""
    from multiprocessing import parent_process

    if parent := parent_process():
        parent.join()
    os._exit(1)
