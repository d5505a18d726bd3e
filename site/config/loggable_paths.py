"""What of an address may be written to a log: nothing secret, nobody's mail, nothing that forges a line."""

import logging
import re
from collections.abc import Mapping
from typing import Any

from config.secret_places import MASK, SECRET_KWARGS, without_what_follows_secret_places

LIMIT_CHARACTERS = 500
SECRET_SHAPES = (
    # 16 or more characters of a URL-safe alphabet with a digit: `capabilities.domain.secrets`.
    re.compile(r"/(?=[^/]*\d)(?=[^/]*[A-Z_])[A-Za-z0-9_-]{16,}(?=/|$)"),
    # Access codes as people type them: small, with blanks, commas or long dashes.
    re.compile(r"/[^A-Za-z0-9/]*K[^A-Za-z0-9/]*1(?:[^A-Za-z0-9/]*[A-Za-z0-9]){16}[^/]*", re.IGNORECASE),
    # Django's tokens for a new password: seconds in base 36, then hexadecimal digits.
    re.compile(r"/[0-9a-z]{1,13}-[0-9a-f]{32,}(?=/|$)"),
    # E-mail addresses, written plainly or escaped.
    re.compile(r"/[^/]*(?:@|%40)[^/]*"),
)


def loggable_path(path: str, captured: Mapping[str, Any] | None = None) -> str:
    """`path` with secrets masked; `captured` are the arguments that its route took from it."""
    captured = captured or {}
    if known := SECRET_KWARGS & captured.keys():
        for name in known:
            path = path.replace(f"/{captured[name]}/", f"/{MASK}/")
    else:
        path = without_what_follows_secret_places(path)
    for shape in SECRET_SHAPES:
        path = shape.sub(f"/{MASK}", path)
    path = path[:LIMIT_CHARACTERS]
    return path if path.isprintable() else "".join(map(_escaped, path))


class LoggablePaths(logging.Filter):
    """Django's own lines about a request name its path: there, too, secrets are masked."""

    def filter(self, record: logging.LogRecord) -> bool:
        request = getattr(record, "request", None)
        if request is not None and isinstance(record.args, tuple):
            match = getattr(request, "resolver_match", None)
            masked = loggable_path(request.path, match.kwargs if match else None)
            record.args = tuple(masked if arg == request.path else arg for arg in record.args)
        return True


def _escaped(character: str) -> str:
    return character if character.isprintable() else character.encode("unicode_escape").decode()
