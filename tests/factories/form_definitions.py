"""Random definitions of forms that can be filled in: hypothesis strategies."""

from typing import Any

from hypothesis import strategies as st

from servicefinder.forms.domain.definitions import FieldDef, FormDef, PriceDef, StepDef, StopDef

WORDS = st.text("abcdefghijkäöüß ABC?,.0123456789„“", min_size=1, max_size=30).map(
    lambda text: " ".join(text.split()) or "Frage"
)
OPTIONAL = st.one_of(st.just(""), WORDS)
CHOICES = st.lists(WORDS, min_size=2, max_size=9, unique=True).map(
    lambda labels: [{"value": f"w{i}", "label": label} for i, label in enumerate(labels)]
)
NUMBERS = ("number", "money")


def _limits(draw: st.DrawFn) -> dict[str, Any]:
    least, more = draw(st.integers(-50, 50)), draw(st.integers(1, 900))
    return {"min": str(least), "max": str(least + more)}


def _options(draw: st.DrawFn, kind: str, in_group: bool) -> dict[str, Any]:
    if kind in ("choice", "choices"):
        return {"choices": draw(CHOICES)}
    if kind == "number" and draw(st.booleans()):
        return {**_limits(draw), "places": draw(st.integers(1, 3)), "unit": "m²"}
    if kind == "date" and draw(st.booleans()):
        return {"latest": "today", "birthday": True}
    if kind == "person" and draw(st.booleans()):
        return {"birth_name": True, "birth_date": True, "own": False}
    if kind == "address" and draw(st.booleans()):
        return {"foreign": False}
    if kind == "file":
        return {"max_files": draw(st.integers(2, 5)), "types": ["pdf"]}
    if kind == "group":
        asked = [
            _field(draw, f"g{i}", draw(st.sampled_from(SIMPLE)), {}, True)
            for i in range(draw(st.integers(1, 3)))
        ]
        return {
            "fields": FormDef((StepDef("s", "S", tuple(asked)),)).as_json()["steps"][0]["fields"],
            "entry": "Kind",
        }
    return {}


SIMPLE = (
    "text",
    "longtext",
    "number",
    "money",
    "date",
    "time",
    "email",
    "phone",
    "person",
    "address",
    "iban",
    "choice",
    "choices",
    "yesno",
    "consent",
)
ALL = (*SIMPLE, "file", "group", "info", "calculated")


def _field(
    draw: st.DrawFn, name: str, kind: str, before: dict[str, FieldDef], in_group: bool = False
) -> FieldDef:
    asked = kind not in ("info", "calculated")
    options = _options(draw, kind, in_group)
    if kind == "calculated":
        options = {"expression": _amount(draw, before), "unit": "€"}
    return FieldDef(
        name=name,
        kind=kind,
        label=draw(WORDS),
        help=draw(WORDS) if kind == "info" else draw(OPTIONAL),
        example=draw(OPTIONAL) if asked else "",
        required=draw(st.booleans()) if asked else True,
        message=draw(OPTIONAL) if asked else "",
        condition=None if in_group else draw(st.one_of(st.none(), st.just(_condition(draw, before)))),
        options=options,
    )


def _amount(draw: st.DrawFn, before: dict[str, FieldDef]) -> dict[str, Any]:
    numbers = [name for name, field in before.items() if field.kind in NUMBERS]
    number = {"value": {"number": draw(st.sampled_from(["2", "0.5", "12.75"]))}}
    if not numbers:
        return number
    asked = {"field": draw(st.sampled_from(numbers))}
    op = draw(st.sampled_from(["add", "sub", "mul", "div"]))
    return {"op": op, "args": draw(st.permutations([asked, number]))}


def _comparison(draw: st.DrawFn, field: FieldDef) -> dict[str, Any]:
    asked = {"field": field.name}
    if field.kind in ("choice", "choices"):
        values = [{"value": each["value"]} for each in field.options["choices"]]
        if field.kind == "choices":
            return {"op": "contains", "args": [asked, draw(st.sampled_from(values))]}
        return {"op": "in", "args": [asked, *values[:2]]}
    if field.kind in ("yesno", "consent"):
        return {"op": "eq", "args": [asked, {"value": draw(st.booleans())}]}
    if field.kind in NUMBERS:
        limit = {"value": {"number": draw(st.sampled_from(["0", "-3", "1.5", "1200"]))}}
        return {"op": draw(st.sampled_from(["lt", "le", "gt", "ge"])), "args": [asked, limit]}
    if field.kind == "date":
        limit = draw(st.sampled_from([{"value": {"date": "2020-02-29"}}, {"op": "today", "args": []}]))
        return {"op": "le", "args": [asked, limit]}
    return {"op": "not", "args": [{"op": "empty", "args": [asked]}]}


def _condition(draw: st.DrawFn, before: dict[str, FieldDef]) -> dict[str, Any] | None:
    known = [field for field in before.values() if field.kind not in ("info", "calculated")]
    if not known:
        return None
    rows = [_comparison(draw, draw(st.sampled_from(known))) for _ in range(draw(st.integers(1, 3)))]
    if len(rows) == 1:
        return rows[0]
    tree = {"op": draw(st.sampled_from(["and", "or"])), "args": rows}
    return {"op": "or", "args": [rows[0], tree]} if draw(st.booleans()) else tree


@st.composite
def form_definitions(draw: st.DrawFn) -> FormDef:
    """With all kinds, conditions on what came before, stops, prices and English texts."""
    before: dict[str, FieldDef] = {}
    steps = []
    for number in range(draw(st.integers(1, 3))):
        condition = draw(st.one_of(st.none(), st.just(_condition(draw, before))))
        fields = []
        for _ in range(draw(st.integers(1, 5))):
            field = _field(draw, f"f{len(before)}", draw(st.sampled_from(ALL)), before)
            fields.append(field)
            before[field.name] = field
        reason = _condition(draw, before)
        stops = (StopDef(reason, draw(WORDS)),) if reason else ()
        steps.append(StepDef(f"s{number}", draw(WORDS), tuple(fields), draw(OPTIONAL), condition, stops))
    price = PriceDef(
        draw(WORDS), draw(st.integers(1, 99_999)), _condition(draw, before), _amount(draw, before)
    )
    texts = {"en": {steps[0].title: "A question"}} if draw(st.booleans()) else {}
    return FormDef(tuple(steps), (price,), texts)
