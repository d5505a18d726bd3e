"""What a form asks, given the answers so far: one place decides for page, summary, check and price."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from typing import Any

from servicefinder.cases.domain.contents import Price

from ..registries import Value, field_kinds
from .definitions import FieldDef, FormDef, StepDef, StopDef
from .expressions import evaluate, holds

CALCULATED = "calculated"


@dataclass(frozen=True)
class AskedStep:
    """A step whose condition holds, with the fields whose conditions hold."""

    step: StepDef
    fields: tuple[FieldDef, ...]
    number: int


class Walk:
    """`answers` are stored values by field name. Answers to what is no longer asked count for nothing."""

    def __init__(self, form: FormDef, answers: Mapping[str, Any]) -> None:
        self.form = form
        self.values: dict[str, Value] = {}
        self.answers: dict[str, Any] = {}
        self.steps: list[AskedStep] = []
        for step in form.steps:
            if not holds(step.condition, self.values):
                continue
            asked = tuple(self._asked(step, answers))
            self.steps.append(AskedStep(step, asked, len(self.steps) + 1))

    def _asked(self, step: StepDef, answers: Mapping[str, Any]) -> Iterator[FieldDef]:
        for field in step.fields:
            if not holds(field.condition, self.values):
                continue
            yield field
            kind = field_kinds.get(field.kind)
            if kind is None or not kind.has_answer:
                continue
            if field.kind == CALCULATED:
                result = evaluate(field.options["expression"], self.values)
                stored = str(result) if isinstance(result, Decimal) else None
            else:
                stored = answers.get(field.name)
            self.answers[field.name] = stored
            self.values[field.name] = kind.value(stored)

    def step(self, name: str) -> AskedStep | None:
        return next((each for each in self.steps if each.step.name == name), None)

    def after(self, step: AskedStep) -> AskedStep | None:
        return self.steps[step.number] if step.number < len(self.steps) else None

    def before(self, step: AskedStep) -> AskedStep | None:
        return self.steps[step.number - 2] if step.number > 1 else None

    def stop(self, step: AskedStep) -> StopDef | None:
        """The first reason why this person cannot go on after `step`."""
        return next((each for each in step.step.stops if holds(each.condition, self.values)), None)

    def prices(self, language: str) -> tuple[Price, ...]:
        """Rows of the fee table that hold; cents rounded half up."""
        rows = []
        for each in self.form.prices:
            if not holds(each.condition, self.values):
                continue
            times = evaluate(each.times, self.values) if each.times else Decimal(1)
            if isinstance(times, Decimal) and times > 0:
                cents = int((each.cents * times).quantize(Decimal(1), rounding=ROUND_HALF_UP))
                rows.append(Price(self.form.text(each.label, language), cents))
        return tuple(rows)
