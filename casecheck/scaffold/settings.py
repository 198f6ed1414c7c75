"""A settings file to start from, made from the settings themselves."""

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from casecheck import settings_toml
from casecheck.scaffold.prose import prose
from casecheck.settings import ProfileSettings, Settings
from casecheck.settings_toml import header, line

Table = Mapping[str, Any]

HEADER = """\
The settings of casecheck. A line that begins with # and a word, no blank between them, is a setting at its default: \
take the # away to change it. `casecheck config` shows what holds, and from where.

Editors that know taplo (in VS Code: Even Better TOML) explain and complete the settings, once you have run \
`casecheck schema settings > .casecheck.schema.json` and put this at the very top: #:schema ./.casecheck.schema.json"""


def commented(schema: Table, files: Mapping[str, Table]) -> str:
    """A settings file in which every setting stands at its default, commented out, with what the schema says of it.

    `schema` is the schema of settings files. `files` holds the settings of profiles that are to hold, by name and key.
    """
    defaults = settings_toml.values(Settings())
    nodes = dict(schema["properties"])
    profiles = nodes.pop("profiles")
    sections = {key: node for key, node in nodes.items() if node.get("type") == "object"}
    blocks = [prose(HEADER)]
    blocks += [_setting(key, node, defaults) for key, node in nodes.items() if key not in sections]
    blocks += [block for key, node in sections.items() for block in _section(key, node, defaults[key])]
    blocks += [_about_profiles(profiles, schema["definitions"]["profile"])]
    blocks += [_profile(name, files.get(name, {}), default) for name, default in defaults["profiles"].items()]
    return "\n\n".join(blocks) + "\n"


def _setting(key: str, node: Table, defaults: Table) -> str:
    """A setting, commented out, below what it is for; only an example where it has no default."""
    lines = [prose(node["description"])]
    lines += [f"# Example: {line(key, example)}" for example in node.get("examples", ())]
    if key in defaults:
        lines.append(f"#{line(key, defaults[key])}")
    return "\n".join(lines)


def _section(key: str, node: Table, defaults: Table) -> Iterator[str]:
    """A table; its header holds, so that a setting below it does so once its own `#` is gone.

    A table with keys of the collection's own choice stays commented out: even empty, it would replace that of a file
    which this one extends.
    """
    if "properties" not in node:
        examples = [f"# {line(*entry)}" for example in node["examples"] for entry in example.items()]
        yield "\n".join([prose(node["description"]), "# Example:", *examples, f"#{header((key,))}"])
        return
    yield "\n".join([prose(node["description"]), header((key,))])
    for name, part in node["properties"].items():
        yield _setting(name, part, defaults)


def _about_profiles(node: Table, profile: Table) -> str:
    explained = [prose(f"{key}: {part['description']}") for key, part in profile["properties"].items()]
    examples = [
        f"# {row}"
        for example in node["examples"]
        for name, table in example.items()
        for row in (header(("profiles", name)), *(line(*entry) for entry in table.items()))
    ]
    return "\n".join([prose(node["description"]), *explained, "#", "# Example:", *examples])


def _profile(name: str, files: Table, default: Table) -> str:
    """The table of a profile that comes with casecheck; where its own files stand is nobody's business."""
    lines = [line(key, value) for key, value in files.items()]
    return "\n".join([header(("profiles", name)), *lines, f"#{line('when', default['when'])}"])


def copies(profiles: Iterable[ProfileSettings], folder: Path) -> tuple[dict[Path, Path], dict[str, Table]]:
    """Where the files of profiles are copied to, each with its original, and what the settings then say of them."""
    files: dict[Path, Path] = {}
    settings: dict[str, Table] = {}
    for profile in profiles:
        for original in (profile.schema, *profile.templates):
            files[folder / original.name] = original
        settings[profile.name] = {
            "schema": (folder / profile.schema.name).as_posix(),
            "templates": [(folder / template.name).as_posix() for template in profile.templates],
        }
    return files, settings
