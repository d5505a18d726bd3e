"""Long files under a key, block by block: memory holds one block, and no disk the clear text."""

import io
from collections.abc import Iterator
from hashlib import sha512
from typing import IO, Any

from .ciphers import Box, Unreadable

BLOCK_BYTES = 1024 * 1024
LENGTH_BYTES = 4


class SealingWriter(io.RawIOBase):
    """Takes clear text, writes sealed blocks to `target`. Each is bound to its place, the last says so:
    none can be changed, moved or left out. `close` writes the end; `size` and `sha512` are of the clear text.
    """

    def __init__(self, target: IO[bytes], box: Box) -> None:
        super().__init__()
        self._target, self._box = target, box
        self._waiting, self._blocks, self._digest = bytearray(), 0, sha512()
        self.size = 0

    def writable(self) -> bool:
        return True

    def write(self, content: Any) -> int:
        content = bytes(content)
        self._digest.update(content)
        self.size += len(content)
        self._waiting += content
        while len(self._waiting) >= BLOCK_BYTES:
            self._put(bytes(self._waiting[:BLOCK_BYTES]))
            del self._waiting[:BLOCK_BYTES]
        return len(content)

    def finish(self) -> None:
        """Without this, the file cannot be opened: it was cut short."""
        self._put(bytes(self._waiting), last=True)
        self._waiting.clear()

    @property
    def sha512(self) -> str:
        return self._digest.hexdigest()

    def _put(self, content: bytes, *, last: bool = False) -> None:
        sealed = self._box.close(_place(self._blocks, last=last), content)
        self._target.write(len(sealed).to_bytes(LENGTH_BYTES) + sealed)
        self._blocks += 1


def opened_blocks(source: IO[bytes], box: Box) -> Iterator[bytes]:
    """The clear text. Raises Unreadable, also where the end is missing."""
    length, number = source.read(LENGTH_BYTES), 0
    while length:
        sealed = source.read(int.from_bytes(length))
        length = source.read(LENGTH_BYTES)
        yield box.open(_place(number, last=not length), sealed)
        number += 1
    if not number:
        raise Unreadable("the file is empty")


class OpeningReader(io.RawIOBase):
    """The clear text as a file to read from."""

    def __init__(self, source: IO[bytes], box: Box) -> None:
        super().__init__()
        self._source, self._blocks, self._rest = source, opened_blocks(source, box), b""

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        while not self._rest:
            block = next(self._blocks, None)
            if block is None:
                return 0
            self._rest = block
        given, self._rest = self._rest[: len(buffer)], self._rest[len(buffer) :]
        buffer[: len(given)] = given
        return len(given)

    def close(self) -> None:
        self._source.close()
        super().close()


def _place(number: int, *, last: bool) -> str:
    return f"block {number}{', the last' if last else ''}"
