"""A ClamAV daemon for the tests: it speaks clamd's protocol over a real socket and knows one virus."""

import socketserver
import struct
import threading
from collections.abc import Iterator

import pytest
from pytest_django import Settings

# The standard test string for virus scanners (EICAR), split so that no scanner takes this file for it.
EICAR = b"X5O!P%@AP[4\\PZX54(P^)7CC)7}$" + b"EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*"


class Daemon(socketserver.StreamRequestHandler):
    """PING and INSTREAM as `man clamd` describes them."""

    def handle(self) -> None:
        command = b""
        while not command.endswith(b"\0"):
            command += self.rfile.read(1)
        self.wfile.write({b"zPING\0": lambda: b"PONG\0", b"zINSTREAM\0": self.scan}[command]())

    def scan(self) -> bytes:
        content = b""
        while size := struct.unpack("!L", self.rfile.read(4))[0]:
            content += self.rfile.read(size)
        self.server.received.append(content)
        return b"stream: Eicar-Signature FOUND\0" if EICAR in content else b"stream: OK\0"


class Server(socketserver.ThreadingTCPServer):
    daemon_threads = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Daemon)
        self.received: list[bytes] = []


@pytest.fixture
def scanner(settings: Settings) -> Iterator[Server]:
    with Server() as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        settings.CLAMAV = f"tcp://127.0.0.1:{server.server_address[1]}"
        yield server
        server.shutdown()


@pytest.fixture
def silent_scanner(settings: Settings) -> None:
    """A port on which nobody listens."""
    with Server() as server:
        port = server.server_address[1]
    settings.CLAMAV = f"tcp://127.0.0.1:{port}"
