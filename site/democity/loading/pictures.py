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
            picture.full_clean(exclude=["file"])
            picture.save()
        load.mark(picture)
        load.pictures[path.stem] = picture
