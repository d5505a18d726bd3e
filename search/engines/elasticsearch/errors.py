"""What can go wrong with a cluster, in the words of the engine seam."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from elastic_transport import ObjectApiResponse, TransportError
from elasticsearch import ApiError, NotFoundError, UnsupportedProductError
from elasticsearch.helpers import BulkIndexError

from search.engines.base import EngineUnavailable, IndexNotReady, QuestionRefused

# It understood, and refuses what was asked: asking less often would not help.
REFUSED = {400, 405, 409, 413, 414}


@contextmanager
def translated() -> Iterator[None]:
    """Raises IndexNotReady where the index is not there, QuestionRefused for what the cluster does not take,
    EngineUnavailable for everything else.
    """
    try:
        yield
    except NotFoundError as error:
        raise IndexNotReady(f"Elasticsearch: {error.error}") from error
    except UnsupportedProductError as error:
        raise EngineUnavailable("what answers is not Elasticsearch") from error
    except ApiError as error:
        kind = QuestionRefused if error.status_code in REFUSED else EngineUnavailable
        raise kind(f"Elasticsearch answers {error.status_code} {error.error}") from error
    except TransportError as error:
        raise EngineUnavailable(f"Elasticsearch does not answer: {type(error).__name__}") from error
    except BulkIndexError as error:
        raise EngineUnavailable(f"Elasticsearch refuses documents: {error.args[0]}") from error
    except (LookupError, TypeError, AttributeError) as error:
        raise EngineUnavailable(f"Elasticsearch answers with something else: {error!r}") from error


def check_whole(answer: ObjectApiResponse[Any], *, partial_results: bool) -> None:
    """Raises EngineUnavailable where shards are missing in the answer, unless that is allowed.

    Half of the services without a word about it would be worse than the limited search, which says so.
    """
    failed = answer["_shards"]["failed"] or answer["timed_out"]
    if failed and not partial_results:
        raise EngineUnavailable(f"Elasticsearch answers in part: {answer['_shards']}")
