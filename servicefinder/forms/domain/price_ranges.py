"""What a form can cost, before anybody fills it in: its fee table, tried with all answers that count."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from decimal import ROUND_FLOOR, Decimal
from itertools import pairwise, product
from math import prod
from typing import Any

from ..registries import field_kinds
from .definitions import FieldDef, FormDef, StepDef
from .expressions import fields_of, numbers_in
from .versions import PerVersion, form_of_version
from .walking import CALCULATED, Walk

TRIED_LIMIT = 2_000
CENT_PLACES = 2


@dataclass(frozen=True)
class PriceRange:
    """Totals in cents that can come out, in order; `for_what` where the fee table has only one row.

    The least and the most are among them; `is_whole` says that no other one lies between.
    """

    totals: tuple[int, ...]
    for_what: str = ""
    is_whole: bool = True

    @property
    def least(self) -> int:
        return self.totals[0]

    @property
    def most(self) -> int:
        return self.totals[-1]


def price_range(form: FormDef) -> PriceRange | None:
    """None where it cannot be said before: an amount without a limit, or too many answers that count."""
    deciding = _deciding(form)
    short = _only(form, deciding)
    asked = [field for field in short.fields() if field.kind != CALCULATED]
    landmarks = sorted({number for tree in _trees(short) for number in numbers_in(tree)})
    samples = [_samples(field, landmarks) for field in asked]
    if not all(samples) or prod(map(len, samples)) > TRIED_LIMIT:
        return None
    names = [field.name for field in asked]
    totals = set(_totals(short, (dict(zip(names, each, strict=True)) for each in product(*samples))))
    for_what = form.prices[0].label if len(form.prices) == 1 else ""
    multiplied = _multiplied(short)
    is_whole = not any(
        field.name in multiplied and _has_between(field, each, landmarks)
        for field, each in zip(asked, samples, strict=True)
    )
    return PriceRange(tuple(sorted(totals)), for_what, is_whole) if totals else None


def _totals(form: FormDef, answers: Iterable[dict[str, Any]]) -> Iterator[int]:
    """Where the matter ends at a stop, nothing is to be paid, nor can anything be sent."""
    for each in answers:
        walk = Walk(form, each)
        if not any(walk.stop(step) for step in walk.steps):
            yield sum(price.cents for price in walk.prices("de"))


def _samples(field: FieldDef, landmarks: list[Decimal]) -> list[Any]:
    kind = field_kinds.get(field.kind)
    return kind.samples(field, landmarks) if kind else []


def _multiplied(form: FormDef) -> set[str]:
    """Fields of which an amount is made, also by way of a calculation; of others only limits count."""
    known = {name for price in form.prices for name in fields_of(price.times)}
    for field in reversed(list(form.fields())):
        if field.name in known:
            known.update(fields_of(field.options.get("expression")))
    return known


def _has_between(field: FieldDef, samples: list[Any], landmarks: list[Decimal]) -> bool:
    """Whether there are answers between those that were tried: numbers are tried at their limits."""
    kind = field_kinds.get(field.kind)
    values = sorted(value for each in samples if kind and isinstance(value := kind.value(each), Decimal))
    if kind is None or not values:
        return False
    places = kind.option(field, "places") if "places" in kind.options else CENT_PLACES
    step = Decimal(1).scaleb(-int(places))
    middles = [((one + other) / 2).quantize(step, ROUND_FLOOR) for one, other in pairwise(values)]
    return len(kind.samples(field, [*landmarks, *middles])) > len(samples)


def _deciding(form: FormDef) -> set[str]:
    """Fields that prices look at, and those that decide whether these are asked."""
    known = {
        name for price in form.prices for tree in (price.condition, price.times) for name in fields_of(tree)
    }
    while True:
        more = {
            name
            for step in form.steps
            for field in step.fields
            if field.name in known
            for name in _above(step, field)
        }
        if more <= known:
            return known
        known |= more


def _above(step: StepDef, field: FieldDef) -> Iterator[str]:
    yield from fields_of(step.condition)
    yield from fields_of(field.condition)
    yield from fields_of(field.options.get("expression"))


def _only(form: FormDef, names: set[str]) -> FormDef:
    """The form without what makes no difference; a stop counts where it looks at nothing else."""
    steps = []
    for step in form.steps:
        fields = tuple(field for field in step.fields if field.name in names)
        stops = tuple(stop for stop in step.stops if set(fields_of(stop.condition)) <= names)
        if (fields or stops) and set(fields_of(step.condition)) <= names:
            steps.append(replace(step, fields=fields, stops=stops))
    return replace(form, steps=tuple(steps))


def _trees(form: FormDef) -> Iterator[Any]:
    for step in form.steps:
        yield step.condition
        yield from (field.condition for field in step.fields)
        yield from (field.options.get("expression") for field in step.fields)
        yield from (stop.condition for stop in step.stops)
    for price in form.prices:
        yield price.condition


# Shown on the first page of every form.
price_range_of = PerVersion(lambda version: price_range(form_of_version(version)))
