"""Forms of all kinds, made up: walking never fails, and what a field shows it also takes."""

from typing import Any

import pytest
from bs4 import BeautifulSoup
from django import forms
from django.http import QueryDict
from django.template.loader import render_to_string
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from servicefinder.forms.domain.definitions import FieldDef, FormDef
from servicefinder.forms.domain.preflight import problems_of_form
from servicefinder.forms.domain.walking import Walk
from servicefinder.forms.registries import FieldKind, field_kinds
from tests.factories.form_definitions import form_definitions

PERSON = {"family_name": "Đorđević", "given_names": "Anna Thị"}
STORED: dict[str, list[Any]] = {
    "text": ["Anna & „Weber“"],
    "longtext": ["eins\n\nzwei"],
    "number": ["12", "-3", "0"],
    "money": ["0.05", "1234.50"],
    "date": ["2024-02-29", "1964-08-12"],
    "time": ["08:05"],
    "email": ["erika@example.org"],
    "phone": ["+49 641 3061234", "+43 1 40000"],
    "person": [PERSON],
    "address": [
        {"street": "Am Zollhaus 3", "postcode": "35390", "city": "Gießen", "country": "DE"},
        {"street": "1 Main St", "city": "Dublin", "country": "IE"},
    ],
    "iban": ["DE89370400440532013000"],
    "choice": ["w1"],
    "choices": [["w0", "w1"]],
    "yesno": [True, False],
    "consent": [True],
}
OPTIONS = {
    "choices": {"choices": [{"value": f"w{n}", "label": f"Nummer {n}"} for n in range(9)]},
    "choice": {"choices": [{"value": f"w{n}", "label": f"Nummer {n}"} for n in range(9)]},
}


@settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
@given(form_definitions(), st.data())
def test_walking_never_fails(form: FormDef, data: st.DataObject) -> None:
    answers: dict[str, Any] = {}
    for field in form.fields():
        if field.kind in STORED and data.draw(st.booleans()):
            answers[field.name] = data.draw(st.sampled_from(STORED[field.kind]))

    walk = Walk(form, answers)

    for asked in walk.steps:
        walk.stop(asked)
        for field in asked.fields:
            kind = field_kinds.get(field.kind)
            assert kind is not None
            assert isinstance(kind.shown(field, walk.answers.get(field.name), "de"), str)
    assert all(price.cents >= 0 for price in walk.prices("en"))
    assert not [each for each in problems_of_form(form) if "nie gelten" not in each.text], form.as_json()


@pytest.mark.parametrize("language", ["de", "en"])
@pytest.mark.parametrize(
    ("kind_name", "stored"), [(k, value) for k, values in STORED.items() for value in values]
)
def test_what_a_field_shows_it_also_takes(kind_name: str, stored: Any, language: str) -> None:
    field = FieldDef("f", kind_name, "Frage", options=OPTIONS.get(kind_name, {}))
    assert again(field, stored, language) == stored


@pytest.mark.parametrize(
    ("kind_name", "stored"), [(k, value) for k, values in STORED.items() for value in values]
)
def test_what_was_stored_is_taken_once_more(kind_name: str, stored: Any) -> None:
    field = FieldDef("f", kind_name, "Frage", options=OPTIONS.get(kind_name, {}))
    question = {"name": "q", "kind": kind_name, "label": "Q", "options": field.options}
    group = FieldDef("f", "group", "Frage", options={"fields": [question]})

    for language in ("de", "en"):
        kind_of(kind_name).recheck(field, stored, language)
        kind_of("group").recheck(group, [{"q": stored}], language)


def test_a_group_shows_what_it_takes() -> None:
    questions = [
        {"name": each, "kind": each, "label": each} for each in ("date", "person", "money", "address")
    ]
    entry = {each["name"]: STORED[each["name"]][0] for each in questions}
    field = FieldDef("f", "group", "Frage", options={"fields": questions})

    assert again(field, [entry, entry], "de") == [entry, entry]


def kind_of(name: str) -> FieldKind:
    kind = field_kinds.get(name)
    assert kind is not None
    return kind


def again(field: FieldDef, stored: Any, language: str) -> Any:
    """What is stored when the page that shows `stored` is sent as it is."""
    kind = field_kinds.get(field.kind)
    assert kind is not None
    shown = forms.Form()
    shown.fields["f"] = kind.form_field(field, language)
    shown.fields["f"].initial = kind.initial(stored)
    html = render_to_string(kind.template, {"field": shown["f"], "definition": field})
    sent = forms.Form(as_sent(html))
    sent.fields["f"] = kind.form_field(field, language)
    assert sent.is_valid(), sent.errors
    return kind.stored(sent.cleaned_data["f"])


def as_sent(html: str) -> QueryDict:
    data = QueryDict(mutable=True)
    for box in BeautifulSoup(html, "html.parser").find_all(["input", "textarea", "select"]):
        name = str(box["name"])
        if box.name == "select":
            data.appendlist(name, str(box.find("option", selected=True)["value"]))  # type: ignore[index,union-attr]
        elif box.name == "textarea":
            data.appendlist(name, box.text.removeprefix("\n"))
        elif box.get("type") not in ("checkbox", "radio"):
            data.appendlist(name, str(box.get("value", "")))
        elif box.has_attr("checked"):
            data.appendlist(name, str(box.get("value", "on")))
    return data
