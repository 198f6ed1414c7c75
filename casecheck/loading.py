"""A case document from its bytes: with its folder and the files that it refers to, which are read here."""

from pathlib import Path, PurePosixPath

from casecheck import alignment, limits, profile, schema, sections
from casecheck.document import CaseDocument
from casecheck.finding import Problem, Severity
from casecheck.listing import list_folder, search
from casecheck.location import locate
from casecheck.mentions import mentions
from casecheck.nearest import fold
from casecheck.parse import frontmatter, geojson_, image, markdown
from casecheck.parse.geojson_ import GeoMap
from casecheck.parse.image import Picture
from casecheck.references import Reference, Role
from casecheck.settings import Settings
from casecheck.source import Place, Source, Span, decode

TOO_LONG = f"This document has more than {limits.MAX_DOCUMENT_BYTES // 1_000_000} MB; casecheck does not read the rest."
TOO_MANY_FILES = f"This folder has more than {limits.MAX_FOLDER_FILES:,} files; casecheck does not look at all of them."
TOO_LARGE = "is too large to be looked into"
FEWER_FILES = "Leave only the document and what it shows in this folder, and move all other files elsewhere."


def load_document(data: bytes, path: Path, shown: str, settings: Settings) -> CaseDocument:
    """The case document with these bytes, which stands (or would stand) at `path`; reports call it `shown`."""
    faults: list[Problem] = []
    source = decode(shown, data[: limits.MAX_DOCUMENT_BYTES])
    if len(data) > limits.MAX_DOCUMENT_BYTES:
        faults.append(Problem(TOO_LONG, Place(source, Span(0, 0)), help="Split the document."))
    folder = list_folder(path)
    front_matter = frontmatter.parse(source, lambda: profile.keys(settings.profiles))
    body = markdown.parse(source, front_matter.body_start)
    kind = profile.choose(settings.profiles, front_matter.data, sections.main_titles(body))
    loaded = profile.load(kind.name, kind.schema, kind.templates)
    if body.fault:
        faults.append(Problem(body.fault, Place(source, Span(front_matter.body_start, front_matter.body_start))))
    titles = frozenset(fold(part.title) for template in loaded.templates for part in template.sections)
    parts = sections.split(body, titles)
    found = tuple(mentions(front_matter, body, folder, source))
    if folder.truncated:
        folder = search(folder, path, [reference.target for reference in found])
        found = tuple(mentions(front_matter, body, folder, source))
        severity = Severity.WARNING if folder.searched else Severity.ERROR
        faults.append(Problem(TOO_MANY_FILES, Place(source, Span(0, 0)), help=FEWER_FILES, severity=severity))
    pictures, maps = _assets(path.parent, found, source, faults, deep=settings.images.deep)
    return CaseDocument(
        source=source,
        folder=folder,
        profile=loaded,
        front_matter=front_matter,
        schema_faults=schema.check(loaded.schema, front_matter.data),
        body=body,
        sections=parts,
        alignment=alignment.align(parts, loaded, in_document=settings.guidance == "document"),
        references=found,
        pictures=pictures,
        maps=maps,
        location=locate(front_matter, source, next(iter(maps.values()), None), loaded.templates, settings.geography),
        limits=tuple(faults),
    )


def _assets(
    folder: Path, found: tuple[Reference, ...], source: Source, faults: list[Problem], deep: bool
) -> tuple[dict[str, Picture], dict[str, GeoMap]]:
    """The pictures and maps that references lead to, each read once."""
    pictures: dict[str, Picture] = {}
    maps: dict[str, GeoMap] = {}
    for reference in found:
        file = reference.resolution.file
        is_map = reference.role is Role.GEOGRAPHY
        if file is None or reference.role in {Role.LINK, Role.EMBEDDED} or file in (maps if is_map else pictures):
            continue
        data = _read(folder / file, limits.MAX_MAP_BYTES if is_map else limits.MAX_PICTURE_BYTES)
        if isinstance(data, str):
            is_large = is_map and data.startswith(TOO_LARGE)
            faults.append(
                Problem(f"{file} {data}", Place(source, reference.span), geojson_.SIMPLIFY if is_large else "")
            )
        elif is_map:
            maps[file] = geojson_.parse(str(PurePosixPath(source.path).parent / file), data)
        else:
            pictures[file] = image.parse(data, deep)
    return pictures, maps


def _read(path: Path, limit: int) -> bytes | str:
    """The bytes of a file, or what keeps it from being read."""
    try:
        size = path.stat().st_size
        if size > limit:
            return f"{TOO_LARGE}: it has {size / 1e6:,.1f} MB, and casecheck reads up to {limit / 1e6:,.0f} MB."
        return path.read_bytes()
    except OSError as error:
        return f"cannot be opened: {error.strerror}."
