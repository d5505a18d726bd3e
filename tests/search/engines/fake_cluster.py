"""A small HTTP server that behaves like a cluster in trouble."""

import json
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

EMPTY = {
    "timed_out": False,
    "_shards": {"total": 2, "successful": 2, "failed": 0},
    "hits": {"total": {"value": 0}, "hits": []},
    "aggregations": {"type": {"buckets": []}, "facet": {"buckets": []}, "known": {"buckets": {}}},
}
HALF = {**EMPTY, "_shards": {"total": 2, "successful": 1, "failed": 1}}
ERROR = {"error": {"type": "some_exception", "reason": "…"}, "status": 500}
ANSWERS: dict[str, tuple[int, bytes]] = {
    "empty": (200, json.dumps(EMPTY).encode()),
    "half the shards": (200, json.dumps(HALF).encode()),
    "too many requests": (429, json.dumps({**ERROR, "status": 429}).encode()),
    "error": (500, json.dumps(ERROR).encode()),
    "not available": (503, b"<html>upstream is down</html>"),
    "no index": (404, json.dumps({"error": {"type": "index_not_found_exception"}, "status": 404}).encode()),
    "wrong mapping": (400, json.dumps({"error": {"type": "search_phase_execution_exception"}}).encode()),
    "not allowed": (403, json.dumps(ERROR).encode()),
    "garbage": (200, b"\xff\xfe{{{ not JSON"),
    "another shape": (200, b'{"hits": 7, "_shards": [], "timed_out": false}'),
    "a list": (200, b"[1, 2]"),
    "old version": (200, b'{"nodes": {"a": {"version": "7.17.9"}, "b": {"version": "8.19.3"}}}'),
}
# Neither of these is an answer.
SILENCES = ("hanging", "closing")


class FakeCluster:
    """`trouble` is a key of ANSWERS or one of SILENCES; `asked` what has been asked, with the headers."""

    def __init__(self, address: str) -> None:
        self.address = address
        self.trouble = "empty"
        self.asked: list[tuple[str, dict[str, str]]] = []
        self.released = threading.Event()


@contextmanager
def fake_cluster() -> Iterator[FakeCluster]:
    class Handler(BaseHTTPRequestHandler):
        def answer(self) -> None:
            cluster.asked.append(
                (f"{self.command} {self.path}", {k.lower(): v for k, v in self.headers.items()})
            )
            self.rfile.read(int(self.headers.get("Content-Length", 0)))
            if cluster.trouble == "hanging":
                cluster.released.wait(60)
            if cluster.trouble in SILENCES:
                self.close_connection = True
                return
            status, body = ANSWERS[cluster.trouble]
            self.send_response(status)
            self.send_header("X-Elastic-Product", "Elasticsearch")
            self.send_header("Content-Type", "application/json")
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        do_GET = do_POST = do_PUT = do_HEAD = do_DELETE = answer

        def log_message(self, *arguments: Any) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    cluster = FakeCluster(f"http://127.0.0.1:{server.server_port}")
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield cluster
    finally:
        cluster.released.set()
        server.shutdown()
        server.server_close()
