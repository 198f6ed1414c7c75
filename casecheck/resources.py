"""Where the files that come with casecheck are found."""

from pathlib import Path

PACKAGE = Path(__file__).parent


def schema_folder() -> Path:
    """The folder of bundled schemas and templates: inside an installed package, beside it in a checkout."""
    installed = PACKAGE / "schemas"
    return installed if installed.is_dir() else PACKAGE.parent / "schemas"


def bundled(ending: str) -> dict[str, Path]:
    """The bundled files with a compound ending, such as `schema.json`, by the name in front of it."""
    files = sorted(schema_folder().glob(f"*.{ending}"))
    return {file.name.removesuffix(f".{ending}"): file for file in files}
