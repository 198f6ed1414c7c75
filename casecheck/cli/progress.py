"""How far a long run has come."""

import sys
import time
from contextlib import ExitStack
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Self

from casecheck.cli.streams import is_terminal

if TYPE_CHECKING:
    from rich.progress import Progress

PATIENCE = 1.0  # seconds; a run that is over sooner needs no bar


class Bar:
    """A progress bar on the standard error, where a terminal is there and the run takes long; gone afterwards."""

    def __init__(self, documents: int, *, shown: bool, patience: float = PATIENCE) -> None:
        self.documents = documents
        self.shown = shown and documents > 1 and is_terminal(sys.stderr)
        self.patience = patience
        self.done = 0
        self.started = time.monotonic()
        self.drawn: Progress | None = None
        self.stack = ExitStack()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.stack.close()

    def __call__(self, _path: Path) -> None:
        """One more document is checked."""
        self.done += 1
        if self.shown and self.drawn is None and time.monotonic() - self.started >= self.patience:
            self.drawn = self.stack.enter_context(_bar(self.documents))
        if self.drawn:
            self.drawn.update(self.drawn.task_ids[0], completed=self.done)


def _bar(total: int) -> "Progress":
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

    columns = (TextColumn("Checking"), BarColumn(), MofNCompleteColumn(), TextColumn("documents"))
    progress = Progress(*columns, console=Console(stderr=True), transient=True)
    progress.add_task("", total=total)
    return progress
