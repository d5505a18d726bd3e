"""What must hold before the site starts, each with a sentence that says what to do."""

import fcntl
import shutil
import socket
from pathlib import Path
from typing import IO

MINIMUM_FREE_BYTES = 200 * 1024 * 1024


class CannotStart(Exception):
    """The message is for the operator: what is wrong and what to do."""


def require_free_port(port: int) -> None:
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", port))
        except OSError:
            raise CannotStart(
                f"Port {port} on 127.0.0.1 is taken by another program. "
                f"End it, or choose another port: PORT={port + 1 if port < 65535 else 8000} make run"
            ) from None


def require_space(folder: Path) -> None:
    free = shutil.disk_usage(folder).free
    if free < MINIMUM_FREE_BYTES:
        raise CannotStart(
            f"Only {free // 1024**2} MB are free where {folder} lies; {MINIMUM_FREE_BYTES // 1024**2} MB are "
            "needed. Free some space, or set DATA_DIR to a folder on another disk."
        )


def require_writable(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
        probe = folder / ".writable"
        probe.write_text("")
        probe.unlink()
    except OSError as error:
        raise CannotStart(
            f"DATA_DIR {folder} cannot be written: {error.strerror}. Set DATA_DIR to another folder."
        ) from None


def lock(folder: Path, name: str) -> IO[str]:
    """An exclusive lock held as long as the returned file is open; the system frees it when we die."""
    handle = (folder / f"{name}.lock").open("w")
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        handle.close()
        raise CannotStart(
            f"Another start already works in {folder}. Wait for it, or end it with Ctrl-C."
        ) from None
    return handle
