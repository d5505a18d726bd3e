"""Index folders side by side, and the file that says which of them answers."""

import os
import shutil
from pathlib import Path

POINTER = "current"
META = "meta.json"
NAME_CHARACTERS_LIMIT = 100

Stamp = tuple[int, ...]


class IndexFiles:
    """`directory/current` holds the name of the live folder beside it."""

    def __init__(self, directory: Path) -> None:
        self.directory = directory

    def folder(self, index: str) -> Path:
        return self.directory / index

    def live(self) -> str | None:
        """Name of the live index; None without a readable pointer."""
        try:
            name = (self.directory / POINTER).read_text()[:NAME_CHARACTERS_LIMIT].strip()
        except (OSError, UnicodeDecodeError):
            return None
        return name if name and Path(name).name == name else None

    def stamp(self, index: str) -> Stamp:
        """Changes with every commit to `index` and every swap. Raises OSError where something is missing."""
        pointer = os.stat(self.directory / POINTER)  # noqa: PTH116 - half the time, for every query.
        meta = os.stat(self.directory / index / META)  # noqa: PTH116
        return pointer.st_mtime_ns, pointer.st_ino, meta.st_mtime_ns, meta.st_ino

    def create(self, index: str) -> Path:
        folder = self.folder(index)
        folder.mkdir(parents=True)
        return folder

    def point_to(self, index: str) -> None:
        """Swap in one step: a reader sees the old name or the new one."""
        partial = self.directory / f"{POINTER}.{os.getpid()}"
        partial.write_text(index)
        partial.replace(self.directory / POINTER)

    def remove(self, index: str) -> None:
        """Readers that still have it open keep what they opened."""
        shutil.rmtree(self.folder(index), ignore_errors=True)

    def clear(self) -> None:
        """From now on there is no live index, nor any other."""
        (self.directory / POINTER).unlink(missing_ok=True)
        for index in self.all():
            self.remove(index)

    def all(self) -> list[str]:
        if not self.directory.is_dir():
            return []
        return sorted(entry.name for entry in self.directory.iterdir() if entry.is_dir())
