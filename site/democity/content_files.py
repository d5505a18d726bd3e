"""The demo city's content as files: TOML beside pictures, below `content/`."""

import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).parent / "content"


def read(name: str) -> dict[str, Any]:
    """One file, `name` without ending. Raises tomllib.TOMLDecodeError with the line that is wrong."""
    with (FOLDER / f"{name}.toml").open("rb") as file:
        return tomllib.load(file)


def services() -> Iterator[dict[str, Any]]:
    """Each service description, by file name."""
    for file in sorted((FOLDER / "services").glob("*.toml")):
        yield read(f"services/{file.stem}")


def forms() -> Iterator[dict[str, Any]]:
    """Each ready-made form, by file name."""
    for file in sorted((FOLDER / "forms").glob("*.toml")):
        yield read(f"forms/{file.stem}")
