"""What a file is, told from its first bytes and not from its name."""

import re

BLANK_UTF_8_CHARACTER = b"\xef\xbf\xbd"  # U+FFFD, which text tools write in place of bytes that are no text

SIGNATURES: tuple[tuple[int, bytes, str], ...] = (
    (0, b"\xff\xd8\xff", "JPEG"),
    (0, b"\x89PNG\r\n\x1a\n", "PNG"),
    (0, b"GIF87a", "GIF"),
    (0, b"GIF89a", "GIF"),
    (0, b"II*\0", "TIFF"),
    (0, b"MM\0*", "TIFF"),
    (0, b"II+\0", "TIFF"),
    (0, b"MM\0+", "TIFF"),
    (0, b"8BPS", "PSD"),
    (0, b"\0\0\1\0", "ICO"),
    (4, b"jP  \r\n\x87\n", "JPEG2000"),
    (0, b"\xff\x4f\xff\x51", "JPEG2000"),
    (0, b"\xff\x0a", "JXL"),
    (4, b"JXL \r\n\x87\n", "JXL"),
    (0, b"%PDF", "PDF"),
    (0, b"%!PS", "PostScript"),
    (0, b"PK\3\4", "ZIP"),
    (0, b"\x1f\x8b", "gzip"),
    (0, b"version https://git-lfs", "Git LFS pointer"),
    (0, b"\x89PNG", "text-damaged"),  # the line ends of a PNG's signature tell a transfer that changed them
    (0, BLANK_UTF_8_CHARACTER, "text-damaged"),
)
BITMAP_HEADER_SIZES = {12, 40, 52, 56, 64, 108, 124}
HEIF_BRANDS = {b"heic", b"heix", b"heim", b"heis", b"hevc", b"hevx", b"mif1", b"msf1"}
HTML = re.compile(rb"<(?:!doctype\s+html|html|head|body|meta|script|title)\b", re.IGNORECASE)
BEFORE_ROOT = re.compile(rb"\s++|<\?[^>]*>|<!--(?:[^-]++|-(?!->))*+-->|<!DOCTYPE\s+svg[^\[>]*(?:\[[^\]]*\]\s*)?>")
SVG_ROOT = re.compile(rb"<(?:[\w.-]+:)?svg[\s/>]")
HEAD = 100_000  # bytes; what stands before the root element of an SVG fits in many times over


def kind(data: bytes) -> str:
    """The format of a picture by Pillow's name, "SVG", the plain name of something else, or "" for the unknown."""
    for offset, signature, name in SIGNATURES:
        if data.startswith(signature, offset):
            return name
    if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
        return "WEBP"
    if data[:2] == b"BM" and int.from_bytes(data[14:18], "little") in BITMAP_HEADER_SIZES:
        return "BMP"
    if data[4:8] == b"ftyp":
        return _brand(data)
    return _text(data[:HEAD])


def _brand(data: bytes) -> str:
    """The kind of a file made of ISO boxes, which names its kinds ("brands") in the first one."""
    end = min(int.from_bytes(data[:4], "big"), 400)
    brands = {data[8:12]} | {data[at : at + 4] for at in range(16, end, 4)}
    if brands & {b"avif", b"avis"}:
        return "AVIF"
    return "HEIF" if brands & HEIF_BRANDS else "video"


def _text(head: bytes) -> str:
    """The kind of a file that may be text: a drawing, a web page, or just text."""
    if head.startswith((b"\xff\xfe", b"\xfe\xff")):
        head = head.decode("utf-16", "replace").encode()
    head = head.removeprefix(b"\xef\xbb\xbf")
    at = 0
    while found := BEFORE_ROOT.match(head, at):
        at = found.end()
    if SVG_ROOT.match(head, at):
        return "SVG"
    if HTML.match(head, at):
        return "HTML"
    if head and not head.strip(b"\0"):
        return "zeros"
    return "text" if _is_text(head[:1000]) else ""


def _is_text(head: bytes) -> bool:
    return bool(head) and not re.search(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f-\xff]", head)
