"""Pictures without what a camera writes into them: place, device, names, comments."""

from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO
from typing import Any, BinaryIO

from PIL import ExifTags, Image, ImageSequence

from uploads.domain.refusal import UploadRefused

# What Pillow may try. A JPEG with several pictures inside, as telephones write it, opens as "MPO".
FORMATS = ("JPEG", "PNG", "GIF", "WEBP", "AVIF")
# Over all frames. A telephone takes 12 to 24 million; unpacked, 40 million need 160 MB, and eight threads may
# unpack at once. What is larger only costs: nobody is shown more than 2,000 pixels across.
PIXELS_LIMIT = 40_000_000
SIDE_LIMIT_PIXELS = 10_000  # A telephone's panorama; beyond it, single rows become a burden.
# Each frame costs, however small it is: 15,000 of a single pixel fit into 1 MB and take seconds.
FRAMES_LIMIT = 600
# What a picture needs to look the same; everything else in `info` is dropped.
KEPT_INFO = frozenset({"icc_profile", "transparency", "gamma", "duration", "loop", "disposal", "background"})
UPRIGHT = 1
# What makes a picture upright, by its orientation as EXIF has it (CIPA DC-008, tag 0x0112).
TURNS = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_270,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_90,
}
SAVING: dict[str, dict[str, Any]] = {
    "JPEG": {"quality": 95, "optimize": True},
    "PNG": {},
    "GIF": {},
    "WEBP": {"quality": 92},
    "AVIF": {"quality": 90, "speed": 8},
}


def strip_metadata(file: BinaryIO) -> bytes:
    """The picture in `file` without EXIF, GPS, XMP, IPTC and comments; turned upright, colours kept (ICC).

    Same format as before; animations stay animations. A JPEG that need not be turned keeps its
    quantisation and so its quality. Raises UploadRefused for what is no picture or too large.
    """
    with opened(file) as image:
        saved = BytesIO()
        options = {"exif": b"", "xmp": b"", "comment": b"", "icc_profile": image.info.get("icc_profile")}
        if getattr(image, "is_animated", False) and image.format != "MPO":
            _save_animation(image, saved, options)
        else:
            _save_still(image, saved, options)
        return saved.getvalue()


@contextmanager
def opened(file: BinaryIO) -> Iterator[Image.Image]:
    """The picture in `file`, its size checked before anything is unpacked. Leaves the file at its start.

    Raises UploadRefused, also for whatever goes wrong while the picture is used.
    """
    file.seek(0)
    try:
        with Image.open(file, formats=FORMATS) as image:
            _check_pixels(image)
            yield image
    except UploadRefused:
        raise
    # From broken files Pillow raises anything: TypeError, AttributeError, struct.error, UnboundLocalError …
    except Exception as error:
        raise UploadRefused(
            "Das Bild ist beschädigt oder in einem unbekannten Format.", code="content"
        ) from error
    finally:
        file.seek(0)


def _save_still(image: Image.Image, saved: BytesIO, options: dict[str, Any]) -> None:
    image_format = "JPEG" if image.format == "MPO" else image.format or ""
    saving = SAVING[image_format]
    image.load()  # What cannot be unpacked is refused, before EXIF is asked that may be broken for itself.
    if turn := TURNS.get(_orientation(image)):
        image = image.transpose(turn)
    elif image.format == "JPEG":
        saving = {"quality": "keep"}
    _forget(image)
    image.save(saved, image_format, **options, **saving)


def _orientation(image: Image.Image) -> int:
    """Upright where EXIF cannot be read: browsers show such a picture as it is, too."""
    try:
        orientation = image.getexif().get(ExifTags.Base.Orientation)
    except Exception:
        return UPRIGHT
    return orientation if isinstance(orientation, int) else UPRIGHT


def _save_animation(image: Image.Image, saved: BytesIO, options: dict[str, Any]) -> None:
    durations = []
    for frame in ImageSequence.Iterator(image):
        frame.load()  # WebP and AVIF know a frame's duration only then.
        durations.append(frame.info.get("duration", 0))
    image.seek(0)
    _forget(image)
    saving = SAVING[image.format or ""]
    image.save(saved, image.format, save_all=True, duration=durations, **options, **saving)


def _forget(image: Image.Image) -> None:
    """Encoders fall back to `info` for what they are not told."""
    for key in set(image.info) - KEPT_INFO:
        del image.info[key]


def _check_pixels(image: Image.Image) -> None:
    frames = getattr(image, "n_frames", 1)
    if frames > FRAMES_LIMIT:
        message = "Das Bild besteht aus zu vielen Einzelbildern. Bitte senden Sie ein einzelnes."
        raise UploadRefused(message, code="size")
    too_many = image.width * image.height * frames > PIXELS_LIMIT
    if too_many or max(image.size) > SIDE_LIMIT_PIXELS:
        raise UploadRefused("Das Bild hat zu viele Bildpunkte. Bitte verkleinern Sie es.", code="size")
