"""What a city's site has besides services: pools, Wi-Fi, a tree on the road. For pages and facilities."""

from collections.abc import Iterable, Iterator
from functools import lru_cache

from search.analysis import analyse
from search.vocabulary.files import FOLDER, Line, read

TITLES, OBJECTS = "titles", "objects"


def topics_named(names: Iterable[str]) -> list[str]:
    """Keys of the topics of which a typical title stands in one of `names`, in the order of the file."""
    stems = [frozenset(analyse(name, "de")) for name in names]
    return [key for key, titles in _titles() if any(title <= given for title in titles for given in stems)]


def topic_term_lines() -> Iterator[Line]:
    """What topics are called, in all languages; `terms` and `name` are German."""
    return (line for line in _lines() if line.kind not in (TITLES, OBJECTS))


def topic_object_lines() -> Iterator[Line]:
    """LeiKa objects that belong to a topic."""
    return (line for line in _lines() if line.kind == OBJECTS)


def _lines() -> tuple[Line, ...]:
    return read(FOLDER / "topics.tsv")


@lru_cache(maxsize=1)
def _titles() -> list[tuple[str, list[frozenset[str]]]]:
    lines = (line for line in _lines() if line.kind == TITLES)
    return [(line.key, [frozenset(analyse(title, "de")) for title in line.terms]) for line in lines]
