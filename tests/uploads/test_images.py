import struct
from collections.abc import Iterator
from io import BytesIO

import pytest
from PIL import Image
from PIL.JpegImagePlugin import JpegImageFile

from tests.factories.uploads import (
    SRGB,
    TRACES,
    animation_file,
    broken_exif_file,
    palette_lacks_file,
    picture_file,
)
from uploads.domain import images
from uploads.domain.images import strip_metadata
from uploads.domain.refusal import UploadRefused

FORMATS = ["JPEG", "PNG", "WEBP", "AVIF", "GIF"]


@pytest.mark.parametrize("image_format", FORMATS)
def test_nothing_of_the_camera_is_left(image_format: str):
    original = picture_file(image_format)
    assert any(trace in original.getvalue() for trace in TRACES)

    cleaned = strip_metadata(original)

    assert [trace for trace in TRACES if trace in cleaned] == []
    with Image.open(BytesIO(cleaned)) as image:
        assert image.format == image_format
        assert not image.getexif()
        assert "comment" not in image.info and "xmp" not in image.info


@pytest.mark.parametrize("image_format", FORMATS)
def test_picture_still_shows_the_same(image_format: str):
    cleaned = strip_metadata(picture_file(image_format))

    with Image.open(BytesIO(cleaned)) as image:
        shown = image.convert("RGB")
        assert shown.size == (40, 20)
        assert is_about(shown.getpixel((5, 10)), (255, 0, 0))
        assert is_about(shown.getpixel((35, 10)), (0, 0, 255))


@pytest.mark.parametrize("image_format", ["JPEG", "PNG", "WEBP", "AVIF"])
def test_colour_profile_is_kept(image_format: str):
    cleaned = strip_metadata(picture_file(image_format))

    with Image.open(BytesIO(cleaned)) as image:
        assert image.info["icc_profile"] == SRGB


@pytest.mark.parametrize("image_format", ["JPEG", "PNG", "WEBP", "AVIF"])
def test_picture_held_sideways_is_turned_upright(image_format: str):
    turned = picture_file(image_format, orientation=6)  # 6: to be turned by 90° clockwise.

    with Image.open(BytesIO(strip_metadata(turned))) as image:
        shown = image.convert("RGB")
        assert shown.size == (20, 40)
        assert is_about(shown.getpixel((10, 5)), (255, 0, 0))
        assert is_about(shown.getpixel((10, 35)), (0, 0, 255))


@pytest.mark.parametrize("image_format", ["GIF", "WEBP", "PNG", "AVIF"])
def test_animation_keeps_its_frames_and_pace(image_format: str):
    cleaned = strip_metadata(animation_file(image_format))

    assert b"Geheim" not in cleaned
    with Image.open(BytesIO(cleaned)) as image:
        frames = [(frame.convert("RGB").getpixel((10, 10)), frame.info["duration"]) for frame in load(image)]
    assert [duration for _, duration in frames] == [120, 80, 200]
    assert is_about(frames[1][0], (0, 128, 0))
    assert is_about(frames[2][0], (0, 0, 255))


def test_upright_jpeg_keeps_its_quality():
    original = picture_file("JPEG")

    with Image.open(original) as before, Image.open(BytesIO(strip_metadata(original))) as after:
        assert after.quantization == before.quantization


def test_transparency_is_kept():
    file = BytesIO()
    Image.new("RGBA", (4, 4), (255, 0, 0, 0)).save(file, "PNG")

    with Image.open(BytesIO(strip_metadata(file))) as image:
        assert image.convert("RGBA").getpixel((0, 0))[3] == 0


@pytest.mark.parametrize("content", [b"", b"no picture", b"\xff\xd8\xff\xe0 broken", b"<svg onload='x'/>"])
def test_what_is_no_picture_is_refused(content: bytes):
    with pytest.raises(UploadRefused, match="beschädigt"):
        strip_metadata(BytesIO(content))


def test_cut_off_picture_is_refused():
    whole = picture_file("JPEG", size=(400, 400)).getvalue()

    with pytest.raises(UploadRefused, match="beschädigt"):
        strip_metadata(BytesIO(whole[: len(whole) // 2]))


def test_cut_off_picture_with_broken_metadata_is_refused():
    whole = broken_exif_file("PNG", size=(400, 400)).getvalue()

    with pytest.raises(UploadRefused, match="beschädigt"):
        strip_metadata(BytesIO(whole[: len(whole) // 2]))


@pytest.mark.parametrize("image_format", ["JPEG", "PNG", "WEBP"])
def test_metadata_that_cannot_be_written_anew_is_dropped(image_format: str):
    cleaned = strip_metadata(broken_exif_file(image_format))

    with Image.open(BytesIO(cleaned)) as image:
        assert image.size == (20, 40)
        assert not image.getexif()


def test_metadata_that_cannot_be_read_is_dropped(monkeypatch: pytest.MonkeyPatch):
    def fail(image: Image.Image) -> Image.Exif:
        raise struct.error("unpack requires a buffer of 4 bytes")

    monkeypatch.setattr(JpegImageFile, "getexif", fail)

    with Image.open(BytesIO(strip_metadata(picture_file("JPEG")))) as image:
        assert image.size == (40, 20)


def test_what_decoders_stumble_over_is_refused():
    """Colours by numbers of a palette that is missing: Pillow fails on a name that it never set."""
    with pytest.raises(UploadRefused, match="beschädigt"):
        strip_metadata(palette_lacks_file())


def test_many_tiny_frames_are_refused(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(images, "FRAMES_LIMIT", 2)

    with pytest.raises(UploadRefused, match="Einzelbilder"):
        strip_metadata(animation_file("PNG"))


def test_huge_picture_is_refused_before_it_is_unpacked(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(images, "PIXELS_LIMIT", 40 * 20 - 1)

    with pytest.raises(UploadRefused, match="Bildpunkte"):
        strip_metadata(picture_file("PNG"))


def test_frames_of_an_animation_count_together(monkeypatch: pytest.MonkeyPatch):
    with Image.open(animation_file("GIF")) as image:
        together = image.width * image.height * image.n_frames
    monkeypatch.setattr(images, "PIXELS_LIMIT", together)
    strip_metadata(animation_file("GIF"))
    monkeypatch.setattr(images, "PIXELS_LIMIT", together - 1)

    with pytest.raises(UploadRefused, match="Bildpunkte"):
        strip_metadata(animation_file("GIF"))


def test_picture_that_is_endlessly_long_is_refused(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(images, "SIDE_LIMIT_PIXELS", 39)

    with pytest.raises(UploadRefused, match="Bildpunkte"):
        strip_metadata(picture_file("PNG"))


def load(image: Image.Image) -> Iterator[Image.Image]:
    for number in range(image.n_frames):
        image.seek(number)
        image.load()
        yield image


def is_about(seen: object, expected: tuple[int, int, int]) -> bool:
    return all(abs(a - b) < 24 for a, b in zip(seen, expected, strict=True))
