"""`casecheck check`."""

import time
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from casecheck.cli.baselines import with_baseline
from casecheck.cli.completion import rule_lists
from casecheck.cli.documents import documents, why_none
from casecheck.cli.github_actions import announce, shielded
from casecheck.cli.options import GroupedCommand, NamedPath, color_option, option, settings_options
from casecheck.cli.request import STDOUT, Request, build_settings, outputs
from casecheck.cli.streams import color_on_stdout, save, say, tell, width
from casecheck.output import FORMATS, Options
from casecheck.output.clean import clean

if TYPE_CHECKING:  # `--help` needs none of it
    from casecheck.report import CheckedDocument, Report
    from casecheck.runner import Documents
    from casecheck.settings import Settings

HOLDS, FAILS, COULD_NOT = 0, 1, 2
GATES = ["error", "warning", "note", "never"]

EPILOG = """\b
Examples:
  casecheck check                          every case below this folder
  casecheck check cases/gbr-leeds          one case
  casecheck check --select geography       only what concerns maps
  casecheck check --ignore words,link      all but two groups of rules
  casecheck check --fail-on warning        be strict
  casecheck check -f json -o report.json   a report for programs

\b
Exit status:
  0  the gate holds
  1  it does not: a finding is as severe as --fail-on says
  2  casecheck could not do its job"""


@click.command(cls=GroupedCommand, epilog=EPILOG)
@click.argument("paths", nargs=-1, type=NamedPath(path_type=Path))
@option(
    "Rules",
    "--select",
    multiple=True,
    metavar="RULES",
    shell_complete=rule_lists,
    help="Only these: names, prefixes or families; a,b,c.",
)
@option("Rules", "--deep", is_flag=True, help="Decode every picture whole: slower, and finds more damage.")
@option("Rules", "--ignore", multiple=True, metavar="RULES", shell_complete=rule_lists, help="Not these.")
@option(
    "Rules",
    "--fail-on",
    type=click.Choice(GATES),
    metavar="SEVERITY",
    help=f"The mildest finding that makes the run fail: {', '.join(GATES)}.  [default: error]",
)
@option("Rules", "--online", is_flag=True, help="Ask the web, too, whether links lead somewhere; needs httpx.")
@option(
    "Report",
    "-f",
    "--output-format",
    multiple=True,
    type=click.Choice(list(FORMATS)),
    metavar="FORMAT",
    help=f"{', '.join(FORMATS)}.  [default: full]",
)
@option(
    "Report",
    "-o",
    "--output-file",
    multiple=True,
    metavar="FILE",
    help="Where the report goes; '-' is the standard output. Several -f and -o make several reports.",
)
@color_option("Report")
@option("Report", "--statistics", is_flag=True, help="Count the findings of each rule, too.")
@option("Report", "--show-files", is_flag=True, help="Only list the documents that would be checked.")
@option("Report", "-q", "--quiet", is_flag=True, help="Findings, and nothing else.")
@option("Report", "-v", "--verbose", is_flag=True, help="Say what was checked, and how.")
@settings_options
@option("Documents", "--changed", is_flag=True, help="Only cases that differ from the main branch.")
@option("Documents", "--since", metavar="REVISION", help="Only cases that differ from this revision of git.")
@option("Documents", "--staged", is_flag=True, help="Only cases that the next commit changes, as it has them.")
@option(
    "Documents",
    "--stdin-filename",
    type=click.Path(path_type=Path),
    metavar="PATH",
    help="With '-' for PATHS: where the document on the standard input stands.",
)
@option("Documents", "--force-exclude", is_flag=True, help="Leave out what the settings leave out, even if named.")
@option(
    "Baseline",
    "--baseline",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="Say nothing of the findings that this file holds.",
)
@option("Baseline", "--write-baseline", is_flag=True, help="Put all that is found now into the baseline.")
@option("Baseline", "--prune-baseline", is_flag=True, help="Take out of the baseline what is mended.")
@option("Other", "-j", "--jobs", type=click.IntRange(1), metavar="N", help="How many processes.  [default: as pays]")
@option("Other", "--no-cache", is_flag=True, help="Neither use nor keep the results of other runs.")
@option(
    "Other",
    "--cache-dir",
    type=click.Path(path_type=Path),
    metavar="FOLDER",
    envvar="CASECHECK_CACHE_DIR",
    help="Where results are kept, also as CASECHECK_CACHE_DIR.  [default: the user's cache folder]",
)
def check(**options: Any) -> None:
    """Check case documents.

    PATHS are documents, or folders in which to look for them; without any, the current folder.
    """
    raise SystemExit(run(Request(**options)))


def run(request: Request) -> int:
    """Check what is asked for, write the reports, and return the exit status."""
    from casecheck.report import shown_path

    targets = outputs(request)
    settings = build_settings(request)
    with documents(request, settings) as chosen:
        if request.show_files:
            say("".join(f"{clean(shown_path(path))}\n" for path in map(chosen.original, chosen.paths)))
            if not chosen.paths:
                tell(f"casecheck: There is no document to check: {why_none(request, settings)}.")
            return HOLDS
        report = _check(chosen, settings, request)
    report = with_baseline(report, request, settings)
    for name, file in targets:
        _write(report, name, file, request)
    _comment(report, settings, request)
    announce(report, targets)
    return status(report)


def status(report: "Report") -> int:
    """The exit status of a run."""
    if report.broken:
        return COULD_NOT
    return FAILS if report.failed else HOLDS


def _check(chosen: "Documents", settings: "Settings", request: Request) -> "Report":
    from casecheck.cache import usual_folder
    from casecheck.cli.progress import Bar
    from casecheck.output.summary import plural
    from casecheck.runner import check_documents

    started = time.perf_counter()
    keep = None if request.no_cache else request.cache_dir or usual_folder()
    with Bar(len(chosen.paths), shown=not request.quiet) as bar:
        report = check_documents(
            chosen, settings, jobs=request.jobs, keep=keep, progress=bar.checked, asking=bar.asking
        )
    if request.verbose:
        for document in report.documents:
            _describe(document)
        known = f", {report.unchanged} of them unchanged since an earlier run" if report.unchanged else ""
        tell(f"Checked {plural(len(chosen.paths), 'document')}{known} in {time.perf_counter() - started:.2f} s.")
    return report


def _describe(document: "CheckedDocument") -> None:
    """How a document was checked, and where it stands."""
    from casecheck.output.standing import table

    kind = f"profile {document.profile}, template {document.template}, status {document.status or 'not given'}"
    tell(f"{document.path}: {kind}\n")
    tell(table(document.standings, width()))


def _write(report: "Report", name: str, file: str, request: Request) -> None:
    if file == STDOUT:
        color = color_on_stdout(request.color)
        say(shielded(FORMATS[name](report, Options(width(), color, not request.quiet)), name), color=color)
    else:
        save(Path(file), FORMATS[name](report, Options(color=request.color == "always", summary=not request.quiet)))


def _comment(report: "Report", settings: "Settings", request: Request) -> None:
    """What is to be said of a run beside its report."""
    if not report.documents:
        tell(f"casecheck: No document was checked: {why_none(request, settings)}.")
    if report.asked and not request.quiet:
        clear = report.asked - report.unclear
        tell(f"casecheck: {clear:,} of {report.asked:,} web addresses gave a clear answer.")
    if request.statistics:
        from casecheck.output.statistics import statistics

        tell(statistics(report).rstrip("\n"))
