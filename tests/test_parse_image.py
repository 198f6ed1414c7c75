import io
import struct
import tracemalloc
import zlib
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from casecheck import limits
from casecheck.parse.image import WITHOUT_BROWSERS, parse
from casecheck.parse.pictures.png_pixels import ADAM7

WIDTH, HEIGHT = 30, 20
SVG = b'<svg xmlns="http://www.w3.org/2000/svg" width="30" height="20"><rect width="9" height="9"/></svg>'


def drawn(mode: str = "RGB") -> Image.Image:
    picture = Image.new("RGB", (WIDTH, HEIGHT))
    for x in range(WIDTH):
        for y in range(HEIGHT):
            picture.putpixel((x, y), (x * 8, y * 12, (x * y) % 256))
    return picture.convert(mode)


def saved(kind: str, mode: str = "RGB", size: tuple[int, int] = (WIDTH, HEIGHT), **options: object) -> bytes:
    file = io.BytesIO()
    drawn(mode).resize(size).save(file, kind, **options)
    return file.getvalue()


JPEG, GIF = saved("JPEG"), saved("GIF", "P")
WHOLE = {
    "baseline JPEG": ("JPEG", saved("JPEG")),
    "progressive JPEG": ("JPEG", saved("JPEG", progressive=True)),
    "grey JPEG": ("JPEG", saved("JPEG", "L")),
    "CMYK JPEG": ("JPEG", saved("JPEG", "CMYK")),
    "JPEG of a phone, two pictures in one": ("JPEG", saved("MPO", save_all=True, append_images=[drawn()])),
    "JPEG with a trailer": ("JPEG", saved("JPEG") + b"SEFHk\0\0\0SEFT"),
    "PNG": ("PNG", saved("PNG")),
    "PNG with a palette": ("PNG", saved("PNG", "P")),
    "PNG with a trailer": ("PNG", saved("PNG") + bytes(99)),
    "16-bit PNG": ("PNG", saved("PNG", "I;16")),
    "animated PNG": ("PNG", saved("PNG", save_all=True, append_images=[drawn().rotate(180)])),
    "GIF": ("GIF", saved("GIF", "P")),
    "animated GIF": ("GIF", saved("GIF", "P", save_all=True, append_images=[drawn("P").rotate(180)])),
    "lossy WebP": ("WEBP", saved("WEBP")),
    "lossless WebP": ("WEBP", saved("WEBP", lossless=True)),
    "WebP with transparency": ("WEBP", saved("WEBP", "RGBA")),
    "animated WebP": ("WEBP", saved("WEBP", save_all=True, append_images=[drawn().rotate(180)])),
    "AVIF": ("AVIF", saved("AVIF")),
    "BMP": ("BMP", saved("BMP")),
    "SVG": ("SVG", SVG),
}
whole = pytest.mark.parametrize(("kind", "data"), WHOLE.values(), ids=WHOLE.keys())


@whole
@pytest.mark.parametrize("deep", [False, True])
def test_whole_picture(kind: str, data: bytes, deep: bool) -> None:
    picture = parse(data, deep)
    assert picture.fault == ""
    assert (picture.format, picture.size, picture.width, picture.height) == (kind, len(data), WIDTH, HEIGHT)


@pytest.mark.parametrize("name", [name for name in WHOLE if name != "animated GIF"])
def test_every_cut_is_told(name: str) -> None:
    kind, data = WHOLE[name]
    end = {"JPEG": data.find(b"\xff\xd9") + 2, "PNG": data.find(b"IEND") + 8}.get(kind, len(data))
    harmless = {"BMP": 2, "GIF": 1, "PNG": 12}.get(kind, 0)  # bytes at the end that fill a row, or only say "the end"
    harmless *= name != "animated PNG"
    assert not [length for length in range(end - harmless) if not parse(data[:length]).fault]


def test_an_animation_may_end_between_its_frames_but_not_within_one() -> None:
    data = WHOLE["animated GIF"][1]
    second_frame = data.rfind(b"\x21\xf9\x04")
    assert parse(data[:second_frame]).fault == ""
    assert "cut short" in parse(data[: second_frame + 30]).fault


@pytest.mark.parametrize("name", ["baseline JPEG", "progressive JPEG", "PNG", "AVIF", "SVG", "animated WebP"])
def test_a_download_whose_rest_is_zeros_is_told(name: str) -> None:
    data = WHOLE[name][1]
    kept = len(data) * 2 // 5
    assert parse(data[:kept] + bytes(len(data) - kept), deep=name == "AVIF").fault


@given(st.sampled_from([data for _, data in WHOLE.values()]), st.randoms(use_true_random=False), st.booleans())
def test_no_damage_crashes(data: bytes, random: Random, deep: bool) -> None:
    damaged = bytearray(data)
    for _ in range(random.choice([1, 2, 30])):
        damaged[random.randrange(len(damaged))] = random.randrange(256)
    start, end = sorted(random.randrange(len(damaged) + 1) for _ in range(2))
    change = random.choice([b"", bytes(end - start), random.randbytes(7)])
    damaged[start:end] = random.choice([damaged[start:end], change])
    picture = parse(bytes(damaged), deep)
    assert picture.fault or picture.format


@given(
    st.binary(max_size=200),
    st.sampled_from([data[:8] for _, data in WHOLE.values()] + [b"<svg", b"\0\0\0\x18ftypavif"]),
)
def test_no_bytes_crash(data: bytes, start: bytes) -> None:
    picture = parse(start + data)
    assert picture.fault or picture.format in WITHOUT_BROWSERS  # of which image-format speaks


NO_PICTURES = {
    b"": "is empty",
    b"version https://git-lfs.github.com/spec/v1\noid sha256:4d7a\nsize 12345\n": "Git LFS pointer",
    b"\xef\xbb\xbf <!-- saved -->\n<!DOCTYPE html>\n<html><img></html>": "is a web page",
    b'<?xml version="1.0"?><Error><Code>AccessDenied</Code></Error>': "is a text",
    b"BM, the town's own paper, shows it best.": "is a text",
    b"%PDF-1.7\n": "is a PDF document",
    b"PK\x03\x04word/document.xml": "is a ZIP archive",
    b"\0\0\0\x18ftypisom\0\0\0\1isommp42": "is a video",
    bytes(4000): "nothing but zeros",
    b"\xef\xbf\xbd\xef\xbf\xbd\xef\xbf\xbd\xef\xbf\xbd\0\x10JFIF": "as if it were text",
    saved("PNG").replace(b"\r\n", b"\n"): "as if it were text",
    b"\x13\x37\x99\xf0": "is no picture that casecheck knows",
}


@pytest.mark.parametrize(("data", "words"), NO_PICTURES.items(), ids=NO_PICTURES.values())
def test_what_is_no_picture(data: bytes, words: str) -> None:
    picture = parse(data)
    assert words in picture.fault
    assert picture.format is None
    assert picture.remedy.endswith(".")


FOREIGN = {
    "TIFF": saved("TIFF"),
    "JPEG2000": saved("JPEG2000"),
    "HEIF": b"\0\0\0\x18ftypheic\0\0\0\0mif1heic" + bytes(50),
    "PSD": b"8BPS\0\1" + bytes(50),
    "JXL": b"\xff\x0a" + bytes(50),
}


@pytest.mark.parametrize(("kind", "data"), FOREIGN.items(), ids=FOREIGN.keys())
def test_pictures_that_are_not_for_browsers_are_known(kind: str, data: bytes) -> None:
    assert parse(data).format == kind


def test_heif_that_holds_an_avif_is_an_avif() -> None:
    assert parse(saved("AVIF").replace(b"ftypavif", b"ftypmif1", 1)).format == "AVIF"


def png(width: int, height: int, *chunks: tuple[bytes, bytes], colour: int = 2, interlace: int = 0) -> bytes:
    header = struct.pack(">IIBBBBB", width, height, 8, colour, 0, 0, interlace)
    parts = [(b"IHDR", header), *chunks, (b"IEND", b"")]
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))
        for kind, content in parts
    )


def rows(width: int, height: int, depth: int = 8) -> bytes:
    return (b"\0" + bytes((width * depth + 7) // 8)) * height


PIXELS = (b"IDAT", zlib.compress(rows(3 * 5, 5)))
HALVES = (b"IDAT", PIXELS[1][:4]), (b"IDAT", PIXELS[1][4:])
PALETTE, GREY = (b"PLTE", bytes(6)), (b"IDAT", zlib.compress(rows(5, 5)))
BROKEN_PNG = {
    "no pixels": png(5, 5),
    "no palette": png(5, 5, GREY, colour=3),
    "a palette behind the pixels": png(5, 5, GREY, PALETTE, colour=3),
    "two palettes": png(5, 5, PALETTE, PALETTE, GREY, colour=3),
    "a palette of half a colour": png(5, 5, (b"PLTE", bytes(4)), GREY, colour=3),
    "two headers": png(5, 5, (b"IHDR", bytes(13)), PIXELS),
    "more rows than pixels": png(5, 6, PIXELS),
    "more columns than pixels": png(6, 5, PIXELS),
    "interlaced, as the pixels are not": png(5, 5, PIXELS, interlace=1),
    "no packed pixels": png(5, 5, (b"IDAT", b"")),
    "pixels that were never packed": png(5, 5, (b"IDAT", b"these are no packed pixels")),
    "pixels that end too soon": png(5, 5, (b"IDAT", PIXELS[1][:-6])),
    "a filter that does not exist": png(5, 5, (b"IDAT", zlib.compress(b"\5" + rows(3 * 5, 5)[1:]))),
    "pixels in two places": png(5, 5, HALVES[0], (b"tEXt", b"Comment\0between"), HALVES[1]),
    "a colour type that does not exist": png(5, 5, PIXELS, colour=5),
    "no width": png(0, 5, PIXELS),
    "a chunk that nobody knows": png(5, 5, (b"CgBI", b"\x50\0\x20\x06"), PIXELS),
    "another checksum": png(5, 5, PIXELS).replace(b"IDAT", b"IDAT\1", 1),
}


@pytest.mark.parametrize("data", BROKEN_PNG.values(), ids=BROKEN_PNG.keys())
def test_broken_png(data: bytes) -> None:
    assert "damaged" in parse(data).fault or "cut short" in parse(data).fault


def test_checksums_of_what_browsers_skip_do_not_matter() -> None:
    noted = png(5, 5, (b"tEXt", b"Comment\0fine"), PIXELS)
    assert parse(noted.replace(b"fine", b"fxne")).fault == ""


WHOLE_PNG = {
    "a palette": png(5, 5, PALETTE, GREY, colour=3),
    "interlaced": png(
        5, 5, (b"IDAT", zlib.compress(rows(3, 1) * 3 + rows(6, 1) + rows(9, 2) + rows(6, 3) + rows(15, 2)))
    ),
    "pixels in many chunks": png(5, 5, *HALVES, (b"IDAT", b"")),
    "another checksum over all pixels": png(5, 5, (b"IDAT", PIXELS[1][:-4] + b"\0\0\0\0")),
    "more pixels than needed": png(5, 4, PIXELS),
    "no end": png(5, 5, PIXELS)[:-12],
}


@pytest.mark.parametrize("data", WHOLE_PNG.values(), ids=WHOLE_PNG.keys())
def test_png_that_browsers_show_whole(data: bytes) -> None:
    assert parse(data).fault == ""


@pytest.mark.parametrize(("colour", "channels"), [(0, 1), (2, 3), (4, 2), (6, 4)])
@given(st.integers(1, 40), st.integers(1, 40))
def test_interlaced_pixels_are_counted(colour: int, channels: int, width: int, height: int) -> None:
    passes = [
        rows(channels * len(range(left, width, across)), len(range(top, height, down)))
        for left, top, across, down in ADAM7
        if left < width and top < height
    ]
    whole, short = (zlib.compress(pixels) for pixels in (b"".join(passes), b"".join(passes)[:-1]))
    assert parse(png(width, height, (b"IDAT", whole), colour=colour, interlace=1)).fault == ""
    assert "cut short" in parse(png(width, height, (b"IDAT", short), colour=colour, interlace=1)).fault


def frame(number: int, width: int, height: int) -> tuple[bytes, bytes]:
    return b"fcTL", struct.pack(">IIIIIHHBB", number, width, height, 0, 0, 1, 10, 0, 0)


def test_every_frame_of_an_animated_png_has_its_pixels() -> None:
    animation, further = (b"acTL", struct.pack(">II", 2, 0)), (b"fdAT", b"\0\0\0\2" + PIXELS[1])
    still = animation, frame(0, 5, 5), PIXELS, frame(1, 5, 5)
    assert parse(png(5, 5, *still, further)).fault == ""
    assert "cut short" in parse(png(5, 5, *still)).fault
    assert "cut short" in parse(png(5, 5, *still, further)[:-12]).fault
    assert "damaged" in parse(png(5, 5, *still[:3], frame(1, 9, 5), further)).fault


def test_a_png_that_unfolds_without_end_takes_no_memory() -> None:
    endless = (b"IDAT", zlib.compress(rows(15, 5) + bytes(50_000_000), 9))
    assert parse(png(5, 5, endless)).fault == ""
    tracemalloc.start()
    parse(png(5_000, 5_000, endless))
    assert tracemalloc.get_traced_memory()[1] < 20_000_000
    tracemalloc.stop()


def segment(marker: int, content: bytes) -> bytes:
    return struct.pack(">BBH", 0xFF, marker, len(content) + 2) + content


PROGRESSIVE = saved("JPEG", progressive=True)
LAST_SCAN = PROGRESSIVE.rfind(b"\xff\xda")
BROKEN_JPEG = {
    "two frames": JPEG[:2] + JPEG[JPEG.find(b"\xff\xc0") :][:19] + JPEG[2:],
    "a second start": JPEG[:2] + b"\xff\xd8" + JPEG[2:],
    "a marker that nobody knows": JPEG[:2] + segment(0x29, b"lost") + JPEG[2:],
    "codes that a later scan lacks": PROGRESSIVE[:LAST_SCAN].replace(b"\xff\xc4", b"\xff\xfe")
    + PROGRESSIVE[LAST_SCAN:],
    "a later scan of colours that are not there": PROGRESSIVE[: LAST_SCAN + 5] + b"\x09" + PROGRESSIVE[LAST_SCAN + 6 :],
    "a header without pixels": saved("JPEG", size=(2_000, 1_000))[:623] + b"\xff\xd9",
}


@pytest.mark.parametrize("data", BROKEN_JPEG.values(), ids=BROKEN_JPEG.keys())
def test_broken_jpeg(data: bytes) -> None:
    assert "damaged" in parse(data).fault


@pytest.mark.parametrize("deep", [False, True])
def test_a_jpeg_of_endless_scans_is_not_decoded(deep: bool) -> None:
    last = PROGRESSIVE[LAST_SCAN:-2]
    scans = PROGRESSIVE.count(b"\xff\xda")
    few, many = (PROGRESSIVE[:-2] + last * (total - scans) + b"\xff\xd9" for total in (100, 101))
    assert not parse(few).fault
    assert parse(many, deep).fault == "consists of 101 layers (scans), and browsers give up at so many"


def test_the_smallest_jpeg_of_its_size_is_whole() -> None:
    file = io.BytesIO()
    Image.new("L", (4_000, 4_000), 200).save(file, "JPEG", optimize=True, progressive=True)
    assert parse(file.getvalue()).fault == ""


def test_jpeg_with_arithmetic_coding_is_none_for_browsers() -> None:
    assert "browsers cannot show" in parse(saved("JPEG").replace(b"\xff\xc0", b"\xff\xc9", 1)).fault


@pytest.mark.parametrize(
    "bomb",
    [
        png(50_000, 50_000, PIXELS),
        saved("JPEG").replace(struct.pack(">HH", HEIGHT, WIDTH), b"\xff\xff\xff\xff", 1),
        saved("GIF", "P").replace(struct.pack("<HH", WIDTH, HEIGHT), b"\xff\xff\xff\xff", 1),
        saved("BMP").replace(struct.pack("<ii", WIDTH, HEIGHT), struct.pack("<ii", 60_000, 60_000), 1),
    ],
    ids=["PNG", "JPEG", "GIF", "BMP"],
)
@pytest.mark.parametrize("deep", [False, True])
def test_a_picture_that_unfolds_to_gigabytes_is_a_fault(bomb: bytes, deep: bool) -> None:
    picture = parse(bomb, deep)
    assert picture.fault
    assert (picture.width or 0) * (picture.height or 0) > limits.MAX_PICTURE_PIXELS or "damaged" in picture.fault


def test_deep_finds_damage_that_structure_does_not_show() -> None:
    lossy = saved("WEBP", size=(2_000, 1_600))
    half = riff((b"VP8 ", lossy[20:][: len(lossy) // 4 * 2]))
    assert parse(half).fault == ""
    assert "damaged" in parse(half, deep=True).fault


def test_texts_that_are_named_like_metadata() -> None:
    texts = [(b"tEXt", b"exif\0no metadata"), (b"tEXt", b"xmp\0none either")]
    pixels = (b"IDAT", zlib.compress((b"\0" + bytes(15)) * 5))
    assert parse(png(5, 5, *texts, pixels), deep=True).fault == ""


def photograph(kind: str, orientation: int = 1, latitude: tuple[float, ...] | None = None) -> bytes:
    exif = Image.Exif()
    exif[0x010F] = "Maker"
    exif[0x0112] = orientation
    if latitude is not None:
        exif.get_ifd(0x8825).update({1: "N", 2: latitude, 3: "E", 4: latitude})
    return saved(kind, exif=exif)


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "AVIF"])
def test_a_picture_on_its_side_has_the_size_that_is_shown(kind: str) -> None:
    assert (parse(photograph(kind, 6)).width, parse(photograph(kind, 6)).height) == (HEIGHT, WIDTH)
    assert (parse(photograph(kind, 3)).width, parse(photograph(kind, 3)).height) == (WIDTH, HEIGHT)


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "AVIF"])
def test_position(kind: str) -> None:
    assert parse(photograph(kind, latitude=(55, 40, 3.5))).location
    assert not parse(photograph(kind, latitude=(0, 0, 0))).location
    assert not parse(photograph(kind)).location


@pytest.mark.parametrize("packed", [False, True])
def test_position_in_xmp(packed: bool) -> None:
    xmp = b'<x:xmpmeta><rdf:Description exif:GPSLatitude="55,40N" exif:GPSLongitude="12,34E"/></x:xmpmeta>'
    text = b"\1\0\0\0" + zlib.compress(xmp) if packed else b"\0\0\0\0" + xmp
    assert parse(png(5, 5, (b"iTXt", b"XML:com.adobe.xmp\0" + text), PIXELS)).location
    assert parse(saved("JPEG", xmp=xmp)).location


def svg(attributes: str, before: str = "") -> bytes:
    return f'{before}<svg xmlns="http://www.w3.org/2000/svg" {attributes}></svg>'.encode()


@pytest.mark.parametrize(
    ("attributes", "size"),
    [
        ('width="30" height="20px"', (30, 20)),
        ('width="1in" height="2.54cm"', (96, 96)),
        ('viewBox="0 0 30 20"', (30, 20)),
        ('width="100%" height="auto" viewBox="0,0,30,20"', (30, 20)),
        ('width="100%"', (None, None)),
        ('viewBox="a b c d e"', (None, None)),
        ("", (None, None)),
    ],
)
def test_size_of_svg(attributes: str, size: tuple[int | None, int | None]) -> None:
    picture = parse(svg(attributes))
    assert (picture.fault, picture.width, picture.height) == ("", *size)


def test_svg_behind_declarations_and_in_other_encodings() -> None:
    declared = (
        '<?xml version="1.0"?>\n<!-- drawn - by hand -->\n<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "x.dtd">'
    )
    assert parse(svg("", declared)).fault == ""
    assert parse(svg("").decode().encode("utf-16")).fault == ""
    named = b'<!DOCTYPE svg [<!ENTITY ns "http://www.w3.org/2000/svg">]><s:svg xmlns:s="&ns;"/>'
    assert (parse(named).format, parse(named).fault) == ("SVG", "")


def test_svg_without_its_namespace_is_not_shown() -> None:
    assert "xmlns" in parse(b'<svg width="3" height="3"></svg>').fault


@pytest.mark.parametrize("said", ["UTF-8", "UTF-16", "ISO-8859-1"])
def test_browsers_take_drawings_for_utf_8_whatever_they_say(said: str) -> None:
    drawing = svg("", f'<?xml version="1.0" encoding="{said}"?>').replace(
        b"></svg>", "><text>Søk</text></svg>".encode()
    )
    assert parse(drawing).fault == ""
    assert "UTF-8" in parse(drawing.decode().encode("latin-1")).fault


def test_abbreviations_that_only_another_file_explains() -> None:
    declared = '<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "x.dtd"{}>'
    text = b"><text>Salt&nbsp;Quay</text></svg>"
    assert "damaged" in parse(svg("", declared.format("")).replace(b"></svg>", text)).fault
    explained = declared.format(" [<!ENTITY % more \"<!ENTITY nbsp ' '>\"> %more;]")
    assert parse(svg("", explained).replace(b"></svg>", text)).fault == ""


def entities(*declarations: str, use: str) -> bytes:
    return svg(f'id="{use}"', f"<!DOCTYPE svg [{''.join(declarations)}]>")


@pytest.mark.parametrize(
    "data",
    [
        entities('<!ENTITY a "lol">', '<!ENTITY b "&a;&a;&a;&a;">', use="&b;"),
        entities(f'<!ENTITY a "{"lol" * 10_000}">', use="&a;" * 10_000),
    ],
    ids=["nested", "long"],
)
def test_entities_that_unfold_to_gigabytes(data: bytes) -> None:
    assert "unfold" in parse(data).fault


def riff(*chunks: tuple[bytes, bytes]) -> bytes:
    body = b"WEBP" + b"".join(kind + struct.pack("<I", len(content)) + content for kind, content in chunks)
    return b"RIFF" + struct.pack("<I", len(body)) + body


LOSSLESS = saved("WEBP", lossless=True)
STILL = (b"VP8L", LOSSLESS[20:])
CANVAS = struct.pack("<I", WIDTH - 1)[:3] + struct.pack("<I", HEIGHT - 1)[:3]
BROKEN_WEBP = {
    "another container": b"RIFX" + LOSSLESS[4:],
    "something before the picture": riff((b"abcd", b"xx"), STILL),
    "a canvas of another size": riff((b"VP8X", bytes(10)), STILL),
    "an animation without frames": riff((b"VP8X", b"\2\0\0\0" + CANVAS), STILL),
    "pixels that unpack to nothing": LOSSLESS[:30] + bytes(len(LOSSLESS) - 30),
}


@pytest.mark.parametrize("data", BROKEN_WEBP.values(), ids=BROKEN_WEBP.keys())
def test_broken_webp(data: bytes) -> None:
    assert parse(data).fault


def test_webp_with_more_around_the_picture() -> None:
    assert parse(riff((b"VP8X", b"\0\0\0\0" + CANVAS), STILL, (b"EXIF", b"none"))).fault == ""


@pytest.mark.parametrize("trailer", [bytes(40), b"notes of a phone, in words"])
@pytest.mark.parametrize("kind", ["JPEG", "PNG", "GIF", "WEBP", "AVIF"])
def test_what_follows_a_picture_is_of_no_concern(kind: str, trailer: bytes) -> None:
    assert parse(saved(kind) + trailer).fault == ""


def test_gif_without_its_pixels() -> None:
    start = GIF.rfind(b"\0,") + 1
    pixels = start + 10 + (3 << (GIF[start + 9] & 7) + 1 if GIF[start + 9] & 0x80 else 0) + 1
    assert "damaged" in parse(GIF[:pixels] + b"\0;").fault


def frames_within_frames(depth: int) -> bytes:
    content = b""
    for _ in range(depth):
        content = bytes(16) + b"ANMF" + struct.pack("<I", len(content)) + content
    return riff((b"VP8X", bytes(10)), (b"ANMF", content))


FLAT = zlib.compress(rows(3 * 3_000, 3_000))
HOSTILE = {
    "JPEG of 600,000 markers": JPEG[:2] + b"\xff\xd0" * 600_000 + JPEG[2:],
    "PNG of 600,000 chunks": png(5, 5, *[(b"IDAT", b"")] * 600_000),
    "PNG of frames that unfold to gigabytes": png(
        3_000,
        3_000,
        (b"acTL", bytes(8)),
        (b"IDAT", FLAT),
        *[frame(0, 3_000, 3_000), (b"fdAT", bytes(4) + FLAT)] * 200,
    ),
    "GIF of 600,000 blocks": GIF[:-1] + b"\x21\xfe\0" * 600_000,
    "WebP of 600,000 chunks": riff(*[(b"XXXX", b"")] * 600_000),
    "WebP with frames within frames": frames_within_frames(5_000),
    "AVIF of 600,000 boxes": saved("AVIF") + b"\0\0\0\x08free" * 600_000,
    "SVG as deep as it is long": svg("")[:-6] + b"<g>" * 100_000,
    "a comment that does not end": b"<!--" + b"-" * 200_000,
}


@pytest.mark.parametrize("data", HOSTILE.values(), ids=HOSTILE.keys())
def test_hostile_structure_is_no_trouble(data: bytes) -> None:
    picture = parse(data)
    assert picture.fault or (picture.width, picture.height) in {(WIDTH, HEIGHT), (3_000, 3_000)}


def test_a_lossy_webp_that_no_decoder_reads_is_broken() -> None:
    data = bytearray(saved("WEBP", size=(300, 200)))
    start = data.find(b"\x9d\x01\x2a") + 7
    data[start + 3 : start + 40] = bytes(37)  # the tables behind its header
    assert parse(bytes(data)).fault == parse(bytes(data), deep=True).fault != ""
