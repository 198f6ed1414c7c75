"""Draw the pictures of the examples: flat shapes in a few colours, so that every file is small and ours.

Run it from the top of the checkout: `python examples/draw.py`.
"""

import math
from pathlib import Path

from PIL import Image, ImageDraw

SIZE = (1920, 1280)
SKY, SUN, SEA, WALL, TIMBER, ROOF, DARK, LIGHT = (
    "#f6e7d2", "#f2b872", "#6fa3b5", "#8d8174", "#c98b55", "#7a4b3a", "#2f3b45", "#fbf6ec",
)  # fmt: skip
GOOD = Path("examples/good/dnk-varenholm-salt-quay")
BAD = Path("examples/bad/prt-vale-novo")


def harbour() -> Image.Image:
    """The quay from the water: a sun, timber houses, the old crane."""
    picture = Image.new("RGB", SIZE, SKY)
    draw = ImageDraw.Draw(picture)
    draw.ellipse((1380, 150, 1620, 390), fill=SUN)
    for house in range(9):
        left, height = 90 + house * 195, 300 + 70 * ((house * 5) % 4)
        top = 880 - height
        draw.rectangle((left, top, left + 150, 880), fill=TIMBER if house % 2 else "#b9744a")
        draw.polygon([(left - 12, top), (left + 75, top - 90), (left + 162, top)], fill=ROOF)
        for row in range(top + 40, 840, 80):
            draw.rectangle((left + 25, row, left + 60, row + 45), fill=LIGHT)
            draw.rectangle((left + 90, row, left + 125, row + 45), fill=LIGHT)
    draw.rectangle((0, 880, 1920, 950), fill=WALL)
    draw.rectangle((0, 950, 1920, 1280), fill=SEA)
    for wave in range(12):
        y = 985 + wave * 25
        points = [(x, y + 6 * math.sin(x / 40 + wave)) for x in range(0, 1921, 20)]
        draw.line(points, fill="#8fbccb", width=4)
    draw.line([(300, 880), (300, 330), (760, 250)], fill=DARK, width=22)
    draw.line([(300, 430), (560, 285)], fill=DARK, width=12)
    draw.line([(740, 255), (740, 640)], fill=DARK, width=6)
    draw.rectangle((715, 640, 765, 690), fill=DARK)
    return picture


def heat_network() -> Image.Image:
    """A section through the basin: intake, two heat pumps, the pipe to a plant room."""
    picture = Image.new("RGB", SIZE, LIGHT)
    draw = ImageDraw.Draw(picture)
    draw.rectangle((0, 560, 900, 1280), fill=SEA)
    draw.rectangle((900, 480, 1920, 1280), fill="#cbb79b")
    draw.rectangle((860, 430, 930, 1280), fill=WALL)
    draw.line([(380, 1130), (380, 1010), (1050, 1010)], fill=DARK, width=26)
    draw.ellipse((330, 1110, 430, 1210), fill=DARK)
    for left in (1050, 1250):
        draw.rounded_rectangle((left, 930, left + 150, 1090), 20, fill="#b9744a")
        draw.ellipse((left + 40, 975, left + 110, 1045), fill=LIGHT)
    draw.line([(1400, 1010), (1640, 1010), (1640, 430)], fill="#c0392b", width=26)
    draw.rectangle((1500, 180, 1800, 430), fill=TIMBER)
    draw.polygon([(1480, 180), (1650, 60), (1820, 180)], fill=ROOF)
    draw.rectangle((1550, 240, 1750, 400), fill=LIGHT)
    for step in range(4):
        draw.arc((1560 + 40 * step, 260, 1620 + 40 * step, 380), 90, 270, fill="#c0392b", width=8)
    return picture


def market() -> Image.Image:
    """The market hall of the bad example, wider than any page needs."""
    picture = Image.new("RGB", (2400, 1200), SKY)
    draw = ImageDraw.Draw(picture)
    draw.rectangle((0, 900, 2400, 1200), fill=SEA)
    for arch in range(6):
        left = 120 + arch * 365
        draw.rectangle((left, 420, left + 330, 900), fill=TIMBER)
        draw.pieslice((left, 300, left + 330, 640), 180, 360, fill=ROOF)
        draw.rectangle((left + 90, 600, left + 240, 900), fill=DARK)
    return picture


def main() -> None:
    """Write every picture."""
    market().save(BAD / "market.png", optimize=True)
    market().resize((600, 900)).save(BAD / "cais.jpg", "PNG", optimize=True)
    (BAD / "workshop.png").write_bytes((BAD / "market.png").read_bytes()[:900])
    for name, picture in (("salt-quay-harbour.jpg", harbour()), ("heat-network.jpg", heat_network())):
        picture.save(GOOD / name, quality=82, optimize=True)


if __name__ == "__main__":
    main()
