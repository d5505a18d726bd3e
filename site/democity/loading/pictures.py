"""Pictures of the demo city: our own drawings with their texts and rights."""

from django.core.files import File

from democity import content_files
from home.models import CityImage

from .load import Load


def load_pictures(load: Load) -> None:
    for entry in content_files.read("pictures/pictures")["pictures"]:
        path = content_files.FOLDER / "pictures" / entry["file"]
        with path.open("rb") as handle:
            picture = CityImage(
                title=entry["title"],
                description=entry["alt"],
                author=entry["author"],
                licence=entry["licence"],
                source=entry.get("source", "Eigene Zeichnung der Musterstadt"),
                file=File(handle, name=entry["file"]),
            )
            _set_focal_point(picture, entry.get("focal_point"))
            picture.full_clean(exclude=["file"])
            picture.save()
        load.mark(picture)
        load.pictures[path.stem] = picture


def _set_focal_point(picture: CityImage, point: list[float] | None) -> None:
    """`point` in parts of width and height; a tenth of the width around it must stay in every crop."""
    if not point:
        return
    picture.focal_point_x = round(point[0] * picture.width)
    picture.focal_point_y = round(point[1] * picture.height)
    picture.focal_point_width = picture.focal_point_height = round(picture.width / 10)
