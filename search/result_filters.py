"""The filters beside the results: what can be chosen, how much there is of it, what was chosen."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.utils.safestring import SafeString

from search.checkboxes import checkbox_attributes
from search.choice import Choice
from search.domain.results import FacetCount
from search.facets import TYPE, all_facets
from search.registries import Facet

OPTIONS_LIMIT = 10  # The most frequent ones; what was chosen is there in any case.


@dataclass(frozen=True)
class FilterOption:
    """One value of a facet for the component filter_group; `count` is text: a number would be localized."""

    label: str
    count: str
    attributes: SafeString


@dataclass(frozen=True)
class FilterGroup:
    """The options of one facet."""

    title: str
    options: list[FilterOption]
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
        options = _options(facet, labels, numbers, selected)
        if selected or any(int(option.count) < total for option in options):
            groups.append(FilterGroup(str(facet.label), options, _is_open(facet, selected)))
    return Filters(groups, chosen)


def _is_open(facet: Facet, selected: Sequence[str]) -> bool:
    return facet is TYPE or bool(selected)


def _options(
    facet: Facet, labels: Mapping[str, str], numbers: Mapping[str, int], selected: Sequence[str]
) -> list[FilterOption]:
    """In the order of `labels`; of too many the most frequent."""
    frequent = sorted(numbers, key=lambda value: -numbers[value])[:OPTIONS_LIMIT]
    shown = {*frequent, *selected}
    return [
        FilterOption(
            label,
            str(numbers.get(value, 0)),
            checkbox_attributes(facet.parameter, value, value in selected),
        )
        for value, label in labels.items()
        if value in shown
    ]
