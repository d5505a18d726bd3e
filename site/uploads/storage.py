"""Where files lie that not everybody may read: outside MEDIA_ROOT, without an address."""

import secrets
from pathlib import Path, PurePath
from typing import Any

from django.conf import settings
from django.core.files.storage import FileSystemStorage, InvalidStorageError, Storage, storages
from django.utils import timezone


class PrivateFileSystemStorage(FileSystemStorage):
    """Files below DATA_DIR/private that only this process's user can read."""

    def __init__(self, **kwargs: Any) -> None:
        defaults = {
            "location": Path(settings.DATA_DIR) / "private",
            "file_permissions_mode": 0o600,
            "directory_permissions_mode": 0o700,
        }
        super().__init__(**{**defaults, **kwargs})

    def url(self, name: str | None) -> str:
        raise ValueError("private files have no address: a view that checks who asks must serve them")


def private_storage() -> Storage:
    """`STORAGES["private"]` where an operator has set one (S3, say), else the file system.

    Pass the function itself to `FileField(storage=private_storage)`: migrations then hold no path.
    """
    try:
        return storages["private"]
    except InvalidStorageError:
        return PrivateFileSystemStorage()


def private_name(instance: object, filename: str) -> str:
    """`upload_to` for private files: of the sender's file name only the extension is used."""
    extension = PurePath(filename).suffix.lower()
    safe = extension if extension[1:].isalnum() and extension.isascii() else ""
    return f"{timezone.localdate():%Y/%m}/{secrets.token_hex(16)}{safe}"
