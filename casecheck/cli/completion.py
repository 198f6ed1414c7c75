"""What the shell's Tab key offers. It must be quick, so it asks files rather than the rules themselves."""

import click

from casecheck.resources import bundled


def rule_names(_ctx: click.Context, _param: click.Parameter, incomplete: str) -> list[str]:
    """Rules, families of rules, and what the names of several rules begin with."""
    return [name for name in _rules() if name.startswith(incomplete)]


def rule_lists(_ctx: click.Context, _param: click.Parameter, incomplete: str) -> list[str]:
    """Rules and groups of them, of which one value may name several: `image,link`."""
    before, comma, last = incomplete.rpartition(",")
    return [before + comma + name for name in _rules() if name.startswith(last)]


def schema_names(_ctx: click.Context, _param: click.Parameter, incomplete: str) -> list[str]:
    """The schemas that come with casecheck."""
    return [name for name in bundled("schema.json") if name.startswith(incomplete)]


def template_names(_ctx: click.Context, _param: click.Parameter, incomplete: str) -> list[str]:
    """The templates that come with casecheck."""
    return [name for name in bundled("template.md") if name.startswith(incomplete)]


def profile_names(_ctx: click.Context, _param: click.Parameter, incomplete: str) -> list[str]:
    """The profiles of the settings that hold in the current folder."""
    from casecheck import settings_file
    from casecheck.errors import UsageError
    from casecheck.settings import bundled_profiles

    try:
        profiles = settings_file.load(())
    except UsageError:
        return [profile.name for profile in bundled_profiles() if profile.name.startswith(incomplete)]
    return [profile.name for profile in profiles.profiles if profile.name.startswith(incomplete)]


def _rules() -> list[str]:
    """What selects rules, from the schema of the settings; a beginning that only one rule has is left out."""
    import json

    kinds = json.loads(bundled("schema.json")["settings"].read_bytes())["definitions"]
    rules: list[str] = kinds["rule"]["enum"]
    groups: list[str] = kinds["group"]["enum"]
    return rules + [group for group in groups if sum(name.startswith(f"{group}-") for name in rules) != 1]
