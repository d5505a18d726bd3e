"""Reads the environment once: typed values, every problem named in one message."""

import contextlib
import os
import secrets
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from .variables import VARIABLES, InvalidSettings

SECRET_KEY_LENGTH = 50


class Environment:
    """Values of all `VARIABLES`. Raises InvalidSettings with every problem found."""

    def __init__(self, environ: Mapping[str, str] | None = None) -> None:
        environ = os.environ if environ is None else environ
        self.values: dict[str, Any] = {}
        self.problems: list[str] = []
        for name, variable in VARIABLES.items():
            raw = environ.get(name, "")
            try:
                self.values[name] = variable.parse(raw) if raw != "" else variable.default
            except ValueError as error:
                self.values[name] = variable.default
                shown = "…" if name == "DELIVERY_SECRETS" else repr(raw)
                self.problems.append(f"{name}={shown}: {error}. {variable.help}")
        if self.production:
            self._check_production()
        if self.problems:
            raise InvalidSettings(
                "The site cannot start with these settings:\n- " + "\n- ".join(self.problems)
            )

    def __getitem__(self, name: str) -> Any:
        return self.values[name]

    @property
    def production(self) -> bool:
        return self.values["CITY_ENV"] == "production"

    def _check_production(self) -> None:
        for name, variable in VARIABLES.items():
            if variable.required_in_production and self.values[name] in (None, "", []):
                example = f" Example: {variable.example}" if variable.example else ""
                self.problems.append(f"{name} is missing. {variable.help}{example}")
        if "*" in self.values["ALLOWED_HOSTS"]:
            self.problems.append("ALLOWED_HOSTS=* would answer to any name. List the site's names.")
        if _is_weak(self.values["SECRET_KEY"]):
            self.problems.append("SECRET_KEY is a development key or too short: use 50 random characters.")
        if any(map(_is_weak, self.values["SECRET_KEY_FALLBACKS"])):
            self.problems.append("SECRET_KEY_FALLBACKS holds a development key or one that is too short.")
        if not self.values["SEARCH_VERIFY_TLS"]:
            self.problems.append("SEARCH_VERIFY_TLS=off would give the password to anybody in between.")
        if not self.values["RATE_LIMITS"]:
            self.problems.append("RATE_LIMITS=off is for tests: public forms would be open to abuse.")


def _is_weak(key: str) -> bool:
    return 0 < len(key) < SECRET_KEY_LENGTH or key.startswith("generated-")


def generated_key(file: Path) -> str:
    """The key kept in `file`; made on first use, readable by the owner only."""
    if not file.exists():
        file.parent.mkdir(parents=True, exist_ok=True)
        partial = file.with_suffix(f".{os.getpid()}")
        partial.touch(mode=0o600)
        partial.write_text("generated-" + secrets.token_urlsafe(60))
        with contextlib.suppress(FileExistsError):
            os.link(partial, file)  # Atomic: of two processes that start together, one wins.
        partial.unlink()
    return file.read_text().strip()
