"""tantivy reports everything as ValueError; here it becomes what the rest of the room understands."""

from collections.abc import Iterator
from contextlib import contextmanager

from search.engines.base import EngineBusy, IndexNotReady


@contextmanager
def translated(index: str) -> Iterator[None]:
    """Raises EngineBusy for a lock held by another writer, IndexNotReady for everything else."""
    try:
        yield
    except (ValueError, OSError) as error:
        if "LockBusy" in str(error):
            raise EngineBusy(f"{index}: another process writes") from error
        raise IndexNotReady(f"{index}: {error}") from error
    except BaseException as error:
        # A panic in Rust arrives as an exception outside `Exception`; a damaged file can cause it.
        if type(error).__name__ != "PanicException":
            raise
        raise IndexNotReady(f"{index}: {error}") from error
