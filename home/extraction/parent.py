"""Starts the reading of one file and takes what came of it."""

import json
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import BinaryIO

from home.extraction.limits import CHARACTERS_LIMIT, OUTPUT_BYTES, PAGES_LIMIT, WALL_SECONDS
from home.extraction.office import PARTS

EXTENSIONS = frozenset({"pdf", *PARTS})
PROBLEM_CHARACTERS = 300
SITE = Path(__file__).resolve().parents[2]
# Without the environment, its secrets and the current folder.
BOOT = (
    "import sys; sys.path.insert(0, sys.argv[1]); from home.extraction.child import main; main(sys.argv[2:])"
)

Pages = list[tuple[int, str]]


class Unreadable(Exception):
    """The file is damaged, too large, or reading it took too much; the message says which."""


def read_pages(file: BinaryIO, extension: str) -> Pages:
    """Number (0 where there are none) and text of each page. Raises Unreadable."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "file"
        with path.open("wb") as copy:
            while chunk := file.read(1024 * 1024):
                copy.write(chunk)
        return _read(path, Path(folder), extension)


def _read(path: Path, folder: Path, extension: str) -> Pages:
    said, complained = folder / "said", folder / "complained"
    command = [sys.executable, "-I", "-c", BOOT, str(SITE), str(path), extension]
    with said.open("wb") as out, complained.open("wb") as err:
        try:
            ended = subprocess.run(  # noqa: S603 - our own program; the file's name is ours, too.
                command,
                stdout=out,
                stderr=err,
                stdin=subprocess.DEVNULL,
                env={},
                cwd=folder,
                timeout=WALL_SECONDS,
            )
        except subprocess.TimeoutExpired:
            raise Unreadable("reading took too long") from None
    if ended.returncode != 0:
        raise Unreadable(_reason(ended.returncode, complained))
    return _pages(said)


def _reason(code: int, complained: Path) -> str:
    if code < 0:
        return f"reading took too much and was ended by signal {-code}"
    lines = complained.read_text(errors="replace").strip().splitlines()
    return (lines[-1] if lines else "reading failed")[:PROBLEM_CHARACTERS]


def _pages(said: Path) -> Pages:
    """The child is not believed either: a hostile file may have taken it over."""
    pages: Pages = []
    left = CHARACTERS_LIMIT
    try:
        for line in said.read_bytes()[:OUTPUT_BYTES].splitlines()[:PAGES_LIMIT]:
            number, text = json.loads(line)
            pages.append((int(number), str(text)[:left].replace("\0", "")))
            left -= len(pages[-1][1])
    except (ValueError, TypeError) as error:
        raise Unreadable("reading gave something else than text") from error
    return pages
