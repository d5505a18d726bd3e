"""One gunicorn worker whose CPU time and memory can be read from the outside (Linux)."""

import http.client
import os
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TextIO

BASE_DIR = Path(__file__).resolve().parents[2]
START_SECONDS = 60


@dataclass
class Served:
    """A running server with exactly one worker process."""

    port: int
    worker: int

    def get(self, path: str) -> tuple[int, bytes]:
        answer, body = self.ask("GET", path)
        return answer.status, body

    def ask(
        self, method: str, path: str, body: str | None = None, headers: Mapping[str, str] | None = None
    ) -> tuple[http.client.HTTPResponse, bytes]:
        """One request on a connection of its own: the answer (status, headers) and its body."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=60)
        try:
            connection.request(method, path, body, {"Host": "127.0.0.1", **(headers or {})})
            response = connection.getresponse()
            return response, response.read()
        finally:
            connection.close()

    def cpu_seconds(self) -> float:
        """Time that the worker's threads have had a processor so far, as the scheduler counts it (1 ns)."""
        threads = Path(f"/proc/{self.worker}/task").glob("*/schedstat")
        return sum(int(each.read_text().split()[0]) for each in threads) / 1_000_000_000

    def cpu_milliseconds_per_request(self, path: str, requests: int) -> float:
        """Mean over `requests` answers of 200. Raises RuntimeError for any other answer."""

        def ask_once() -> None:
            status, _ = self.get(path)
            if status != 200:
                raise RuntimeError(f"{path} answered {status}")

        return self.cpu_milliseconds(ask_once, requests)

    def cpu_milliseconds(self, once: Callable[[], object], times: int) -> float:
        """Mean CPU milliseconds of the worker for whatever `once` asks of it."""
        before = self.cpu_seconds()
        for _ in range(times):
            once()
        return (self.cpu_seconds() - before) / times * 1000

    def pss_megabytes(self) -> float:
        """Proportional set size: memory of the worker, shared pages counted in part."""
        rollup = Path(f"/proc/{self.worker}/smaps_rollup").read_text()
        return next(int(line.split()[1]) for line in rollup.splitlines() if line.startswith("Pss:")) / 1024


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@contextmanager
def serve(
    application: str, environment: Mapping[str, str], log: TextIO | None = None, config: str = ""
) -> Iterator[Served]:
    """Serve a WSGI application as in production, with one worker. Ends by process id.

    `config` is a file of gunicorn's settings; what is named here wins.
    """
    port = free_port()
    command = [
        *(sys.executable, "-m", "gunicorn", application, "--bind", f"127.0.0.1:{port}", "--workers", "1"),
        *(("--config", config) if config else ()),
        *("--worker-class", "gthread", "--threads", "4", "--preload", "--keep-alive", "5"),
        *("--log-level", "warning", "--timeout", "120", "--pythonpath", "site,."),
    ]
    path = os.pathsep.join((str(BASE_DIR / "site"), str(BASE_DIR)))
    with subprocess.Popen(
        command, cwd=BASE_DIR, env=os.environ | dict(environment) | {"PYTHONPATH": path}, stderr=log
    ) as master:
        try:
            yield Served(port, _worker_of(master.pid, port))
        finally:
            master.terminate()
            master.wait(30)


def _worker_of(master: int, port: int) -> int:
    deadline = time.monotonic() + START_SECONDS
    children = Path(f"/proc/{master}/task/{master}/children")
    while time.monotonic() < deadline:
        workers = children.read_text().split() if children.exists() else []
        with socket.socket() as probe:
            if workers and probe.connect_ex(("127.0.0.1", port)) == 0:
                return int(workers[0])
        time.sleep(0.2)
    raise RuntimeError("the server did not start")
