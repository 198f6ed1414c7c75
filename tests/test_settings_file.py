import tomllib
from pathlib import Path

import pytest

from casecheck.errors import UsageError
from casecheck.finding import Severity
from casecheck.settings import Settings
from casecheck.settings_file import load


def write(folder: Path, text: str, name: str = "casecheck.toml") -> Path:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")
    return path


def test_the_nearest_file_counts_alone(tmp_path: Path) -> None:
    write(tmp_path, "exclude = ['a']\n[images]\nmax-width = 1")
    write(tmp_path / "cases", "[images]\nmax-bytes = 2", ".casecheck.toml")
    settings = load([tmp_path / "cases" / "x"])
    assert settings.images.max_bytes == 2
    assert settings.images.max_width == Settings().images.max_width
    assert settings.exclude == ()
    assert settings.root == tmp_path / "cases"


def test_pyproject_counts_only_with_our_table(tmp_path: Path) -> None:
    write(tmp_path, "[tool.casecheck]\nfail-on = 'note'", "pyproject.toml")
    write(tmp_path / "sub", "[tool.other]\nx = 1", "pyproject.toml")
    assert load([tmp_path / "sub"]).fail_on == {"default": Severity.NOTE}


def test_extend_starts_from_another_file(tmp_path: Path) -> None:
    write(tmp_path, "exclude = ['a']\n[images]\nmax-width = 1\nmax-bytes = 1", "base.toml")
    write(tmp_path, "extend = 'base.toml'\n[images]\nmax-width = 2")
    settings = load([tmp_path])
    assert (settings.images.max_width, settings.images.max_bytes, settings.exclude) == (2, 1, ("a",))


def test_command_line_goes_over_the_file(tmp_path: Path) -> None:
    path = write(tmp_path, "[images]\nmax-width = 1")
    assert load([], [str(path), "images.max-width = 3"]).images.max_width == 3
    assert load([tmp_path], ["images.max-bytes = 4"], isolated=True).images.max_width == Settings().images.max_width


def test_a_setting_on_the_command_line_leaves_the_patterns_of_the_file_where_they_are(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(tmp_path, "exclude = ['cases/old']")
    (tmp_path / "cases").mkdir()
    monkeypatch.chdir(tmp_path / "cases")
    assert load([], ["images.max-width = 3"]).root == tmp_path


def test_a_figure_may_be_written_either_way(tmp_path: Path) -> None:
    write(tmp_path, "[images]\nmax-bytes = 2e6\nfeatured-min-ratio = 2")
    images = load([tmp_path]).images
    assert (images.max_bytes, images.featured_min_ratio) == (2_000_000, 2.0)
    assert (type(images.max_bytes), type(images.featured_min_ratio)) == (int, float)


def test_gate_by_status_keeps_the_default(tmp_path: Path) -> None:
    write(tmp_path, "fail-on = { Draft = 'never', Review = 'warning' }")
    assert load([tmp_path]).fail_on == {"default": Severity.ERROR, "Draft": None, "Review": Severity.WARNING}


def test_own_profile_comes_first_and_takes_over_what_it_leaves_out(tmp_path: Path) -> None:
    write(tmp_path, "{}", "adr.json")
    write(tmp_path, "[profiles.adr]\nschema = 'adr.json'\n[profiles.stub]\nwhen = { kind = 'short' }")
    profiles = load([tmp_path]).profiles
    assert [profile.name for profile in profiles] == ["adr", "stub", "case-study"]
    assert profiles[0].schema == tmp_path / "adr.json"
    assert profiles[1].when == {"kind": "short"}
    assert profiles[1].schema == Settings().profiles[1].schema


WRONG = [
    ("inclde = 3", 2, "Did you mean 'include'?"),
    ("include = 3", 2, "must be a list"),
    ("[images]\nmax-byte = 3", 3, "Did you mean 'max-bytes'?"),
    ("[images]\n\nmax-bytes = true", 4, "a whole number"),
    ("[images]\nmax-bytes = -1", 3, "must be at least 1"),
    ("[images]\nmax-bytes = 0", 3, "must be at least 1, but it is 0"),
    ("[images]\nfeatured-min-width = -1", 3, "must not be below 0"),
    ("links.max-per-host = 0", 2, "must be at least 1, but it is 0"),
    ("[links]\ntimeout-seconds = 0", 3, "must be above 0"),
    ("[words]\naround-note = [3, 1]", 3, "as in around-note = [0.5, 1.5], but it is [3, 1]"),
    ("[words]\naround-note = [0.5, 0.9]", 3, "to one of at least 1"),
    ("[geography]\nfar-km = 5\nnear-km = 200", 4, "near-km (200) must not be above geography.far-km (5)"),
    ("[geography]\nfar-km = 0.5", 3, "near-km (1) must not be above geography.far-km (0.5)"),
    ("images = { max-width = 'x' }", 2, "a whole number"),
    ("images = 3", 2, "images must be a table, as [images]"),
    ("[images]\nmax-bytes = 1.5", 3, "a whole number"),
    ("[geography]\nnear-km = inf", 3, "a number"),
    ("[geography]\nnear-km = nan", 3, "a number"),
    ('fail-on = "eror"', 2, 'Did you mean "error"?'),
    ("fail-on = { default = 'error',  Draft = 'nver' }", 2, 'Did you mean "never"?'),
    ("severity = { image-bytes = 'errr' }", 2, 'Did you mean "error"?'),
    ("severity = { limit-exceded = 'error' }", 2, "Did you mean 'limit-exceeded'?"),
    ("[severity]\nlimit-exceeded = 1", 3, "must be one of"),
    ("[severity]\nimage = 'error'", 3, "'image' stands for several"),
    ("select = ['limit-exceded']", 2, "Did you mean 'limit-exceeded'?"),
    ("[per-file-ignores]\n'*.md' = ['nosuch']", 2, "no rule or family of rules named 'nosuch'"),
    ("extend = 'y.toml'", 2, "no file"),
    ("extend = 'casecheck.toml'", 2, "extends itself"),
    ("[words]\naround-note = [1]", 3, "2 figures"),
    ("x = ", 2, "not valid TOML"),
    ("x = 1\ny = [1,", 3, "not valid TOML: a value is missing"),
    ("x = [1, 2\ny = 3", 3, "a list needs a comma between its values, and ] at its end"),
    ('x = "abc\ny = 3', 2, "a text in quotes must end on the line"),
    ("x = 'abc", 2, "a text in quotes has no end"),
    ('x = "C:\\cases"', 2, "write a path with / instead"),
    ("include: 3", 2, "written as name = value"),
    ("x = 1\nx = 2", 3, "a setting of this name is there already"),
    ("x = 2020-13-45", 2, "the line should end here"),
    ("x = 0x", 2, "the line should end here"),
    ("ignore = ['wrods']", 2, "Did you mean 'words'?"),
    ("guidance = 'templates'", 2, 'Did you mean "template"?'),
    ("[profiles.a]\nwhen = {}", 2, "needs a schema"),
    ("[profiles.a]\nschema = 'a.json'", 3, "no file"),
    ("[profiles.stub]\ntemplate = 'a.md'", 3, "Did you mean 'templates'?"),
    ("profiles = 1", 2, "must be tables"),
]


@pytest.mark.parametrize(("text", "line", "message"), WRONG)
def test_mistake_names_file_line_and_nearest_name(text: str, line: int, message: str, tmp_path: Path) -> None:
    path = write(tmp_path, f"# a comment\n{text}\n")
    with pytest.raises(UsageError) as raised:
        load([tmp_path])
    assert str(raised.value).startswith(f"{path}:{line}: ")
    assert message in str(raised.value)


def test_a_mistake_on_the_command_line_says_so() -> None:
    with pytest.raises(UsageError, match=r"--config:1: there is no setting 'imags'\. Did you mean 'images'\?"):
        load([], ["imags.max-width = 3"], isolated=True)


def test_missing_settings_file(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="cannot be read"):
        load([], [str(tmp_path / "none.toml")])


def test_every_figure_of_the_defaults_survives_a_round_trip(tmp_path: Path) -> None:
    text = "[images]\nmax-bytes = 1000000\n[geography]\nnear-km = 1\n[words]\naround-note = [0.5, 1.5]\n"
    assert tomllib.loads(text)
    write(tmp_path, text)
    settings = load([tmp_path])
    assert (settings.images, settings.geography, settings.words) == (
        Settings().images,
        Settings().geography,
        Settings().words,
    )


def test_endless_nesting_is_a_sentence(tmp_path: Path) -> None:
    write(tmp_path, "x = " + "[" * 20_000)
    with pytest.raises(UsageError, match=r"casecheck\.toml"):
        load([tmp_path])


def test_an_endless_settings_file_is_not_read_to_its_end(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="larger than 1,000,000 bytes"):
        load([tmp_path], ["/dev/zero"])
