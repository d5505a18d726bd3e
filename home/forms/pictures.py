"""The form for a picture in the back office."""

from typing import Any

from wagtail.images.forms import BaseImageForm

from uploads.domain.images import strip_metadata


class CityImageForm(BaseImageForm):
    """Says what is wrong with a picture, however broken it is.

    Wagtail's field measures a new picture by unpacking it, whatever its size and whatever that raises, and so
    does its model once it has the file. So first of all everything is tried that saving will do.
    """

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if "file" in self.fields:
            self.fields["file"].check_image_pixel_size = strip_metadata  # type: ignore[attr-defined]
