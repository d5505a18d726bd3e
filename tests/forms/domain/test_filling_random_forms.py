"""Forms that were made up, filled in step by step as a browser sends them: what is asked and what it costs
is reckoned a second time here, in plain Python.
"""

from collections.abc import Mapping
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile
from django.template.loader import render_to_string
from django.utils import timezone
from django.utils.datastructures import MultiValueDict
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from servicefinder.forms.domain.definitions import FieldDef, FormDef, StepDef, field_from_json
from servicefinder.forms.domain.submitting import sections
from servicefinder.forms.domain.walking import Walk
from servicefinder.forms.forms import SHOWN, StepForm, check_step
from servicefinder.forms.registries import field_kinds
from tests.factories.form_definitions import form_definitions
from tests.forms.domain.test_random_forms import PERSON, STORED, as_sent

PDF = b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n"
FILE = {"id": "1", "name": "Nachweis.pdf", "size": len(PDF)}


def answer_to(draw: Any, field: FieldDef) -> Any:
    """Something that the field takes, as it is stored."""
    options = field.options
    if field.kind in ("choice", "choices"):
        values = [each["value"] for each in options["choices"]]
        one = draw(st.sampled_from(values))
        return one if field.kind == "choice" else [each for each in values if each in (one, values[0])]
    if field.kind == "number" and "min" in options:
        return str(draw(st.integers(int(options["min"]), int(options["max"]))))
    if field.kind == "person" and options.get("birth_date"):
        return {**PERSON, "birth_date": "1964-08-12"}
    if field.kind == "group":
        asked = [field_from_json(each, "") for each in options["fields"]]
        return [{each.name: answer_to(draw, each) for each in asked} for _ in range(draw(st.integers(1, 3)))]
    stored = [each for each in STORED[field.kind] if not (field.kind == "number" and each == "-3")]
    return draw(st.sampled_from(stored[:1] if field.kind == "address" else stored))


def filled(form: FormDef, draw: Any) -> dict[str, Any]:
    """Every step that is asked, sent until it asks for nothing more."""
    answers: dict[str, Any] = {}
    for step in form.steps:
        for _ in range(len(step.fields) + 1):
            asked = Walk(form, answers).step(step.name)
            if asked is None:
                break
            if not _send(form, step, asked.fields, answers, draw):
                break
        else:
            raise AssertionError(f"{step.name} asks for ever")
    return answers


def _send(form: FormDef, step: StepDef, fields: Any, answers: dict[str, Any], draw: Any) -> bool:
    """Whether the same step has to be sent again, because an answer asks for more."""
    typed = [each for each in fields if each.kind not in ("info", "calculated", "file")]
    given_now = {each.name: answers.get(each.name) or answer_to(draw, each) for each in typed}
    shown = StepForm(fields, "de", given_now)
    html = [
        render_to_string(field_kinds.get(each.kind).template, {"field": shown[each.name], "definition": each})  # type: ignore[union-attr]
        for each in typed
    ]
    data = as_sent("".join(html))
    data[SHOWN] = ",".join(each.name for each in fields)
    missing = [each.name for each in fields if each.kind == "file" and not answers.get(each.name)]
    uploads = {name: [SimpleUploadedFile(FILE["name"], PDF)] for name in missing}  # type: ignore[arg-type]

    sent = check_step(form, step.name, answers, data, MultiValueDict(uploads), "de")

    assert not sent.form.errors, (step, sent.form.errors)
    answers.update(sent.answers)
    answers.update({name: [FILE] for name, files in sent.uploads.items() if files})
    return bool(sent.new) or set(missing) - set(sent.uploads) != set()


Values = Mapping[str, Any]


def reckoned(tree: Any, values: Values) -> Any:
    """What the expressions of `form_definitions` mean."""
    if "field" in tree:
        return values.get(tree["field"])
    if "value" in tree:
        value = tree["value"]
        if not isinstance(value, dict):
            return value
        return Decimal(value["number"]) if "number" in value else date.fromisoformat(value["date"])
    args = [reckoned(each, values) for each in tree["args"]]
    meanings: dict[str, Any] = {
        "today": lambda: timezone.localdate(),
        "and": lambda *each: all(each),
        "or": lambda *each: any(each),
        "not": lambda one: not one,
        "empty": lambda one: one in (None, "", []),
        "eq": lambda one, other: one is not None and one == other,
        "in": lambda one, *others: one in others,
        "contains": lambda some, one: one in (some or []),
        "lt": lambda one, other: one is not None and one < other,
        "le": lambda one, other: one is not None and one <= other,
        "gt": lambda one, other: one is not None and one > other,
        "ge": lambda one, other: one is not None and one >= other,
        "add": lambda one, other: None if None in (one, other) else one + other,
        "sub": lambda one, other: None if None in (one, other) else one - other,
        "mul": lambda one, other: None if None in (one, other) else one * other,
        "div": lambda one, other: None if None in (one, other) or other == 0 else one / other,
    }
    return meanings[tree["op"]](*args)


def value_of(field: FieldDef, stored: Any) -> Any:
    if stored is None:
        return None
    if field.kind in ("number", "money", "calculated"):
        return Decimal(stored)
    return date.fromisoformat(stored) if field.kind == "date" else stored


def what_is_asked(form: FormDef, answers: Mapping[str, Any]) -> tuple[dict[str, list[str]], Values]:
    """Names of the fields by step, and the values that count."""
    asked: dict[str, list[str]] = {}
    values: dict[str, Any] = {}
    for step in form.steps:
        if step.condition and not reckoned(step.condition, values):
            continue
        asked[step.name] = []
        for field in step.fields:
            if field.condition and not reckoned(field.condition, values):
                continue
            asked[step.name].append(field.name)
            if field.kind == "calculated":
                values[field.name] = reckoned(field.options["expression"], values)
            else:
                values[field.name] = value_of(field, answers.get(field.name))
    return asked, values


@settings(max_examples=30, deadline=None, suppress_health_check=list(HealthCheck))
@given(form_definitions(), st.data())
def test_a_made_up_form_is_filled_in_and_costs_what_it_should(form: FormDef, data: st.DataObject) -> None:
    answers = filled(form, data.draw)

    walk = Walk(form, answers)
    asked, values = what_is_asked(form, answers)
    assert {each.step.name: [field.name for field in each.fields] for each in walk.steps} == asked
    calculated = [field for field in form.fields() if field.kind == "calculated" and field.name in values]
    assert [walk.values[each.name] for each in calculated] == [values[each.name] for each in calculated]
    for each in walk.steps:
        held = [stop for stop in each.step.stops if reckoned(stop.condition, values)]
        assert walk.stop(each) == (held[0] if held else None)
    (price,) = form.prices
    times = reckoned(price.times, values)
    due = times is not None and times > 0 and (price.condition is None or reckoned(price.condition, values))
    cents = int((price.cents * times).quantize(Decimal(1), rounding=ROUND_HALF_UP)) if due else 0
    assert [each.cents for each in walk.prices("de")] == ([cents] if due else [])
    said = {row.label for section in sections(walk, "de") for row in section.rows}
    answered = [field for step in walk.steps for field in step.fields if walk.answers.get(field.name)]
    assert {field.label for field in answered if field.kind != "calculated"} <= said
