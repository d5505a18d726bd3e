"""Responsive pictures: which sizes and formats there are, and what a template needs to show one.

The worker makes all variants of a picture once (`home.domain.picture_variants`) and notes them on the
image, so that showing a picture costs neither a query nor work. Until then the browser is sent to
Wagtail's view, which makes a single variant when it is asked for it.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.core.files.storage import Storage
from django.urls import reverse
from wagtail.images import get_image_model
from wagtail.images.models import Filter
from wagtail.images.utils import generate_signature

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


IMAGE_FIELDS = (
    "id",
    "file",
    "variants",
    "focal_point_x",
    "focal_point_y",
    "focal_point_width",
    "focal_point_height",
    "description",
    "is_decorative",
    "author",
    "licence",
    "source",
)


@dataclass(frozen=True)
class ImageFacts:
    """What is needed of an image to show it: the columns `IMAGE_FIELDS`, in this order."""

    id: int
    file: str
    variants: dict[str, Any]
    focal_point_x: int | None
    focal_point_y: int | None
    focal_point_width: int | None
    focal_point_height: int | None
    description: str
    is_decorative: bool
    author: str
    licence: str
    source: str

    @property
    def variants_key(self) -> str:
        """What the variants depend on: the file and its focal point. Others are outdated."""
        focal = (
            self.focal_point_x,
            self.focal_point_y,
            self.focal_point_width,
            self.focal_point_height,
        )
        return "|".join([self.file, *("" if value is None else str(value) for value in focal)])

    @property
    def credit(self) -> str:
        """One line that names author, licence and source."""
        return ", ".join(part for part in (self.author, self.licence, self.source) if part)


def image_columns(path: str) -> list[str]:
    """Names for `values_list` of what there is to know of the image that `path` leads to."""
    return [f"{path}__{field}" for field in IMAGE_FIELDS]


def facts_from(values: Sequence[Any]) -> ImageFacts | None:
    """Facts from the values of `image_columns`; None where there was no image."""
    return None if values[0] is None else ImageFacts(*values)


def facts_of(image: "CityImage") -> ImageFacts:
    """Facts of an image that is at hand."""
    fields = {field: getattr(image, field) for field in IMAGE_FIELDS}
    return ImageFacts(**{**fields, "file": str(image.file.name)})


def picture(image: "CityImage", use: str, *, alt: str | None = None, caption: str = "") -> Picture:
    """How to show `image` at a place named in `USES`. Without `alt` its own text counts."""
    return picture_from(facts_of(image), use, alt=_alt(image) if alt is None else alt, caption=caption)


def picture_from(facts: ImageFacts, use: str, *, alt: str, caption: str = "") -> Picture:
    """The same where only facts are at hand."""
    variants = {name: _variants(facts, use, name) for name in USES[use].formats}
    fallback = variants[FALLBACK]
    middle = fallback[len(fallback) // 2]
    return Picture(
        src=middle.url,
        width=fallback[-1].width,
        height=fallback[-1].height,
        alt=alt,
        sizes=USES[use].sizes,
        sources=tuple(
            Source(f"image/{name}", _srcset(found)) for name, found in variants.items() if name != FALLBACK
        ),
        srcset=_srcset(fallback) if len(fallback) > 1 else "",
        caption=caption,
        credit=facts.credit,
    )


def social_address(facts: ImageFacts) -> str:
    """Address of the picture for shared links, without host."""
    return _variants(facts, "social", FALLBACK)[-1].url


def _alt(image: "CityImage") -> str:
    """The text for this place (from an image block) or else the picture's own."""
    if image.decorative:
        return ""
    return image.contextual_alt_text or image.default_alt_text


def _variants(facts: ImageFacts, use: str, image_format: str) -> list[Variant]:
    made = facts.variants if facts.variants.get("key") == facts.variants_key else {}
    if rows := made.get(use, {}).get(image_format):
        storage: Storage = get_image_model()._meta.get_field("file").storage
        return [Variant(storage.url(name), width, height) for name, width, height in rows]
    return [_made_when_asked_for(facts.id, USES[use], image_format)]


def _made_when_asked_for(image_id: int, use: PictureUse, image_format: str) -> Variant:
    """The largest variant, from the view that makes it; only until the worker has made them all."""
    image = get_image_model().objects.get(pk=image_id)
    spec = list(use.specs(image_format, image.width))[-1]
    width, height = (round(side) for side in Filter(spec).get_transform(image).size)
    address = reverse("wagtailimages_serve", args=[generate_signature(image_id, spec), image_id, spec])
    return Variant(address, width, height)


def _srcset(variants: list[Variant]) -> str:
    return ", ".join(f"{variant.url} {variant.width}w" for variant in variants)
