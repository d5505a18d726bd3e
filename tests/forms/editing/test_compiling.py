"""Definition ⇄ what the editor shows, without loss."""

import json
from copy import deepcopy
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from wagtail.blocks import StreamBlock

from servicefinder.forms.domain.definitions import FormDef
from servicefinder.forms.domain.expressions import ExpressionProblem
from servicefinder.forms.editing.blocks import prices_block, steps_block
from servicefinder.forms.editing.calling import call_by_name
from servicefinder.forms.editing.compiling import FormulaProblem, form_of_streams, streams_of_form
from servicefinder.forms.editing.conditions import read_condition, write_condition
from servicefinder.forms.editing.formulas import read_formula, write_formula
from servicefinder.forms.editing.names import name_from
from tests.factories.form_definitions import form_definitions

STEPS, PRICES = StreamBlock(steps_block()), StreamBlock(prices_block())


def through_wagtail(block: StreamBlock, raw: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """As it comes back after it was checked and saved."""
    prepared: list[dict[str, Any]] = block.get_prep_value(block.clean(block.to_python(deepcopy(raw))))
    return json.loads(json.dumps(prepared))


@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(form_definitions())
def test_a_definition_survives_json_and_the_editor(form: FormDef) -> None:
    assert FormDef.from_json(json.loads(json.dumps(form.as_json()))) == form

    steps, prices = streams_of_form(form)
    back = form_of_streams(
        through_wagtail(STEPS, steps), through_wagtail(PRICES, prices), form.texts.get("en")
    )

    assert back.as_json() == form.as_json()


def test_names_are_made_from_what_people_read() -> None:
    field = {"type": "text", "value": {"label": "Größe des Hundes"}}
    steps = [{"type": "step", "value": {"title": "Über Sie", "fields": [field, deepcopy(field)]}}]

    form = form_of_streams(steps, [])

    assert form.steps[0].name == "ueber_sie"
    assert [each.name for each in form.fields()] == ["groesse_des_hundes", "groesse_des_hundes_2"]
    assert name_from("42", (), "feld") == "feld_42"
    assert name_from("", (), "feld") == "feld"


def field(kind: str, name: str, label: str, **options: Any) -> dict[str, Any]:
    return {"type": kind, "value": {"name": name, "label": label, **options}}


def test_what_was_chosen_by_its_label_is_kept_by_its_name() -> None:
    choices = [{"label": "neu; und jung", "value": "neu"}, {"label": "weg", "value": "w"}]
    first = {"field": "Was?", "comparison": "eq", "value": "neu; und jung"}
    second = {"field": "was", "comparison": "in", "value": "weg;neu"}
    third = {"field": "Sonst", "comparison": "filled", "value": ""}
    condition = {"rows": [first, {"type": "item", "value": second}]}
    asked = field("choice", "was", "Was?", choices=choices)
    steps = [{"type": "step", "value": {"title": "S", "fields": [asked], "condition": condition}}]

    call_by_name(steps, [{"type": "price", "value": {"label": "P", "condition": {"rows": [third]}}}])

    assert (first["field"], first["value"]) == ("was", "neu")
    assert second["value"] == "w;neu"
    assert third["field"] == "Sonst"


def test_conditions_may_say_labels() -> None:
    choices = [{"label": "neu anmelden", "value": "neu"}, {"label": "abmelden", "value": "weg"}]
    rows = [
        {"field": "Was möchten Sie tun?", "comparison": "eq", "value": "abmelden"},
        {"field": "alter", "comparison": "ge", "value": "1,5"},
        {"field": "Ihr Hund ist da", "comparison": "eq", "value": "Ja"},
        {"field": "geboren", "comparison": "age_lt", "value": "16"},
        {"field": "geboren", "comparison": "lt", "value": "31.12.2020"},
    ]
    fields = [
        field("choice", "was", "Was möchten Sie tun?", choices=choices),
        field("number", "alter", "Alter", places=1),
        field("yesno", "da", "Ihr Hund ist da"),
        field("date", "geboren", "Geburtstag"),
        field("text", "grund", "Grund", condition={"match": "any", "rows": rows}),
    ]

    form = form_of_streams([{"type": "step", "value": {"title": "Hund", "fields": fields}}], [])

    assert list(form.fields())[-1].condition == {
        "op": "or",
        "args": [
            {"op": "eq", "args": [{"field": "was"}, {"value": "weg"}]},
            {"op": "ge", "args": [{"field": "alter"}, {"value": {"number": "1.5"}}]},
            {"op": "eq", "args": [{"field": "da"}, {"value": True}]},
            {
                "op": "lt",
                "args": [{"op": "age", "args": [{"field": "geboren"}]}, {"value": {"number": "16"}}],
            },
            {"op": "lt", "args": [{"field": "geboren"}, {"value": {"date": "2020-12-31"}}]},
        ],
    }


def test_what_comparisons_cannot_say_stays_an_expression() -> None:
    tree = {"op": "not", "args": [{"op": "and", "args": [{"field": "a"}, {"field": "b"}]}]}

    edited = write_condition(tree, {})

    assert edited["rows"] == []
    assert read_condition(edited, {}) == tree


@pytest.mark.parametrize(
    "row",
    [
        {"field": "alter", "comparison": "ge", "value": "viel"},
        {"field": "alter", "comparison": "eq", "value": ""},
    ],
)
def test_a_comparison_that_makes_no_sense_is_told_with_its_place(row: dict[str, str]) -> None:
    fields = [field("number", "alter", "Alter"), field("text", "grund", "Grund", condition={"rows": [row]})]

    with pytest.raises(FormulaProblem) as caught:
        form_of_streams([{"type": "step", "value": {"title": "Hund", "fields": fields}}], [])

    assert caught.value.place == "Feld „Grund“"


@pytest.mark.parametrize(
    ("text", "tree"),
    [
        ("3", {"value": {"number": "3"}}),
        ("a - 1", {"op": "sub", "args": [{"field": "a"}, {"value": {"number": "1"}}]}),
        (
            "(a - 1) * 6,5",
            {
                "op": "mul",
                "args": [
                    {"op": "sub", "args": [{"field": "a"}, {"value": {"number": "1"}}]},
                    {"value": {"number": "6.5"}},
                ],
            },
        ),
        (
            "runden(anzahl(hunde) / 2; 0)",
            {
                "op": "round",
                "args": [
                    {
                        "op": "div",
                        "args": [{"op": "count", "args": [{"field": "hunde"}]}, {"value": {"number": "2"}}],
                    },
                    {"value": {"number": "0"}},
                ],
            },
        ),
    ],
)
def test_formulas_are_read_and_written(text: str, tree: dict[str, Any]) -> None:
    assert read_formula(text) == tree
    assert write_formula(tree) == text


@pytest.mark.parametrize(
    "text", ["a +", "(a", "a b", "import(x)", "1..2", "{not json", "((" * 600 + "a", "a ^ 2"]
)
def test_formulas_that_are_none_are_told(text: str) -> None:
    with pytest.raises(ExpressionProblem):
        read_formula(text)
