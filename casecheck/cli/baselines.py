"""`--baseline`, `--write-baseline` and `--prune-baseline`."""

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from casecheck.cli.streams import save, tell
from casecheck.errors import UsageError

if TYPE_CHECKING:  # `--help` needs none of it
    from casecheck.cli.request import Request
    from casecheck.report import Report
    from casecheck.settings import Settings


def with_baseline(report: "Report", request: "Request", settings: "Settings") -> "Report":
    """The report without what the baseline covers; writes or prunes the baseline where that is asked for."""
    path = request.baseline or settings.baseline
    if path is None:
        if request.write_baseline or request.prune_baseline:
            raise UsageError("Name the baseline's file: --baseline casecheck-baseline.json")
        return report
    from casecheck import baseline

    folder, checked = path.parent, [document.path for document in report.documents]
    if request.write_baseline:
        baseline.require_plain(path)
        made = baseline.make(report.findings, folder)
        _save(path, baseline.dump(made), f"{sum(sum(rules.values()) for rules in made.values())} findings")
    standing = baseline.read(path)
    if request.prune_baseline:
        pruned = baseline.prune(report.findings, standing, checked, folder)
        _save(path, baseline.dump(pruned), f"{sum(sum(rules.values()) for rules in pruned.values())} findings")
        standing = pruned
    result = baseline.compare(report.findings, standing, checked, folder)
    return replace(report, findings=result.kept, baselined=result.covered, fixed=result.fixed)


def _save(path: Path, text: str, what: str) -> None:
    save(path, text)
    tell(f"casecheck: {path} now holds {what}.")
