"""What runs in the process of its own: `child.main([path, extension])` writes a line of JSON per page."""

import json
import sys
from collections.abc import Iterator
from pathlib import Path

from home.extraction.limits import CHARACTERS_LIMIT, confine
from home.extraction.office import PARTS, office_lines
from home.extraction.pdf import pdf_pages

NO_PAGE = 0


def main(arguments: list[str]) -> None:
    confine()
    path, extension = arguments
    left = CHARACTERS_LIMIT
    for number, text in _pages(Path(path), extension):
        cut = text[:left]
        sys.stdout.write(json.dumps([number, cut]) + "\n")
        left -= len(cut)
        if left <= 0:
            return


def _pages(path: Path, extension: str) -> Iterator[tuple[int, str]]:
    if extension in PARTS:
        yield NO_PAGE, "\n".join(_up_to_the_limit(office_lines(path, extension)))
    else:
        yield from pdf_pages(path)


def _up_to_the_limit(lines: Iterator[str]) -> Iterator[str]:
    left = CHARACTERS_LIMIT
    for line in lines:
        yield line
        left -= len(line) + 1
        if left <= 0:
            return
