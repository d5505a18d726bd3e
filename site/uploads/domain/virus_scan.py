"""Asks ClamAV's daemon about a file (protocol: `man clamd`, INSTREAM)."""

import socket
import struct
from collections.abc import Iterator
from contextlib import contextmanager
from typing import BinaryIO
from urllib.parse import urlsplit

from django.conf import settings

from uploads.domain.refusal import UploadRefused

CHUNK_BYTES = 64 * 1024
TIMEOUT_SECONDS = 30.0
END_OF_STREAM = struct.pack("!L", 0)


class ScannerUnavailable(UploadRefused):
    """ClamAV is configured and does not answer. Files are not taken unscanned."""

    def __init__(self) -> None:
        message = "Dateien können gerade nicht geprüft werden. Bitte versuchen Sie es später noch einmal."
        super().__init__(message, code="scanner")


def scan(file: BinaryIO) -> None:
    """Raises UploadRefused when ClamAV finds something; does nothing without `settings.CLAMAV`."""
    if not settings.CLAMAV:
        return
    answer = _ask(file)
    if answer.endswith(b" FOUND"):
        raise UploadRefused("In der Datei wurde ein Schadprogramm gefunden.", code="virus")
    if not answer.endswith(b" OK"):
        raise ScannerUnavailable


def scanner_answers() -> bool:
    """Whether the daemon at `settings.CLAMAV` is alive."""
    try:
        with _connection() as connection:
            connection.sendall(b"zPING\0")
            return _answer(connection) == b"PONG"
    except OSError:
        return False


def _ask(file: BinaryIO) -> bytes:
    file.seek(0)
    try:
        with _connection() as connection:
            connection.sendall(b"zINSTREAM\0")
            while chunk := file.read(CHUNK_BYTES):
                connection.sendall(struct.pack("!L", len(chunk)) + chunk)
            connection.sendall(END_OF_STREAM)
            return _answer(connection)
    except OSError as error:
        raise ScannerUnavailable from error
    finally:
        file.seek(0)


@contextmanager
def _connection() -> Iterator[socket.socket]:
    address = urlsplit(settings.CLAMAV)
    family = socket.AF_UNIX if address.scheme == "unix" else socket.AF_INET
    target = address.path if address.scheme == "unix" else (address.hostname, address.port or 3310)
    with socket.socket(family, socket.SOCK_STREAM) as connection:
        connection.settimeout(TIMEOUT_SECONDS)
        connection.connect(target)
        yield connection


def _answer(connection: socket.socket) -> bytes:
    received = b""
    while not received.endswith(b"\0") and (part := connection.recv(4096)):
        received += part
    return received.rstrip(b"\0\n")
