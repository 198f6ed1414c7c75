"""A picture's name does not say what it is, or browsers cannot show such pictures.

Most browsers look into the file and show a PNG that is called .jpg; other tools go by the name and fail. An iPhone's
HEIC, a TIFF or a Photoshop file is not shown at all, and an AVIF under a JPEG's name breaks tools that scale pictures.
JPEG is the safe choice for photographs, PNG for screenshots and charts.

Bad:
    ![The market hall](./market-hall.heic)
    ![The timeline](./timeline.jpg)             (the file is a PNG)

Good:
    ![The market hall](./market-hall.jpg)
    ![The timeline](./timeline.png)
"""

from collections.abc import Iterator
from pathlib import PurePosixPath

from casecheck.document import CaseDocument
from casecheck.finding import Problem, Severity, in_full, quoted
from casecheck.references import Reference
from casecheck.settings import Settings

NAME = "image-format"
SEVERITY = Severity.NOTE

ENDINGS = {
    "JPEG": ("jpg", "jpeg", "jpe", "jfif", "pjpeg", "pjp"),
    "PNG": ("png", "apng"),
    "WEBP": ("webp",),
    "GIF": ("gif",),
    "AVIF": ("avif",),
    "SVG": ("svg",),
    "BMP": ("bmp", "dib"),
    "ICO": ("ico", "cur"),
}
NAMED = {ending: kind for kind, endings in ENDINGS.items() for ending in endings}
SPOKEN = {"WEBP": "WebP", "HEIF": "HEIC", "PSD": "Photoshop", "JPEG2000": "JPEG 2000", "JXL": "JPEG XL"}
NOT_SHOWN = {"HEIF", "TIFF", "PSD", "JPEG2000", "JXL"}
UNWIELDY = {"BMP", "ICO"}
SAVE_AS_JPEG = "Open it in a picture editor, save it as JPEG, and show that file instead."


def check(document: CaseDocument, _settings: Settings) -> Iterator[Problem]:
    """Pictures whose format and name do not agree, or that are not for browsers."""
    for reference, picture in document.shown_pictures():
        if not picture.fault and picture.format and reference.resolution.file:
            found = _judge(reference, reference.resolution.file, picture.format)
            if found:
                message, help_, severity = found
                yield Problem(message, document.at(reference.span), help=help_, severity=severity)


def _judge(reference: Reference, file: str, kind: str) -> tuple[str, str, Severity] | None:
    """What is wrong with a file of this kind under this name, what to do, and how bad it is."""
    name, ending = quoted(file), PurePosixPath(file).suffix.lower().removeprefix(".")
    if kind in NOT_SHOWN:
        return f"{name} is {_a(kind)} picture, which most browsers cannot show.", SAVE_AS_JPEG, Severity.WARNING
    if ending not in ENDINGS[kind]:
        said = f"is named like {_a(NAMED[ending])}" if ending in NAMED else "is not named like a picture"
        message, rename = f"{name} {said}, but is {_a(kind)}.", _rename(reference, file, kind)
        if kind == "AVIF":
            message = f"{message} Many tools that scale pictures for the web cannot read that."
            return message, f"Save it as JPEG in a picture editor. Or else: {rename}", Severity.WARNING
        if "SVG" in {kind, NAMED.get(ending)}:
            return f"{message} Browsers then show nothing.", rename, Severity.WARNING
        return message, rename, Severity.NOTE
    if kind in UNWIELDY:
        return f"{name} is {_a(kind)} picture, a format that is not made for pages.", SAVE_AS_JPEG, Severity.NOTE
    return None


def _a(kind: str) -> str:
    """A format's name with its article: a JPEG, an AVIF."""
    spoken = SPOKEN.get(kind, kind)
    return f"{'an' if spoken[0] in 'AIS' else 'a'} {spoken}"


def _rename(reference: Reference, file: str, kind: str) -> str:
    stem = file.removesuffix(PurePosixPath(file).suffix)
    new = f"{stem}.{ENDINGS[kind][0]}"
    return f"Rename the file to {in_full(PurePosixPath(new).name)} and write {in_full(reference.written(new))} here."
