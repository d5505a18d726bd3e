"""What editors put together ⇄ the definition that is filled in, without loss in either direction.

The editor's side is the JSON of the stream fields (`StreamValue.get_prep_value()`).
"""

from collections.abc import Callable, Iterator, Mapping
from functools import partial
from typing import Any

from ..domain.definitions import FieldDef, FormDef, PriceDef, StepDef, StopDef, field_from_json
from ..domain.expressions import ExpressionProblem
from ..domain.problems import Path, Problem
from ..registries import field_kinds
from .conditions import Fields, RowProblem, read_condition, write_condition
from .field_options import OPTIONS
from .formulas import read_formula, write_formula
from .naming import Raw, item_value, with_names

CALCULATED = "calculated"


class FormulaProblem(ValueError):
    """A condition or formula of the editor cannot be read; `place` says which, in the editor's words.

    `path` leads to the box (`domain.problems`); `missing`: something is only not there yet.
    """

    def __init__(self, place: str, message: str, path: Path = (), *, missing: bool = False) -> None:
        super().__init__(message)
        self.place, self.path, self.missing = place, path, missing


def form_of_streams(steps: Raw, prices: Raw, english: Mapping[str, str] | None = None) -> FormDef:
    """Raises FormulaProblem."""
    named = with_names(steps)
    fields = fields_alone(named)
    return FormDef(
        steps=tuple(_step(each["value"], fields, ("steps", i)) for i, each in enumerate(named)),
        prices=tuple(_price(each["value"], fields, ("prices", i)) for i, each in enumerate(prices)),
        texts={"en": dict(english)} if english else {},
    )


def unreadable(steps: Raw, prices: Raw) -> Iterator[FormulaProblem]:
    """Everything that keeps `form_of_streams` from making a form, not only the first."""
    named = with_names(steps)
    fields = fields_alone(named)
    for parts in _parts(named, prices):
        for make, value, path in parts:
            try:
                make(value, fields, path)
            except FormulaProblem as problem:
                yield problem


def as_problem(problem: FormulaProblem) -> Problem:
    return Problem(problem.place, str(problem), problem.path)


Part = tuple[Callable[[Any, Fields, Path], Any], Any, Path]


def _parts(steps: Raw, prices: Raw) -> Iterator[Iterator[Part]]:
    """What is read by itself: conditions of steps, fields, stops, fees."""
    for i, each in enumerate(steps):
        value, path = each["value"], ("steps", i)
        bare = {**value, "fields": [], "stops": []}
        yield iter([(_step, bare, path)])
        yield ((_field, field, (*path, "fields", j)) for j, field in enumerate(value["fields"]))
        stops = enumerate(value.get("stops") or ())
        yield ((_stop_of(value), item_value(stop), (*path, "stops", j)) for j, stop in stops)
    yield ((_price, each["value"], ("prices", i)) for i, each in enumerate(prices))


def fields_alone(steps: Raw) -> dict[str, FieldDef]:
    """All named fields without conditions and formulas, so that conditions can be read by them."""
    found = {}
    for step in steps:
        for raw in step["value"]["fields"]:
            value = {**raw["value"], "expression": ""} if raw["type"] == CALCULATED else raw["value"]
            field = _field({**raw, "value": value}, None)
            found[field.name] = field
    return found


def _step(value: Mapping[str, Any], fields: Fields, path: Path) -> StepDef:
    stop = _stop_of(value)
    stops = enumerate(value.get("stops") or ())
    return StepDef(
        name=value["name"],
        title=value["title"],
        text=value.get("text") or "",
        condition=_condition(value, fields, _place_of(value), path),
        fields=tuple(_field(each, fields, (*path, "fields", i)) for i, each in enumerate(value["fields"])),
        stops=tuple(stop(item_value(each), fields, (*path, "stops", i)) for i, each in stops),
    )


def _place_of(step: Mapping[str, Any]) -> str:
    return f"Schritt „{step['title']}“"


def _field(raw: Mapping[str, Any], fields: Fields | None, path: Path = ()) -> FieldDef:
    kind, value = raw["type"], raw["value"]
    place = f"Feld „{value['label']}“"
    return FieldDef(
        name=value["name"],
        kind=kind,
        label=value["label"],
        help=value.get("help") or "",
        example=value.get("example") or "",
        required=bool(value.get("required", True)),
        message=value.get("message") or "",
        condition=_condition(value, fields, place, path) if fields is not None else None,
        options=_options(kind, value, place, path),
    )


def _options(kind: str, value: Mapping[str, Any], place: str, path: Path) -> dict[str, Any]:
    options: dict[str, Any] = {}
    for option in OPTIONS.get(kind, ()):
        edited = value.get(option.name)
        if option.name == "choices":
            edited = [item_value(each) for each in edited or ()]
        try:
            read = option.read(edited) if edited is not None else None
        except ExpressionProblem as error:
            raise FormulaProblem(place, str(error), (*path, option.name)) from error
        if read is not None:
            options[option.name] = read
    if kind == "group":
        options["fields"] = [_question(each) for each in value.get("fields") or ()]
    return without_defaults(kind, options)


def _question(raw: Mapping[str, Any]) -> dict[str, Any]:
    step = StepDef("", "", (_field(raw, None),))
    question: dict[str, Any] = FormDef((step,)).as_json()["steps"][0]["fields"][0]
    return question


def without_defaults(kind: str, options: Mapping[str, Any]) -> dict[str, Any]:
    """Options that say something else than their kind does by itself."""
    known = field_kinds.get(kind)
    defaults = known.options if known else {}
    return {
        name: value
        for name, value in options.items()
        if name not in defaults or _plain(value) != _plain(defaults[name])
    }


def _plain(value: Any) -> Any:
    return list(value) if isinstance(value, tuple) else value


def _stop_of(step: Mapping[str, Any]) -> Callable[[Any, Fields, Path], StopDef]:
    return partial(_stop, place=_place_of(step))


def _stop(value: Mapping[str, Any], fields: Fields, path: Path, *, place: str) -> StopDef:
    condition = _condition(value, fields, place, path)
    if condition is None:
        text = "Ein „Hier geht es nicht weiter“ hat keine Bedingung."
        raise FormulaProblem(place, text, (*path, "condition"), missing=True)
    return StopDef(condition, value["text"], value.get("link_label") or "", value.get("link_url") or "")


def _price(value: Mapping[str, Any], fields: Fields, path: Path) -> PriceDef:
    place = f"Gebühr „{value['label']}“"
    try:
        times = read_formula(value.get("times") or "")
    except ExpressionProblem as error:
        raise FormulaProblem(place, str(error), (*path, "times")) from error
    condition = _condition(value, fields, place, path)
    return PriceDef(value["label"], value.get("cents") or 0, condition, times)


def _condition(value: Mapping[str, Any], fields: Fields, place: str, path: Path) -> dict[str, Any] | None:
    edited = value.get("condition")
    if not edited:
        return None
    rows = [item_value(each) for each in edited.get("rows") or ()]
    try:
        return read_condition({**edited, "rows": rows}, fields)
    except RowProblem as problem:
        box = (*path, "condition", "rows", problem.row, problem.box)
        raise FormulaProblem(place, str(problem), box, missing=problem.missing) from problem
    except ExpressionProblem as error:
        raise FormulaProblem(place, str(error), (*path, "condition", "expression")) from error


def streams_of_form(form: FormDef) -> tuple[Raw, Raw]:
    """What the editor shows for a definition: steps and prices."""
    fields = {each.name: each for each in form.fields()}
    steps = [{"type": "step", "value": _edited_step(each, fields)} for each in form.steps]
    prices = [{"type": "price", "value": _edited_price(each, fields)} for each in form.prices]
    return steps, prices


def _edited_step(step: StepDef, fields: Fields) -> dict[str, Any]:
    return {
        "name": step.name,
        "title": step.title,
        "text": step.text,
        "condition": write_condition(step.condition, fields),
        "fields": [_edited_field(each, fields) for each in step.fields],
        "stops": [
            {
                "condition": write_condition(each.condition, fields),
                "text": each.text,
                "link_label": each.link_label,
                "link_url": each.link_url,
            }
            for each in step.stops
        ],
    }


def _edited_field(field: FieldDef, fields: Fields) -> dict[str, Any]:
    value: dict[str, Any] = {"name": field.name, "label": field.label, "help": field.help}
    kind = field_kinds.get(field.kind)
    if kind is not None and kind.is_asked:
        value |= {"example": field.example, "required": field.required, "message": field.message}
    for option in OPTIONS.get(field.kind, ()):
        default = kind.options.get(option.name) if kind else None
        stored = field.options.get(option.name, default)
        if stored is not None:
            value[option.name] = option.write(stored)
    if field.kind == "group":
        inner = [field_from_json(each, "fields") for each in field.options.get("fields", ())]
        value["fields"] = [_edited_question(each) for each in inner]
    return {"type": field.kind, "value": {**value, "condition": write_condition(field.condition, fields)}}


def _edited_question(field: FieldDef) -> dict[str, Any]:
    edited = _edited_field(field, {})
    del edited["value"]["condition"]
    return edited


def _edited_price(price: PriceDef, fields: Fields) -> dict[str, Any]:
    return {
        "label": price.label,
        "cents": price.cents,
        "times": write_formula(price.times),
        "condition": write_condition(price.condition, fields),
    }
