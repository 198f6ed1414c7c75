"""Make a collection to measure on: the good example many times over, each with a large map and eight pictures.

python benchmarks/collection.py FOLDER [CASES]
"""

import json
import math
import shutil
import sys
from pathlib import Path

GOOD = Path(__file__).parent.parent / "examples" / "good" / "dnk-varenholm-salt-quay"
CENTRE = (9.7512, 55.5662)  # longitude, latitude
CORNERS = 30_000  # about 1.2 MB, as a map of all boroughs of a large city has
PICTURES = 8


def make(folder: Path, cases: int) -> None:
    """Write `cases` case folders below `folder`."""
    for number in range(cases):
        case = folder / "cases" / f"dnk-varenholm-quay-{number:03}"
        shutil.copytree(GOOD, case)
        for picture in range(PICTURES - 2):
            shutil.copy(case / "heat-network.jpg", case / f"picture-{picture}.jpg")
        text = (case / "index.md").read_text("utf-8")
        shown = "".join(
            f'![Section {n} through the basin](./picture-{n}.jpg "Drawing {n}: Ingrid Solberg")\n\n'
            for n in range(PICTURES - 2)
        )
        (case / "index.md").write_text(text.replace("## Financing", f"{shown}## Financing"), "utf-8")
        (case / "salt-quay.geojson").write_text(json.dumps(large_map(number)), "utf-8")


def large_map(number: int) -> dict[str, object]:
    """A polygon of CORNERS corners around CENTRE, a little different for each case."""
    ring = []
    for corner in range(CORNERS):
        angle = 2 * math.pi * corner / CORNERS
        radius = 0.004 + 0.0005 * math.sin(40 * angle) + number * 1e-6
        ring.append([CENTRE[0] + 1.7 * radius * math.cos(angle), CENTRE[1] + radius * math.sin(angle)])
    geometry = {"type": "Polygon", "coordinates": [[*ring, ring[0]]]}
    return {"type": "FeatureCollection", "features": [{"type": "Feature", "properties": {}, "geometry": geometry}]}


if __name__ == "__main__":
    make(Path(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 40)
