"""The filters beside the results: what can be chosen, how much there is of it, what was chosen."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.utils.safestring import SafeString

from search.checkboxes import Option, checkbox_items
from search.choice import Choice
from search.domain.results import FacetCount
from search.facets import TYPE, all_facets
from search.registries import Facet

OPTIONS_LIMIT = 10  # The most frequent ones; what was chosen is there in any case.


@dataclass(frozen=True)
class FilterGroup:
    """The options of one facet, as the component filter_group takes them."""

    title: str
    options: SafeString
    open: bool


@dataclass(frozen=True)
class ChosenFilter:
    """Something that was chosen, and the address without it."""

    label: str
    url: str


Counts = Mapping[str, Sequence[FacetCount]]


@dataclass(frozen=True)
class Filters:
    groups: list[FilterGroup]
    chosen: list[ChosenFilter]


def filters_for(counts: Counts, total: int, choice: Choice, language: str) -> Filters:
    """Groups that narrow `total` results or do so already; unknown values can only be taken away."""
    groups, chosen = [], []
    for facet in all_facets():
        selected = choice.filters.get(facet.name, ())
        numbers = {count.value: count.count for count in counts.get(facet.name, ())}
        if not numbers and not selected:
            continue
        labels = facet.labels([*numbers, *(each for each in selected if each not in numbers)], language)
        chosen += [
            ChosenFilter(labels.get(value, value), choice.without(facet.name, value).address())
            for value in selected
        ]
        options = _options(labels, numbers, selected)
        if selected or any(option.count < total for option in options):
            items = checkbox_items(facet.parameter, options)
            groups.append(FilterGroup(str(facet.label), items, _is_open(facet, selected)))
    return Filters(groups, chosen)


def _is_open(facet: Facet, selected: Sequence[str]) -> bool:
    return facet is TYPE or bool(selected)


def _options(labels: Mapping[str, str], numbers: Mapping[str, int], selected: Sequence[str]) -> list[Option]:
    """In the order of `labels`; of too many the most frequent."""
    frequent = sorted(numbers, key=lambda value: -numbers[value])[:OPTIONS_LIMIT]
    shown = {*frequent, *selected}
    return [
        Option(value, label, numbers.get(value, 0), value in selected)
        for value, label in labels.items()
        if value in shown
    ]
