"""How far a long run has come."""

import sys
import time
from contextlib import ExitStack
from types import TracebackType
from typing import TYPE_CHECKING, Self

from casecheck.cli.streams import is_terminal

if TYPE_CHECKING:
    from rich.progress import Progress, TaskID

PATIENCE = 1.0  # seconds; a run that is over sooner needs no bar


class Bar:
    """A progress bar on the standard error, where a terminal is there and the run takes long; gone afterwards."""

    def __init__(self, documents: int, *, shown: bool, patience: float = PATIENCE) -> None:
        self.documents = documents
        self.shown = shown and is_terminal(sys.stderr)
        self.patience = patience
        self.done = 0
        self.started = time.monotonic()
        self.drawn: Progress | None = None
        self.tasks: dict[str, TaskID] = {}
        self.stack = ExitStack()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.stack.close()

    def checked(self) -> None:
        """One more document is checked."""
        self.done += 1
        if self.documents > 1:
            self._show("Checking documents", self.done, self.documents)

    def asking(self, done: int, total: int) -> None:
        """One more web address is asked for."""
        if total > 1:
            self._show("Asking for web addresses", done, total)

    def _show(self, what: str, done: int, total: int) -> None:
        if not self.shown or (self.drawn is None and time.monotonic() - self.started < self.patience):
            return
        if self.drawn is None:
            self.drawn = self.stack.enter_context(_bar())
        if what not in self.tasks:
            self.tasks[what] = self.drawn.add_task(what, total=total)
        self.drawn.update(self.tasks[what], completed=done)


def _bar() -> "Progress":
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn())
    return Progress(*columns, console=Console(stderr=True), transient=True)
