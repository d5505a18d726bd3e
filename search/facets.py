"""By what results can be narrowed: their kind, what rooms register, and their department."""

from collections.abc import Iterable, Mapping

from django.utils.translation import gettext_lazy

from search.domain.entries import DEPARTMENT_FACET, TYPE_FACET
from search.registries import Facet, facets, result_types


def _type_labels(values: Iterable[str], language: str) -> Mapping[str, str]:
    return {name: result_types.plural(name) for name in result_types.in_order(values)}


def _same(values: Iterable[str], language: str) -> Mapping[str, str]:
    return {value: value for value in values}


TYPE = Facet(TYPE_FACET, "type", gettext_lazy("Art"), _type_labels)
DEPARTMENT = Facet(DEPARTMENT_FACET, "amt", gettext_lazy("Amt"), _same)


def all_facets() -> list[Facet]:
    """In the order in which they are offered."""
    return [TYPE, *facets, DEPARTMENT]
