"""Draw the pictures of the fixtures of the image rules: `python tests/draw_pictures.py`.

They are committed, so that the fixtures do not change with Pillow; this script says what is in them.
"""

from io import BytesIO
from pathlib import Path

from PIL import Image, ImageDraw

FIXTURES = Path(__file__).parent / "fixtures" / "rules"
GPS_FOLDER, ORIENTATION, MAKER = 0x8825, 0x0112, 0x010F
QUARTER_TURN = 6


def scene(width: int = 60, height: int = 40, sun: str = "gold") -> Image.Image:
    picture = Image.new("RGB", (width, height), "lightskyblue")
    draw = ImageDraw.Draw(picture)
    draw.rectangle((0, height * 2 // 3, width, height), fill="seagreen")
    draw.ellipse((width // 8, height // 8, width // 3, height // 2), fill=sun)
    return picture


def saved(picture: Image.Image, kind: str, **options: object) -> bytes:
    file = BytesIO()
    picture.save(file, kind, **options)
    return file.getvalue()


def plain(width: int, height: int, **options: object) -> bytes:
    return saved(Image.new("1", (width, height), 1), "PNG", **options)


def notes(orientation: int = 1, degrees: float | None = None) -> Image.Exif:
    exif = Image.Exif()
    exif[MAKER] = "Pinhole"
    exif[ORIENTATION] = orientation
    if degrees is not None:
        position = (degrees, degrees / 2, 0.0)
        exif.get_ifd(GPS_FOLDER).update({1: "N", 2: position, 3: "E", 4: position})
    return exif


def drawings() -> dict[str, bytes]:
    """Every picture by its path below the fixtures."""
    jpeg, other = saved(scene(), "JPEG"), scene(sun="tomato")
    phone = saved(scene(), "MPO", save_all=True, append_images=[other]) + b"SEFHk\0\0\0SEFT"
    drawing = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 5000 3000"><circle r="9"/></svg>\n'
    page = b"<!DOCTYPE html>\n<html><body><img src='ferry.jpg'></body></html>\n"
    pointer = b"version https://git-lfs.github.com/spec/v1\noid sha256:" + b"0" * 64 + b"\nsize 73912\n"
    heic = b"\0\0\0\x18ftypheic\0\0\0\0mif1heic" + bytes(64)
    return {
        "image-missing/bad/misspelt/market-hall.jpg": jpeg,
        "image-missing/good/all-there/img/two halls.jpg": jpeg,
        "image-unreadable/bad/every-fault/empty.jpg": b"",
        "image-unreadable/bad/every-fault/half.jpg": jpeg[: len(jpeg) // 2],
        "image-unreadable/bad/every-fault/half.png": saved(scene(), "PNG")[:-20],
        "image-unreadable/bad/every-fault/page.jpg": page,
        "image-unreadable/bad/every-fault/pointer.png": pointer,
        "image-unreadable/good/unusual/phone.jpg": phone,
        "image-unreadable/good/unusual/print.jpg": saved(scene().convert("CMYK"), "JPEG"),
        "image-unreadable/good/unusual/slow.jpg": saved(scene(), "JPEG", progressive=True),
        "image-unreadable/good/unusual/deep.png": saved(scene().convert("I;16"), "PNG"),
        "image-unreadable/good/unusual/moving.png": saved(scene(), "PNG", save_all=True, append_images=[other]),
        "image-unreadable/good/unusual/moving.gif": saved(scene(), "GIF", save_all=True, append_images=[other]),
        "image-unreadable/good/unusual/moving.webp": saved(scene(), "WEBP", save_all=True, append_images=[other]),
        "image-unreadable/good/unusual/drawing.svg": drawing,
        "image-unreadable/good/unusual/dot.gif": saved(scene(1, 1), "GIF"),
        "image-format/bad/other-names/timeline.jpg": saved(scene(), "PNG"),
        "image-format/bad/other-names/tram.jpg": saved(scene(), "WEBP"),
        "image-format/bad/other-names/ferry.jpg": saved(scene(), "AVIF"),
        "image-format/bad/other-names/hall.heic": heic,
        "image-format/bad/other-names/plan.png": drawing,
        "image-format/bad/other-names/poster.tif": saved(scene(), "TIFF"),
        "image-format/bad/other-names/scan.bmp": saved(scene(), "BMP"),
        "image-format/bad/other-names/ferry": jpeg,
        "image-format/good/every-format/timeline.png": saved(scene(), "PNG"),
        "image-format/good/every-format/tram.jpg.webp": saved(scene(), "WEBP"),
        "image-format/good/every-format/ferry.avif": saved(scene(), "AVIF"),
        "image-format/good/every-format/phone.JPG": phone,
        "image-format/good/every-format/saved.jfif": jpeg,
        "image-format/good/every-format/logo.svg.png": saved(scene(), "PNG"),
        "image-format/good/every-format/logo.svg": drawing,
        "image-bytes/bad/too-large/hall.jpg": saved(scene(200, 120), "JPEG", quality=95),
        "image-bytes/bad/too-large/wide.png": plain(2400, 1600, compress_level=1),
        "image-bytes/good/small/hall.jpg": jpeg,
        "image-pixels/bad/too-wide/wide.png": plain(1921, 30),
        "image-pixels/bad/too-wide/upright.png": plain(2000, 3000),
        "image-pixels/good/fits/full.png": plain(1920, 2500),
        "image-pixels/good/fits/turned.png": plain(2400, 1600, exif=notes(QUARTER_TURN)),
        "image-pixels/good/fits/drawing.svg": drawing,
        "image-shape/bad/upright/tower.png": plain(800, 1200),
        "image-shape/bad/square/tower.png": plain(900, 900),
        "image-shape/bad/small/tower.png": plain(600, 400),
        "image-shape/good/landscape/skyline.png": plain(1920, 1280),
        "image-shape/good/landscape/tower.png": plain(400, 900),
        "image-shape/good/turned/skyline.png": plain(800, 1200, exif=notes(QUARTER_TURN)),
        "image-shape/good/drawing/skyline.svg": drawing,
        "image-metadata/bad/position/interview.jpg": saved(scene(), "JPEG", exif=notes(degrees=12.5)),
        "image-metadata/good/no-position/interview.jpg": saved(scene(), "JPEG", exif=notes()),
        "image-metadata/good/no-position/no-fix.jpg": saved(scene(), "JPEG", exif=notes(degrees=0)),
        "image-featured-in-body/bad/same/skyline.jpg": jpeg,
        "image-featured-in-body/bad/same/copy.jpg": jpeg,
        "image-featured-in-body/good/another/skyline.jpg": jpeg,
        "image-featured-in-body/good/another/harbour.jpg": saved(other, "JPEG"),
        "image-alt-repeated/good/same-file/hall.jpg": jpeg,
    }


if __name__ == "__main__":
    for name, content in drawings().items():
        path = FIXTURES / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
