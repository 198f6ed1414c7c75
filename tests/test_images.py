"""What the image rules take from settings and templates, which fixtures cannot show."""

import struct
from pathlib import Path

import pytest
from PIL import Image

from casecheck import profile
from casecheck.finding import Finding
from casecheck.rules.images import featured_credit
from casecheck.runner import check_source
from casecheck.settings import ImageSettings, Settings


def check(folder: Path, text: str, images: ImageSettings, *rules: str) -> list[Finding]:
    document = folder / "index.md"
    document.write_text(text, encoding="utf-8")
    _, findings = check_source(document.read_bytes(), document, Settings(select=rules, images=images))
    return list(findings)


def test_deep_decodes_every_picture(tmp_path: Path) -> None:
    Image.effect_noise((2_000, 1_600), 50).save(tmp_path / "whole.webp")
    pixels = (tmp_path / "whole.webp").read_bytes()[20:][:200_000]
    header = struct.pack("<4sI4s4sI", b"RIFF", len(pixels) + 12, b"WEBP", b"VP8 ", len(pixels))
    (tmp_path / "hall.webp").write_bytes(header + pixels)
    text = '---\ntitle: Salt Quay\n---\n\n![The market hall](./hall.webp "Hall (Ana Horvat)")\n'
    assert not check(tmp_path, text, ImageSettings(), "image-unreadable")
    assert [found.line for found in check(tmp_path, text, ImageSettings(deep=True), "image-unreadable")] == [5]


def test_the_alternative_text_of_a_template_is_told_even_without_its_prefix(tmp_path: Path) -> None:
    chosen = Settings().profiles[0]
    loaded = profile.load(chosen.name, chosen.schema, chosen.templates)
    samples = [alt for template in loaded.templates for part in template.sections for alt in part.alts]
    alt = samples[0].removeprefix("Alt Text / ")
    text = f'---\ntitle: Salt Quay\n---\n\n![{alt}](./hall.png "Hall (Ana Horvat)")\n'
    (found,) = check(tmp_path, text, ImageSettings(), "image-alt")
    assert "template's own" in found.message


def test_words_of_an_alternative_text_are_bounded_by_the_setting(tmp_path: Path) -> None:
    text = "---\nfeatured_image: ./hall.png\nfeatured_alt: One two three four\n---\n"
    assert not check(tmp_path, text, ImageSettings(max_alt_words=4), "image-alt")
    assert [found.line for found in check(tmp_path, text, ImageSettings(max_alt_words=3), "image-alt")] == [3]


@pytest.mark.parametrize(
    ("file", "credit", "fits"),
    [
        ("ana-maria-de-la-cruz", "Ana de la Cruz", True),
        ("łukasz-żak", "Lukasz Zak", True),
        ("ana-horvat", "Photo by Ana on Unsplash", True),
        ("li-wei", "Wei (Unsplash)", True),
        ("anahorvat", "A. Horvat", True),
        ("ana-horvat", "", True),
        ("ana-horvat", "John Smith", False),
        ("ana-horvat", "Arden Tourism", False),
        ("li-wei", "Liam Weir", False),
    ],
)
def test_credit_and_file_name(tmp_path: Path, file: str, credit: str, fits: bool) -> None:
    text = f"---\nfeatured_image: ./{file}-Xy7bQ2mLp0k-unsplash.jpg\nfeatured_credit: {credit}\n---\n"
    assert bool(check(tmp_path, text, ImageSettings(), featured_credit.NAME)) is not fits
