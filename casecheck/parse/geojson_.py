"""GeoJSON with exact positions."""

from dataclasses import dataclass

from casecheck.source import Place, Source


@dataclass(frozen=True, slots=True)
class MapFault:
    """Something wrong with a file as GeoJSON; `kind` is the name of the rule that reports it."""

    kind: str
    message: str
    at: Place
    help: str = ""


@dataclass(frozen=True)
class GeoMap:
    """One GeoJSON file, read."""

    source: Source
    faults: tuple[MapFault, ...] = ()


def parse(path: str, data: bytes) -> GeoMap:
    """A GeoJSON file; `path` is the one that a report shows."""
    raise NotImplementedError
