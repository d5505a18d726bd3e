"""Collects static files only when they have changed: compressing them takes longer than a start may."""

import hashlib
from pathlib import Path

from django.conf import settings
from django.contrib.staticfiles.finders import get_finders
from django.core.management import call_command


def digest() -> str:
    """Changes whenever a static file of ours or of an installed package does."""
    sha = hashlib.sha256()
    for finder in get_finders():
        for name, storage in finder.list(ignore_patterns=[]):
            stat = Path(storage.path(name)).stat()
            sha.update(f"{name}\0{stat.st_size}\0{stat.st_mtime_ns}\n".encode())
    return sha.hexdigest()


def collect_static_files() -> str | None:
    stamp = Path(settings.STATIC_ROOT).with_name("static.digest")
    current = digest()
    if stamp.exists() and stamp.read_text() == current:
        return "unchanged"
    stamp.unlink(missing_ok=True)
    call_command("collectstatic", interactive=False, verbosity=0)
    stamp.write_text(current)
    return None
