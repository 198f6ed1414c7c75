"""`casecheck new` and `casecheck init`: what they write, and that it holds against casecheck itself."""

import json
import os
import re
import subprocess
import sys
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result
from hypothesis import given
from hypothesis import strategies as st

from casecheck.cli import main
from casecheck.parse import frontmatter
from casecheck.resources import schema_folder
from casecheck.scaffold.case import case, known
from casecheck.schema import Schema, load
from casecheck.settings import ProfileSettings, Settings, bundled_profiles
from casecheck.settings_file import load as load_settings
from casecheck.source import Source, decode

PROFILES = pytest.mark.parametrize("profile", bundled_profiles(), ids=lambda profile: profile.name)
LEFT_TO_DO = {"field-empty", "guidance-image", "template-text", "template-title", "template-link"}


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def casecheck(*arguments: str) -> Result:
    return CliRunner().invoke(main, arguments, prog_name="casecheck")


def read(text: str) -> frontmatter.FrontMatter:
    return frontmatter.parse(Source("index.md", text))


def fresh(folder: str, profile: ProfileSettings) -> str:
    template = profile.templates[0]
    return case(folder, load(str(profile.schema)), decode(str(template), template.read_bytes()), profile.when)


# A case


@pytest.mark.parametrize(
    ("folder", "country", "city", "title"),
    [
        ("dnk-varenholm-salt-quay", "DNK", "Varenholm", "Salt Quay"),
        ("dnk-varenholm", "DNK", "Varenholm", None),
        ("varenholm-dnk", "DNK", "Varenholm", None),
        ("varenholm-salt-quay-dnk", "DNK", "Varenholm", "Salt Quay"),
        ("usa-new-york-hudson-yards", "USA", "New York", "Hudson Yards"),
        ("bra-rio-de-janeiro-porto", "BRA", "Rio de Janeiro", "Porto"),
        ("gbr-stoke-on-trent-goods-yard", "GBR", "Stoke on Trent", "Goods Yard"),
        ("vnm-ho-chi-minh-city-thu-thiem", "VNM", "Ho Chi Minh City", "Thu Thiem"),
        ("nor-oslo-2030", "NOR", "Oslo", "2030"),
        ("NLD Zandhaven", "NLD", "Zandhaven", None),
        ("salt-quay", None, None, "Salt Quay"),
        ("🎉", None, None, None),
    ],
)
def test_what_a_folder_is_named_after(folder: str, country: str | None, city: str | None, title: str | None) -> None:
    found = known(folder)
    assert (found.get("country_code"), found.get("city"), found.get("title")) == (country, city, title)


def test_a_country_is_named_without_its_article() -> None:
    assert known("nld-zandhaven")["country"] == "Netherlands"
    assert known("zandhaven").get("country") is None
    assert known("Zandhaven & Söhne")["geography"] == "./zandhaven-sohne.geojson"
    assert known("🎉")["geography"] == "./map.geojson"


@PROFILES
def test_front_matter_is_filled_in_and_explained(profile: ProfileSettings) -> None:
    text = fresh("dnk-varenholm-salt-quay", profile)
    data = read(text).data
    given_ = {key: value for key, value in data.items() if value is not None}
    named = {"country": "Denmark"} if profile.name == "stub" else {}
    assert given_ == {
        "title": "Salt Quay",
        "status": "Draft",
        "template": profile.name,
        "city": "Varenholm",
        "country_code": "DNK",
        **named,
    }
    properties = json.loads(profile.schema.read_text("utf-8"))["properties"]
    assert set(data) == {key for key, node in properties.items() if not node.get("deprecated")}
    front = " ".join(line.removeprefix("# ") for line in text.split("\n---\n")[0].split("\n"))
    for key in data:
        assert properties[key]["description"] in front
    assert "# Example: [Mobility, Energy]\ntags:\n" in text
    assert "One of: district, plan.\ntype:\n" in text
    assert "write its name here:\n# ./dnk-varenholm-salt-quay.geojson\ngeography:\n" in text


@PROFILES
def test_the_text_is_the_templates(profile: ProfileSettings) -> None:
    text = fresh("dnk-varenholm", profile)
    template = profile.templates[0].read_text("utf-8")
    body = re.sub(r"<!-- A picture is .*:\n(!\[.*\))\n-->", r"\1", text.split("\n---\n", 1)[1])
    assert body == template.split("\n---\n", 1)[1]


def test_sample_pictures_are_comments_or_gone() -> None:
    template = Source("t.md", "---\nx: 1\n---\n## A\n\n![d](e.png 'f')\n\n![-->](f.png)\n\n`![g](h)`\n")
    assert case("dnk-a", Schema("s.json", {}), template, {}).endswith(
        "## A\n\n<!-- A picture is written like this, below the text that it belongs to:\n"
        "![d](e.png 'f')\n-->\n\n\n\n`![g](h)`\n"
    )


@given(st.text(max_size=20) | st.from_regex(r"[a-z]{3}(-[a-z0-9]{1,8}){1,5}", fullmatch=True))
def test_any_folder_makes_front_matter_that_reads_back(folder: str) -> None:
    for profile in bundled_profiles():
        front_matter = read(fresh(folder, profile))
        assert not front_matter.faults
        for key, value in known(folder).items():
            if key in front_matter.data and key != "geography":
                assert front_matter.data[key] == value


VISIBLE = st.characters(exclude_categories=["C", "Z"])
WORDS = st.lists(st.text(VISIBLE, min_size=1, max_size=5), min_size=1, max_size=3).map(" ".join)
KEYS = st.from_regex(r"\w[\w :#'-]{0,8}\w", fullmatch=True)


@given(KEYS, WORDS, st.lists(WORDS, min_size=1, max_size=3), WORDS)
def test_any_schema_makes_front_matter_that_reads_back(key: str, said: str, allowed: list[str], constant: str) -> None:
    document: dict[str, Any] = {
        "properties": {
            key: {"description": said, "enum": allowed},
            "fixed": {"const": constant},
            "list": {"type": "array", "items": {"enum": allowed}, "examples": [allowed]},
        }
    }
    front_matter = read(case("dnk-varenholm", Schema("schema.json", document), None, {}))
    assert not front_matter.faults
    if key not in {"fixed", "list"}:
        assert front_matter.data["fixed"] == constant


def test_another_kind_of_document(here: Path) -> None:
    schema = {
        "properties": {
            "title": {"type": "integer"},
            "country_code": {"enum": ["DK"]},
            "status": {"enum": ["proposed", "accepted"]},
            "kind": {"type": "string"},
            "day": {"type": "string", "description": "The day,\nif there is one.", "examples": ["2 May: noon"]},
            "old": {"deprecated": True},
        }
    }
    template = "---\ntitle: Sample\nstatus: proposed\nday: 1 May\nlayout: post\ndraft: true\n---\n## Why\n"
    Path("own.json").write_text(json.dumps(schema), "utf-8")
    Path("own.md").write_text(template, "utf-8")
    settings = '[profiles.own]\nschema = "own.json"\ntemplates = ["own.md"]\nwhen = { kind = "o: wn" }\n'
    Path("casecheck.toml").write_text(settings, "utf-8")
    result = casecheck("new", "cases/dnk-varenholm-salt-quay", "--profile", "own")
    assert result.exit_code == 0
    assert "folder's name" not in result.stdout and "geojson" not in result.stdout
    assert Path("cases/dnk-varenholm-salt-quay/index.md").read_text("utf-8") == (
        "---\n"
        "title:\n"
        "\n"
        "# One of: DK.\ncountry_code:\n"
        "\n"
        "# One of: proposed, accepted.\nstatus: proposed\n"
        "\n"
        'kind: "o: wn"\n'
        "\n"
        '# The day, if there is one.\n# Example: "2 May: noon"\nday:\n'
        "\n"
        "layout: post\n"
        "\n"
        "draft: true\n"
        "---\n"
        "\n"
        "## Why\n"
    )


# `casecheck new`


@PROFILES
def test_a_new_case_shows_what_is_left_to_do(here: Path, profile: ProfileSettings) -> None:
    program = [sys.executable, "-m", "casecheck"]
    folder = "cases/dnk-varenholm-salt-quay"
    made = subprocess.run(
        [*program, "new", folder, "--profile", profile.name], capture_output=True, check=True, text=True
    )
    assert made.stderr == ""
    assert made.stdout.startswith(f"Wrote {Path(folder)}{os.sep}index.md, a new document of the kind '{profile.name}'.")
    file = "dnk-varenholm-salt-quay.geojson"
    assert f"save it here as {file}, and write geography: ./{file}\n" in " ".join(made.stdout.split("\n     "))
    assert max(map(len, made.stdout.splitlines()[1:])) <= 80
    assert made.stdout.endswith(f"casecheck check {Path(folder)}\n")
    ran = subprocess.run([*program, "check", folder, "-f", "json"], capture_output=True, check=False)
    report = json.loads(ran.stdout)
    assert report["documents"] == [{"path": f"{folder}/index.md", "profile": profile.name, "status": "Draft"}]
    found = {each["rule"] for each in report["findings"]}
    assert {"field-empty", "template-text"} <= found <= LEFT_TO_DO
    assert report["summary"]["errors"] == 0, "an honest first draft has no error"


def test_the_kind_of_a_new_case(here: Path) -> None:
    assert casecheck("new", "dnk-a-b").stdout.startswith(
        f"Wrote {Path('dnk-a-b/index.md')}, a new document of the kind 'case-study'"
    )
    own = '[profiles.own]\nschema = "own.json"\n'
    Path("own.json").write_text("{}", "utf-8")
    Path("casecheck.toml").write_text(own, "utf-8")
    assert "of the kind 'own'" in casecheck("new", "dnk-a-c").stdout
    assert "of the kind 'case-study'" in casecheck("new", "dnk-a-d", "--isolated").stdout
    assert Path("dnk-a-c/index.md").read_text("utf-8") == "---\n\n---\n\n"


def test_a_case_that_the_settings_do_not_look_for(here: Path) -> None:
    Path("casecheck.toml").write_text('include = ["cases/*/index.md"]\n', "utf-8")
    result = casecheck("new", "dnk-varenholm")
    assert "The settings look for cases/*/index.md, and this document is none" in result.stdout
    assert f"casecheck check {Path('dnk-varenholm/index.md')}\n" in result.stdout
    assert "The settings look for" not in casecheck("new", "cases/dnk-varenholm").stdout


def test_nothing_is_ever_overwritten(here: Path) -> None:
    Path("dnk-a").mkdir()
    Path("dnk-a/index.md").write_text("mine", "utf-8")
    Path("file").write_text("mine", "utf-8")
    Path("dnk-b").mkdir()
    Path("dnk-b/photo.jpg").write_bytes(b"")
    for folder, named in (("dnk-a", "index.md"), ("file", "file"), ("file/below", "index.md")):
        result = casecheck("new", folder)
        assert (result.exit_code, result.stdout) == (2, "")
        assert named in result.stderr
        assert re.search(r"is there already, and is left as it is\.|cannot be written: ", result.stderr)
    assert Path("dnk-a/index.md").read_text("utf-8") == Path("file").read_text("utf-8") == "mine"
    assert casecheck("new", "dnk-b").exit_code == 0
    assert sorted(os.listdir("dnk-b")) == ["index.md", "photo.jpg"]


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["x", "--profile", "stubb"], "There is no profile named 'stubb'. Did you mean 'stub'?"),
        (["x", "--profile", "novel"], "There is no profile named 'novel'. There are: case-study, stub."),
        (["x", "--config", "nowhere.toml"], "nowhere.toml"),
        ([], "FOLDER"),
    ],
)
def test_what_cannot_be_begun_is_said(here: Path, arguments: list[str], said: str) -> None:
    result = casecheck("new", *arguments)
    assert (result.exit_code, result.stdout, os.listdir()) == (2, "", [])
    assert said in result.stderr


# `casecheck init`


def test_a_new_settings_file_changes_nothing(here: Path) -> None:
    assert casecheck("init").stdout == "Wrote casecheck.toml\n"
    assert load_settings([]) == Settings()
    assert len(Path("casecheck.toml").read_text("utf-8").splitlines()) > 100


def test_every_default_in_it_is_the_default(here: Path) -> None:
    casecheck("init")
    text = Path("casecheck.toml").read_text("utf-8")
    bare = re.sub(r"^#(?=\S)", "", text, flags=re.MULTILINE)
    Path("casecheck.toml").write_text(bare, "utf-8")
    assert load_settings([]) == Settings()
    listed = json.loads(casecheck("config", "-f", "json").stdout)["origins"]
    unset = [" ".join(each["key"]) for each in listed if each["from"] == "default"]
    assert unset == [
        "profiles case-study schema",
        "profiles case-study templates",
        "profiles stub schema",
        "profiles stub templates",
    ]


def test_a_setting_holds_once_its_hash_is_gone(here: Path) -> None:
    casecheck("init")
    text = Path("casecheck.toml").read_text("utf-8")
    Path("casecheck.toml").write_text(text.replace("\n#max-width = 1920\n", "\nmax-width = 5\n"), "utf-8")
    assert load_settings([]) == replace(Settings(), images=replace(Settings().images, max_width=5))


def test_a_file_that_it_extends_goes_through(here: Path) -> None:
    Path("base.toml").write_text("[severity]\nimage-alt = 'note'\n[images]\ndeep = true\n", "utf-8")
    casecheck("init")
    text = Path("casecheck.toml").read_text("utf-8")
    Path("casecheck.toml").write_text('extend = "base.toml"\n' + text, "utf-8")
    assert load_settings([]).images.deep
    assert list(load_settings([]).severity) == ["image-alt"]


def test_copies_are_used_and_complete(here: Path) -> None:
    written = casecheck("init", "--copy").stdout.split("\n")
    settings = load_settings([])
    assert [profile.name for profile in settings.profiles] == ["case-study", "stub"]
    for copied, bundled in zip(settings.profiles, bundled_profiles(), strict=True):
        assert copied.when == bundled.when
        for copy, original in zip(
            (copied.schema, *copied.templates), (bundled.schema, *bundled.templates), strict=True
        ):
            assert copy == here / "schemas" / original.name
            assert copy.read_bytes() == original.read_bytes()
            assert f"Wrote schemas/{copy.name}" in written
    sample = schema_folder() / "example.geojson"
    assert Path("schemas/example.geojson").read_bytes() == sample.read_bytes()
    casecheck("new", "cases/dnk-varenholm")
    assert casecheck("check", "-f", "json").stdout == casecheck("check", "-f", "json", "--isolated").stdout


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("casecheck.toml", "# mine\n"),
        (".casecheck.toml", "# mine\n"),
        ("pyproject.toml", "[tool.casecheck]\nfail-on = 'note'\n"),
        ("schemas/stub.template.md", "mine"),
    ],
)
def test_init_refuses_what_it_would_hide_or_replace(here: Path, name: str, text: str) -> None:
    Path("schemas").mkdir()
    Path(name).write_text(text, "utf-8")
    before = sorted(here.rglob("*"))
    result = casecheck("init", "--copy")
    assert (result.exit_code, result.stdout) == (2, "")
    assert Path(name).name in result.stderr and "nothing was written" in result.stderr
    assert sorted(here.rglob("*")) == before
    assert Path(name).read_text("utf-8") == text


def test_init_says_which_settings_hold_no_more(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    Path("casecheck.toml").write_text("fail-on = 'note'\n", "utf-8")
    Path("below").mkdir()
    monkeypatch.chdir(here / "below")
    assert "in place of ../casecheck.toml" in casecheck("init").stdout
