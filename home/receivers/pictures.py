from typing import Any

from django.db.models.signals import post_save

from home.domain.picture_variants import ask_for_variants
from home.models import CityImage


def image_saved(instance: CityImage, raw: bool, **kwargs: Any) -> None:
    if not raw:
        ask_for_variants(instance)


def connect() -> None:
    post_save.connect(image_saved, sender=CityImage, dispatch_uid="home.pictures.saved")
