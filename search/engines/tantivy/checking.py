"""Damage in an index: every file of a segment ends with the checksum of what stands before it.

Segments never change once written. So a file is read in full once by each process, and again only when its
size or time says that somebody touched it.
"""

import json
import os
import struct
import tempfile
import zlib
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from typing import Any, BinaryIO

import tantivy

from search.engines.base import IndexNotReady
from search.engines.layout import is_current
from search.engines.tantivy.files import META
from search.engines.tantivy.schema import schema

COMPONENTS = ("idx", "pos", "term", "store", "fast", "fieldnorm")
# tantivy's `footer.rs`: JSON, its length, a magic number.
TRAILER = struct.Struct("<II")
MAGIC = 1337
READ_BYTES = 1024 * 1024
REMEMBERED_FILES = 2000

Signature = tuple[int, int, int]  # Size, time of change in nanoseconds, inode.
Files = dict[str, Signature]


class Checking:
    """Remembers what has been read by this process."""

    def __init__(self) -> None:
        self._sound: dict[tuple[str, Signature], bool] = {}

    def files(self, folder: Path) -> Files:
        """All files of the index as they are now. Raises IndexNotReady for one that is missing or damaged."""
        meta = _meta(folder)
        found: Files = {}
        for path in _paths(folder, meta):
            found[path] = signature(path)
            if not self._is_sound(path, found[path]):
                raise IndexNotReady(f"{path} is damaged")
        return found

    def _is_sound(self, path: str, seen: Signature) -> bool:
        known = self._sound.get((path, seen))
        if known is None:
            if len(self._sound) >= REMEMBERED_FILES:
                self._sound.clear()
            known = self._sound[path, seen] = _matches_its_checksum(path)
        return known


def signature(path: str) -> Signature:
    """Raises IndexNotReady where the file is gone."""
    try:
        found = os.stat(path)  # noqa: PTH116 - half the time, for every query.
    except OSError as error:
        raise IndexNotReady(str(error)) from error
    return found.st_size, found.st_mtime_ns, found.st_ino


def is_untouched(files: Files) -> bool:
    """Whether the files are still those that were looked at: a file cut short must not be read any more,
    since reading beyond its end would kill the process.
    """
    try:
        return all(signature(path) == seen for path, seen in files.items())
    except IndexNotReady:
        return False


def _meta(folder: Path) -> dict[str, Any]:
    try:
        meta = json.loads((folder / META).read_bytes())
        fits = not is_current(folder.name) or meta["schema"] == _our_fields()
    except (OSError, ValueError, LookupError, TypeError) as error:
        raise IndexNotReady(f"{folder.name}: {error!r}") from error
    if not fits:
        raise IndexNotReady(f"{folder.name} has other fields than we wrote")
    return dict(meta)


@lru_cache(maxsize=1)
def _our_fields() -> Any:
    """The fields as tantivy writes them down."""
    with tempfile.TemporaryDirectory() as folder:
        tantivy.Index(schema(), path=folder)
        return json.loads((Path(folder) / META).read_bytes())["schema"]


def _paths(folder: Path, meta: dict[str, Any]) -> Iterator[str]:
    try:
        for segment in meta["segments"]:
            beginning = str(folder / segment["segment_id"].replace("-", ""))
            yield from (f"{beginning}.{component}" for component in COMPONENTS)
            if segment["deletes"]:
                yield f"{beginning}.{segment['deletes']['opstamp']}.del"
    except (LookupError, TypeError, AttributeError) as error:
        raise IndexNotReady(f"{folder.name}: {error!r}") from error


def _matches_its_checksum(path: str) -> bool:
    try:
        with Path(path).open("rb") as file:
            length, expected = _footer(file)
            file.seek(0)
            return _crc(file, length) == expected
    except (OSError, ValueError, LookupError, TypeError):
        return False


def _footer(file: BinaryIO) -> tuple[int, int]:
    """Length of what is checked, and its checksum. Raises ValueError or LookupError for anything else."""
    end = file.seek(-TRAILER.size, os.SEEK_END)
    length, magic = TRAILER.unpack(file.read(TRAILER.size))
    if magic != MAGIC or length > end:
        raise ValueError("no footer")
    file.seek(end - length)
    return end - length, json.loads(file.read(length))["crc"]


def _crc(file: BinaryIO, length: int) -> int:
    crc = 0
    while length > 0 and (chunk := file.read(min(READ_BYTES, length))):
        crc = zlib.crc32(chunk, crc)
        length -= len(chunk)
    return crc
