"""A file in a folder that another system empties."""

import os
from pathlib import Path

from django.conf import settings

from ..exports.xdomea.writing import write_abgabe
from ..models import Delivery
from .options import FOLDER_NAME, FolderOptions


class Folder:
    """Options: `{"folder": "kasse"}`, below DATA_DIR/deliveries. A file appears whole or not at all."""

    name = "folder"
    label = "Ordner auf dem Server (xdomea)"
    options_form = FolderOptions

    def deliver(self, delivery: Delivery) -> str:
        folder = folder_of(delivery)
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        target = folder / f"{delivery.pk}.zip"
        partial = folder / f".{delivery.pk}.part"
        with os.fdopen(os.open(partial, os.O_CREAT | os.O_WRONLY | os.O_TRUNC, 0o600), "wb") as file:
            write_abgabe(file, [delivery.case], process_id=delivery.pk)
            file.flush()
            os.fsync(file.fileno())
        partial.replace(target)
        _sync(folder)
        return target.name


def folder_of(delivery: Delivery) -> Path:
    """Raises ValueError for a name that leads elsewhere."""
    name = str(delivery.options.get("folder", "default"))
    if not FOLDER_NAME.fullmatch(name):
        raise ValueError("Der Name des Ordners darf nur aus a-z, 0-9, „-“ und „_“ bestehen.")
    return Path(settings.DATA_DIR) / "deliveries" / name


def _sync(folder: Path) -> None:
    """The renaming itself reaches the disk."""
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
