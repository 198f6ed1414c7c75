"""The command line: options in, text and exit status out."""

import json
import os
import re
import signal
import struct
import subprocess
import sys
import time
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from jsonschema import Draft202012Validator

from casecheck import __version__
from casecheck.cli import main
from casecheck.cli.request import Request, build_settings, outputs, split
from casecheck.cli.streams import save, wants_color
from casecheck.errors import UsageError
from casecheck.finding import Severity
from casecheck.output import FORMATS
from casecheck.resources import schema_folder
from casecheck.rules import ALL_RULES

CASECHECK = [sys.executable, "-m", "casecheck"]
NO_FRONT_MATTER = "# Zandhaven Harbour Plan\n\nNothing but a title, and ünusual 日本 text.\n"
POSIX = pytest.mark.skipif(os.name != "posix", reason="signals, devices and modes of POSIX")


@pytest.fixture
def case(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder, made the current one, with one case: it has no front matter, which is an error."""
    document = tmp_path / "cases" / "nld-zandhaven" / "index.md"
    document.parent.mkdir(parents=True)
    document.write_text(NO_FRONT_MATTER, "utf-8")
    monkeypatch.chdir(tmp_path)
    for name in ("NO_COLOR", "FORCE_COLOR", "CI", "TERM", "COLUMNS", "GITHUB_ACTIONS"):
        monkeypatch.delenv(name, raising=False)
    return document


@pytest.fixture
def crowd(case: Path) -> Path:
    """The case a hundred times: its report is longer than a pipe holds."""
    for number in range(100):
        copy = case.parent.with_name(f"nld-copy-{number:03}") / "index.md"
        copy.parent.mkdir()
        copy.write_bytes(case.read_bytes())
    return case


def casecheck(*arguments: str) -> Result:
    return CliRunner().invoke(main, arguments, prog_name="casecheck")


def process(*arguments: str, **environment: str) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run([*CASECHECK, *arguments], capture_output=True, env={**os.environ, **environment}, check=False)


# What is asked for


def test_every_output_has_its_format() -> None:
    assert outputs(Request()) == [("full", "-")]
    assert outputs(Request(output_format=("json",))) == [("json", "-")]
    assert outputs(Request(output_file=("report.txt",))) == [("full", "report.txt")]
    pairs = Request(output_format=("full", "json"), output_file=("-", "report.json"))
    assert outputs(pairs) == [("full", "-"), ("json", "report.json")]


@pytest.mark.parametrize(
    ("formats", "files"),
    [(("full", "json"), ()), (("full", "json"), ("a",)), (("json",), ("a", "b")), (("full", "json"), ("a", "a"))],
)
def test_formats_and_files_that_make_no_pairs_are_refused(formats: tuple[str, ...], files: tuple[str, ...]) -> None:
    with pytest.raises(UsageError, match="--output-file"):
        outputs(Request(output_format=formats, output_file=files))


def test_names_are_split_at_commas() -> None:
    assert split(["image-alt, geography", "words"]) == ("image-alt", "geography", "words")


@pytest.mark.parametrize(
    ("request_", "select", "ignore"),
    [
        (Request(), ("image",), ("image-alt",)),
        (Request(ignore=("link",)), ("image",), ("image-alt", "link")),
        (Request(select=("image-alt,link",)), ("image-alt", "link"), ()),
        (Request(select=("link",), ignore=("link-url",)), ("link",), ("image-alt", "link-url")),
        (Request(select=("images",)), ("images",), ("image-alt",)),
        (Request(select=("all",)), ("all",), ("image-alt",)),
    ],
)
def test_options_go_over_the_settings_file(
    case: Path, request_: Request, select: tuple[str, ...], ignore: tuple[str, ...]
) -> None:
    Path("casecheck.toml").write_text('select = ["image"]\nignore = ["image-alt"]\nfail-on = "note"\n', "utf-8")
    settings = build_settings(request_)
    assert (settings.select, settings.ignore) == (select, ignore)
    assert settings.fail_on == {"default": Severity.NOTE}


def test_fail_on_holds_for_every_status(case: Path) -> None:
    Path("casecheck.toml").write_text('fail-on = { default = "error", Draft = "never" }\n', "utf-8")
    assert build_settings(Request(fail_on="warning")).fail_on == {"default": Severity.WARNING}
    assert build_settings(Request(fail_on="never")).fail_on == {"default": None}
    assert build_settings(Request(isolated=True)).fail_on == {"default": Severity.ERROR}
    assert build_settings(Request(config=("fail-on = 'note'",))).fail_on == {"default": Severity.NOTE}


@pytest.mark.parametrize(
    ("choice", "environment", "terminal", "wanted"),
    [
        ("auto", {}, True, True),
        ("auto", {}, False, False),
        ("always", {"NO_COLOR": "1", "TERM": "dumb"}, False, True),
        ("never", {"FORCE_COLOR": "1"}, True, False),
        ("auto", {"NO_COLOR": "1", "FORCE_COLOR": "1"}, True, False),
        ("auto", {"NO_COLOR": ""}, True, True),
        ("auto", {"FORCE_COLOR": "1"}, False, True),
        ("auto", {"FORCE_COLOR": "0"}, False, False),
        ("auto", {"FORCE_COLOR": "0"}, True, True),
        ("auto", {"FORCE_COLOR": "1", "CI": "true"}, False, True),
        ("auto", {"TERM": "dumb"}, True, False),
        ("auto", {"CI": "true"}, True, False),
    ],
)
def test_who_decides_about_colour(choice: str, environment: dict[str, str], terminal: bool, wanted: bool) -> None:
    assert wants_color(choice, environment, terminal=terminal) is wanted


# Exit status


def test_findings_go_to_stdout_and_fail(case: Path) -> None:
    result = casecheck("check")
    assert result.exit_code == 1
    assert "error[frontmatter-missing]:" in result.stdout
    assert "cases/nld-zandhaven/index.md:1:1" in result.stdout
    assert result.stderr == ""


@pytest.mark.parametrize(
    ("arguments", "status"),
    [
        (["--fail-on", "error"], 1),
        (["--fail-on", "never"], 0),
        (["--ignore", "all"], 0),
        (["--select", "frontmatter"], 1),
        (["--select", "frontmatter", "--ignore", "frontmatter-missing"], 0),
        (["--select", "images,links"], 0),
    ],
)
def test_the_gate_decides_the_status(case: Path, arguments: list[str], status: int) -> None:
    assert casecheck("check", *arguments).exit_code == status


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["check", "nowhere"], "nowhere: there is no such file or folder."),
        (["check", "x" * 300], "x"),
        (["check", "--select", "image-alts"], "Did you mean 'image-alt'?"),
        (["check", "--ignore", "gibberish"], "no rule or family of rules named 'gibberish'"),
        (["check", "-f", "jsn"], "jsn"),
        (["check", "-f", "json", "-f", "full"], "pairs"),
        (["check", "--fail-on", "fatal"], "fatal"),
        (["check", "--config", "nowhere.toml"], "nowhere.toml"),
        (["check", "-o", "nowhere/report.txt"], "nowhere/report.txt cannot be written"),
        (["check", "-o", "cases"], "cases cannot be written"),
        (["rule", "image-alts"], "Did you mean 'image-alt'?"),
        (["rule", "gibberish"], "gibberish"),
        (["chek"], "chek"),
        (["cases"], "casecheck check cases"),
        ([], "Usage: casecheck"),
    ],
)
def test_what_cannot_be_done_is_said_in_a_sentence(case: Path, arguments: list[str], said: str) -> None:
    result = casecheck(*arguments)
    assert result.exit_code == 2
    assert said in result.stderr
    assert "Traceback" not in result.stderr


def test_a_broken_settings_file_is_named(case: Path) -> None:
    Path("casecheck.toml").write_text("fail-on = 'error'\nselct = []\n", "utf-8")
    result = casecheck("check")
    assert (result.exit_code, result.stdout) == (2, "")
    assert "casecheck.toml:2: there is no setting 'selct'. Did you mean 'select'?" in result.stderr
    assert casecheck("check", "--isolated").exit_code == 1


def test_a_run_without_documents_says_what_was_looked_for(case: Path) -> None:
    Path("empty").mkdir()
    result = casecheck("check", "empty")
    assert result.exit_code == 0
    assert result.stderr == (
        "casecheck: No document was checked: no file in 'empty' or below it fits the setting include (**/index.md).\n"
    )
    shown = casecheck("check", "empty", "--show-files")
    assert (shown.exit_code, shown.stdout) == (0, "")
    assert shown.stderr.startswith("casecheck: There is no document to check: no file in 'empty'")
    assert json.loads(casecheck("check", "empty", "-f", "json").stdout)["documents"] == []


def test_what_is_excluded_stays_out_where_a_hook_names_it(case: Path) -> None:
    Path("casecheck.toml").write_text('exclude = ["cases/nld-*"]\n', "utf-8")
    assert casecheck("check").stderr == (
        "casecheck: No document was checked: the setting exclude (cases/nld-*) leaves out"
        " cases/nld-zandhaven/index.md.\n"
    )
    assert casecheck("check", "cases/nld-zandhaven/index.md", "--force-exclude").exit_code == 0
    assert casecheck("check", "cases/nld-zandhaven/index.md").exit_code == 1


@POSIX
@pytest.mark.parametrize("target", ["gone.md", "index.md"])
def test_a_document_that_cannot_be_read_is_named(target: str, case: Path) -> None:
    case.unlink()
    case.symlink_to(target)
    result = casecheck("check")
    assert result.exit_code == 2
    assert "cases/nld-zandhaven/index.md cannot be read" in result.stderr


def test_a_mistake_of_our_own_is_no_failed_gate(case: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> str:
        raise RuntimeError("odd")

    monkeypatch.setitem(FORMATS, "json", fail)
    result = casecheck("check", "-f", "json")
    assert result.exit_code == 2
    assert result.stderr.endswith("RuntimeError: odd\n")


# Reports


def test_json_follows_its_schema_and_never_varies(case: Path) -> None:
    first, second = (process("check", "-f", "json", PYTHONHASHSEED=seed) for seed in ("1", "2"))
    assert (first.returncode, first.stderr) == (1, b"")
    assert first.stdout == second.stdout
    schema = json.loads((schema_folder() / "report.schema.json").read_text("utf-8"))
    report = json.loads(first.stdout)
    assert list(Draft202012Validator(schema).iter_errors(report)) == []
    assert report["summary"]["failed"] is True
    assert "cases/nld-zandhaven/index.md" in {found["path"] for found in report["findings"]}


def test_several_reports_of_one_run(case: Path) -> None:
    result = casecheck(
        "check", "-f", "concise", "-o", "-", "-f", "json", "-o", "report.json", "-f", "full", "-o", "r.txt"
    )
    assert result.stdout.startswith("cases/nld-zandhaven/index.md:1:1: ")
    assert json.loads(Path("report.json").read_bytes())["summary"]["documents"] == 1
    assert Path("r.txt").read_text("utf-8").startswith("cases/nld-zandhaven/index.md")
    assert sorted(os.listdir()) == ["cases", "r.txt", "report.json"]


def test_quiet_is_findings_only_and_verbose_says_more(case: Path) -> None:
    assert "The gate" in casecheck("check").stdout
    assert "The gate" not in casecheck("check", "-q").stdout
    assert "cases/nld-zandhaven/index.md: profile " in casecheck("check", "-v").stderr


def test_statistics_and_files(case: Path) -> None:
    assert re.search(r"^ +1  error    frontmatter-missing$", casecheck("check", "--statistics").stderr, re.MULTILINE)
    listed = casecheck("check", "--show-files")
    assert (listed.exit_code, listed.stdout) == (0, f"{Path('cases/nld-zandhaven/index.md')}\n")


def test_colour_and_width_follow_the_environment(case: Path) -> None:
    assert b"\x1b[" not in process("check").stdout
    assert b"\x1b[" in process("check", FORCE_COLOR="1").stdout
    assert b"\x1b[" not in process("check", FORCE_COLOR="0").stdout
    assert b"\x1b[" not in process("check", "--color", "never", FORCE_COLOR="1").stdout
    assert b"\x1b[" not in process("check", "-f", "json", "--color", "always").stdout
    narrow = process("check", COLUMNS="50").stdout.decode().splitlines()
    prose = [line for line in narrow if "-->" not in line]
    assert max(map(len, prose)) <= 50 < max(map(len, process("check", COLUMNS="100").stdout.decode().splitlines()))


# Files and streams


def test_a_file_is_replaced_whole(tmp_path: Path) -> None:
    target = tmp_path / "report.txt"
    save(target, "first ünd \udcff")
    assert target.read_bytes() == "first ünd \\udcff".encode()
    save(target, "second")
    assert (target.read_text("utf-8"), os.listdir(tmp_path)) == ("second", ["report.txt"])


@POSIX
def test_a_file_keeps_its_mode_and_a_link_its_target(tmp_path: Path) -> None:
    target, link = tmp_path / "report.txt", tmp_path / "link.txt"
    target.write_text("old", "utf-8")
    target.chmod(0o640)
    link.symlink_to(target)
    save(link, "new")
    assert link.is_symlink() and target.read_text("utf-8") == "new"
    assert target.stat().st_mode & 0o777 == 0o640
    save(Path("/dev/null"), "nothing")


def test_two_reports_never_go_to_one_file(case: Path) -> None:
    for second in ("x.json", "./x.json", "cases/../x.json"):
        result = casecheck("check", "-f", "json", "-o", "x.json", "-f", "sarif", "-o", second)
        assert result.exit_code == 2
        assert "Two reports cannot go to the same place" in result.stderr
    assert not Path("x.json").exists()
    missing = casecheck("check", "-o", "none/x.txt").stderr
    assert missing == f"casecheck: {Path('none/x.txt')} cannot be written: there is no folder 'none'.\n"


def test_a_path_that_was_never_set_is_not_this_folder(case: Path) -> None:
    for command in ("check", "new"):
        result = casecheck(command, "")
        assert (result.exit_code, result.stdout) == (2, "")
        assert "it is empty. The current folder is '.'" in result.stderr
    assert not Path("index.md").exists()


@POSIX
def test_a_link_to_itself_is_no_file(case: Path) -> None:
    Path("self").symlink_to("self")
    assert casecheck("check", "self").stderr == "casecheck: self: there is no such file or folder.\n"
    assert casecheck("new", "self").exit_code == 2


@pytest.mark.parametrize("encoding", ["ascii", "cp1252", "utf-8", "utf-16"])
def test_no_encoding_of_the_terminal_is_a_failure(case: Path, encoding: str) -> None:
    case.write_text('---\ntitle: "日本 ünd 👩‍👧"\nstatus: 日本\n---\n\n![日本](./日本.jpg)\n', "utf-8")
    for format_ in ("full", "concise"):
        ran = process("check", "-f", format_, PYTHONIOENCODING=encoding, PYTHONUTF8="0")
        assert (ran.returncode, ran.stderr) == (1, b"")
        shown = ran.stdout.decode(encoding)
        assert ("日本" in shown) is (encoding in {"utf-8", "utf-16"})
    assert process("check", "日本", PYTHONIOENCODING=encoding, PYTHONUTF8="0").returncode == 2


@POSIX
def test_a_reader_that_goes_away_is_no_failure(crowd: Path) -> None:
    command = f"{' '.join(CASECHECK)} check -f json; echo $? >status"
    ran = subprocess.run(["sh", "-c", f"({command}) | head -n 1"], capture_output=True, check=False)
    assert (ran.stdout, ran.stderr) == (b"{\n", b"")
    assert Path("status").read_text("utf-8") == "1\n"


@POSIX
@pytest.mark.skipif(not Path("/dev/full").exists(), reason="Linux has a disk that is always full")
def test_a_full_disk_is_said_in_a_sentence(case: Path) -> None:
    with Path("/dev/full").open("wb") as full:
        ran = subprocess.run([*CASECHECK, "check"], stdout=full, stderr=subprocess.PIPE, check=False)
    assert ran.returncode == 2
    assert ran.stderr == b"casecheck: The standard output cannot be written: No space left on device.\n"


@POSIX
def test_streams_that_were_closed_are_no_failure(case: Path) -> None:
    command = " ".join(CASECHECK)
    without_stdout = subprocess.run(["sh", "-c", f"{command} check >&-"], capture_output=True, check=False)
    assert (without_stdout.returncode, without_stdout.stderr) == (1, b"")
    without_stderr = subprocess.run(["sh", "-c", f"{command} check nowhere 2>&-"], capture_output=True, check=False)
    assert (without_stderr.returncode, without_stderr.stdout) == (2, b"")


@POSIX
def test_names_cannot_act_on_the_terminal(case: Path) -> None:
    name = "evil\x1b[2J\u202e"
    Path(name).mkdir()
    for arguments in ([name], [name, "-v", "--show-files"], [f"{name}/nowhere"]):
        ran = process("check", *arguments, PYTHONIOENCODING="utf-8")
        assert b"\x1b" not in ran.stdout + ran.stderr
        assert "\u202e".encode() not in ran.stdout + ran.stderr
    case.rename(Path(name) / "index.md")
    assert process("check", "--show-files").stdout == b"evil\\x1b[2J\\u202e/index.md\n"
    assert b"\x1b" not in process("check", "-v", "--statistics").stderr


@POSIX
def test_control_c_is_quiet(crowd: Path) -> None:
    with subprocess.Popen(
        [*CASECHECK, "check", "-f", "json"], stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as running:
        assert running.stdout and running.stdout.read(1) == b"{"  # more is to come than a pipe holds, so it waits
        running.send_signal(signal.SIGINT)
        _, stderr = running.communicate(timeout=60)
    assert (running.returncode, stderr.strip()) == (130, b"")


CHILDREN = pytest.mark.skipif(not Path("/proc/self/task").exists(), reason="Linux tells which processes were started")
IN_PROCESSES = [*CASECHECK, "check", "-f", "json", "--jobs", "2", "--no-cache"]


def children(running: subprocess.Popen[bytes]) -> list[int]:
    """The processes that one has started, as soon as there is any."""
    listed = Path(f"/proc/{running.pid}/task/{running.pid}/children")
    while not (found := listed.read_text("ascii")):
        time.sleep(0.01)
    return [int(child) for child in found.split()]


@CHILDREN
@pytest.mark.parametrize("name", ["SIGTERM", "SIGKILL"])
def test_a_cancelled_run_leaves_no_process_behind(name: str, crowd: Path) -> None:
    number = signal.Signals[name]
    with subprocess.Popen(IN_PROCESSES, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as running:
        children(running)
        running.send_signal(number)
        _, stderr = running.communicate(timeout=60)  # which waits for all that have the pipe
    assert (running.returncode, stderr) == (-number, b"")


@CHILDREN
def test_control_c_is_quiet_in_all_processes(crowd: Path) -> None:
    pipes = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE}
    with subprocess.Popen(IN_PROCESSES, **pipes, start_new_session=True) as running:
        children(running)
        os.killpg(running.pid, signal.SIGINT)  # as a terminal sends it
        stdout, stderr = running.communicate(timeout=60)
    assert (running.returncode, stdout, stderr.strip()) == (130, b"", b"")


@CHILDREN
def test_a_process_that_was_ended_is_told(crowd: Path) -> None:
    with subprocess.Popen(IN_PROCESSES, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as running:
        os.kill(children(running)[0], signal.SIGKILL)
        stdout, stderr = running.communicate(timeout=60)
    assert (running.returncode, stdout) == (2, b"")
    assert b"ended from outside" in stderr and b"Traceback" not in stderr


@POSIX
@pytest.mark.parametrize(("shown", "patience", "drawn"), [(True, 0, True), (False, 0, False), (True, 1000, False)])
def test_a_long_run_draws_a_bar_and_takes_it_away(shown: bool, patience: float, drawn: bool) -> None:
    code = (
        "from casecheck.cli.progress import Bar\n"
        f"with Bar(2, shown={shown}, patience={patience}) as bar:\n"
        "    bar.checked(); bar.checked()\n"
    )
    terminal, end = os.openpty()
    subprocess.run([sys.executable, "-c", code], stderr=end, check=True, env={**os.environ, "TERM": "xterm"})
    os.write(end, b"|")
    written = b""
    while not written.endswith(b"|"):
        written += os.read(terminal, 100_000)
    os.close(terminal)
    os.close(end)
    assert (b"Checking" in written) is drawn
    assert written.endswith(b"\x1b[2K|" if drawn else b"|")


# Help and manual


def test_version_and_help_import_next_to_nothing() -> None:
    for arguments in (["--version"], ["--help"], *([name, "--help"] for name in main.commands)):
        code = (
            "import sys; from casecheck.cli import main\n"
            f"try: main({arguments!r})\n"
            "except SystemExit as done: status = done.code\n"
            "print({name.split('.')[0] for name in sys.modules} - set(sys.stdlib_module_names), status)"
        )
        before = subprocess.run(
            [sys.executable, "-c", "import sys; print(*sys.modules)"], capture_output=True, check=True
        )
        ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
        found = set(re.findall(r"'(\w+)'", ran.stdout.splitlines()[-1]))
        ours = {"casecheck", "click", "__main__"}
        assert found - {name.split(".")[0] for name in before.stdout.decode().split()} - ours == set()
        assert ran.stdout.endswith(" 0\n")


def test_the_program_has_one_name_and_one_version() -> None:
    assert process("--version").stdout.decode().split() == ["casecheck", __version__]
    assert process("check", "--help").stdout.startswith(b"Usage: casecheck check ")


def test_help_is_grouped_and_has_examples() -> None:
    text = casecheck("check", "--help").stdout
    headings = [line for line in text.splitlines() if re.fullmatch(r"[A-Z]\w+:", line)]
    assert headings == ["Rules:", "Report:", "Settings:", "Documents:", "Baseline:", "Other:"]
    assert "casecheck check --fail-on warning" in text
    assert max(map(len, text.splitlines())) <= 80


def test_help_of_the_program_is_short_and_names_every_command() -> None:
    lines = casecheck("--help").stdout.splitlines()
    assert len(lines) <= 30 and max(map(len, lines)) <= 80
    listed = [line.split()[0] for line in lines if re.match(r"  \w+  +\S", line)]
    assert sorted(listed) == sorted(main.commands)
    assert "    casecheck check cases/dnk-varenholm-salt-quay" in lines


@pytest.mark.parametrize("name", sorted(main.commands))
def test_help_of_a_command_fits_and_has_examples(name: str) -> None:
    lines = casecheck(name, "--help").stdout.splitlines()
    assert max(map(len, lines)) <= 80
    assert "  Examples:" in lines


def test_help_names_every_format_and_option() -> None:
    text = casecheck("check", "--help").stdout
    for name in FORMATS:
        assert name in text
    for parameter in main.commands["check"].params:
        assert parameter.param_type_name == "argument" or max(parameter.opts, key=len) in text


def test_rules_are_listed_by_family() -> None:
    text = casecheck("rule").stdout
    for rule in ALL_RULES:
        assert f"  {rule.NAME}\n" in text
    assert "\nimages\n" in text


def test_a_prefix_lists_its_rules_and_a_name_shows_its_page() -> None:
    assert "image-alt\n" in casecheck("rule", "image").stdout
    assert "path-case" not in casecheck("rule", "image").stdout
    page = casecheck("rule", "path-case").stdout
    assert page.startswith("path-case (error, family paths)\n\n")
    assert "\nBad:\n" in page and "\nGood:\n" in page


@pytest.mark.parametrize("rule", ALL_RULES, ids=lambda rule: rule.NAME)
def test_every_manual_page_fits_a_narrow_terminal(rule: object, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "60")
    name = rule.NAME  # type: ignore[attr-defined]
    lines = casecheck("rule", name).stdout.splitlines()
    assert [line for line in lines if len(line) > 60 and not line.startswith("    ")] == []


def test_rules_for_programs() -> None:
    listed = json.loads(casecheck("rule", "-f", "json").stdout)
    assert listed["version"] == 1
    assert [row["name"] for row in listed["rules"]] == [rule.NAME for rule in ALL_RULES]
    assert all(row["summary"] and row["manual"].startswith(row["summary"][:20]) for row in listed["rules"])


def test_deep_decodes_pictures_whole(case: Path) -> None:
    from PIL import Image

    picture = case.parent / "quay.webp"
    Image.effect_noise((2_000, 1_600), 50).save(picture)
    pixels = picture.read_bytes()[20:][:200_000]
    picture.write_bytes(struct.pack("<4sI4s4sI", b"RIFF", len(pixels) + 12, b"WEBP", b"VP8 ", len(pixels)) + pixels)
    case.write_text("---\ntitle: Quay\n---\n\n![a quay](./quay.webp)\n", "utf-8")
    assert b"image-unreadable" not in process("check", "-f", "concise").stdout
    assert b"image-unreadable" in process("check", "-f", "concise", "--deep").stdout
