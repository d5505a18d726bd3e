"""Responsive pictures: which sizes and formats there are, and what a template needs to show one.

The worker makes all variants of a picture once (`home.domain.picture_variants`) and notes them on the
image, so that showing a picture costs neither a query nor work. Until then the browser is sent to
Wagtail's view, which makes a single variant when it is asked for it.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.core.files.storage import Storage
from wagtail.images.models import Filter
from wagtail.images.views.serve import generate_image_url

if TYPE_CHECKING:
    from home.models import CityImage

# What browsers choose from, best first; the last one is the fallback that all of them know.
FORMATS = {"webp": "format-webp|webpquality-76", "jpeg": "format-jpeg|jpegquality-78"}
FALLBACK = "jpeg"


@dataclass(frozen=True)
class PictureUse:
    """Where a picture stands. Widths in CSS pixels times the density of screens, ratio width to height."""

    widths: tuple[int, ...]
    sizes: str
    ratio: tuple[int, int] | None = None
    formats: tuple[str, ...] = tuple(FORMATS)

    def specs(self, image_format: str, image_width: int) -> Iterator[str]:
        """Wagtail's filters, narrowest first. Pictures are never enlarged."""
        for width in self.widths:
            if width == self.widths[0] or width <= image_width:
                yield f"{self._size(width)}|{FORMATS[image_format]}"

    def _size(self, width: int) -> str:
        if self.ratio is None:
            return f"width-{width}"
        return f"fill-{width}x{round(width * self.ratio[1] / self.ratio[0])}"


USES = {
    "teaser": PictureUse((360, 720), "(min-width: 48rem) 22rem, 100vw", (3, 2)),
    "content": PictureUse((480, 960, 1440), "(min-width: 60rem) 46rem, 100vw"),
    "hero": PictureUse((480, 960, 1440), "(min-width: 64rem) 29rem, 100vw", (3, 2)),
    "portrait": PictureUse((160, 320), "10rem", (1, 1)),
    # For shared links (Open Graph); not every reader of them knows newer formats.
    "social": PictureUse((1200,), "", (1200, 630), (FALLBACK,)),
}


@dataclass(frozen=True)
class Source:
    """One format of a picture for `<source>`."""

    type: str
    srcset: str


@dataclass(frozen=True)
class Picture:
    """What the component `image` takes."""

    src: str
    width: int
    height: int
    alt: str
    sizes: str
    sources: tuple[Source, ...]
    srcset: str
    caption: str
    credit: str


@dataclass(frozen=True)
class Variant:
    """One file: its address and size in pixels."""

    url: str
    width: int
    height: int


def picture(image: "CityImage", use: str, *, alt: str | None = None, caption: str = "") -> Picture:
    """How to show `image` at a place named in `USES`. Without `alt` its own text counts."""
    variants = {name: _variants(image, use, name) for name in USES[use].formats}
    fallback = variants[FALLBACK]
    middle = fallback[len(fallback) // 2]
    return Picture(
        src=middle.url,
        width=fallback[-1].width,
        height=fallback[-1].height,
        alt=_alt(image) if alt is None else alt,
        sizes=USES[use].sizes,
        sources=tuple(
            Source(f"image/{name}", _srcset(found)) for name, found in variants.items() if name != FALLBACK
        ),
        srcset=_srcset(fallback) if len(fallback) > 1 else "",
        caption=caption,
        credit=image.credit,
    )


def social_address(image: "CityImage") -> str:
    """Address of the picture for shared links, without host."""
    return _variants(image, "social", FALLBACK)[-1].url


def variants_key(image: "CityImage") -> str:
    """What the variants depend on: the file and its focal point. Others are outdated."""
    focal = (image.focal_point_x, image.focal_point_y, image.focal_point_width, image.focal_point_height)
    return "|".join([str(image.file.name), *("" if value is None else str(value) for value in focal)])


def _alt(image: "CityImage") -> str:
    """The text for this place (from an image block) or else the picture's own."""
    if image.decorative:
        return ""
    return image.contextual_alt_text or image.default_alt_text


def _variants(image: "CityImage", use: str, image_format: str) -> list[Variant]:
    made: dict[str, Any] = image.variants if image.variants.get("key") == variants_key(image) else {}
    if rows := made.get(use, {}).get(image_format):
        storage: Storage = image._meta.get_field("file").storage
        return [Variant(storage.url(name), width, height) for name, width, height in rows]
    spec = list(USES[use].specs(image_format, image.width))[-1]
    width, height = (round(side) for side in Filter(spec).get_transform(image).size)
    return [Variant(generate_image_url(image, spec), width, height)]


def _srcset(variants: list[Variant]) -> str:
    return ", ".join(f"{variant.url} {variant.width}w" for variant in variants)
