"""Makes the sizes and formats of a picture, in the worker."""

from typing import Any

import structlog
from wagtail.images.models import SourceImageIOError

from home.models import CityImage, CityRendition
from home.pictures import USES, facts_of
from outbox.domain.jobs import enqueue

PICTURE_KIND = "home.pictures"

log = structlog.get_logger("home")


def ask_for_variants(image: CityImage) -> None:
    """Have the worker make what is missing; nothing if all is there."""
    if image.variants.get("key") != facts_of(image).variants_key:
        enqueue(PICTURE_KIND, str(image.pk))


def make_variants(key: str, payload: dict[str, Any]) -> None:
    """Job: make all variants of the picture with primary key `key` and note them. Idempotent."""
    image = CityImage.objects.filter(pk=key).first()
    if image is None:
        return
    try:
        renditions = _renditions(image)
    except SourceImageIOError:
        # The file was taken away by hand: trying again will not bring it back.
        log.warning("picture has no file", image=image.pk)
        return
    CityImage.objects.filter(pk=image.pk, file=image.file.name).update(variants=_noted(image, renditions))
    _delete_outdated(image, renditions)


def _renditions(image: CityImage) -> dict[str, CityRendition]:
    specs = {spec for use in USES.values() for name in use.formats for spec in use.specs(name, image.width)}
    # One after the other: each opens the original in memory.
    return {spec: image.get_rendition(spec) for spec in sorted(specs)}


def _noted(image: CityImage, renditions: dict[str, CityRendition]) -> dict[str, Any]:
    noted: dict[str, Any] = {"key": facts_of(image).variants_key}
    for use_name, use in USES.items():
        noted[use_name] = {
            name: [_row(renditions[spec]) for spec in use.specs(name, image.width)] for name in use.formats
        }
    return noted


def _row(rendition: CityRendition) -> list[Any]:
    return [rendition.file.name, rendition.width, rendition.height]


def _delete_outdated(image: CityImage, renditions: dict[str, CityRendition]) -> None:
    """Renditions of an earlier focal point; their files go with the rows."""
    kept = [rendition.pk for rendition in renditions.values()]
    for outdated in image.renditions.filter(filter_spec__in=list(renditions)).exclude(pk__in=kept):
        outdated.delete()
