"""One reader per format."""

from ..records import Reader
from . import dldb, ozg

READERS: dict[str, Reader] = {"dldb": dldb.read, "ozg": ozg.read}
