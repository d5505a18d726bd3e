"""What can go wrong with a cluster, in the words of the engine seam."""

from collections.abc import Iterator
from contextlib import contextmanager

from elastic_transport import TransportError
from elasticsearch import ApiError, NotFoundError
from elasticsearch.helpers import BulkIndexError

from search.engines.base import EngineUnavailable, IndexNotReady


@contextmanager
def translated() -> Iterator[None]:
    """Raises IndexNotReady where the index is not there, EngineUnavailable for everything else."""
    try:
        yield
    except NotFoundError as error:
        raise IndexNotReady(f"Elasticsearch: {error.error}") from error
    except ApiError as error:
        raise EngineUnavailable(f"Elasticsearch answers {error.status_code} {error.error}") from error
    except TransportError as error:
        raise EngineUnavailable(f"Elasticsearch does not answer: {type(error).__name__}") from error
    except BulkIndexError as error:
        raise EngineUnavailable(f"Elasticsearch refuses documents: {error.args[0]}") from error
