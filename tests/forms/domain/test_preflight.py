"""What cannot work is told before it is published, and where it is."""

from copy import deepcopy
from typing import Any

import pytest

from servicefinder.cases.models import CaseTypeVersion
from servicefinder.forms.domain.definitions import FormDef
from servicefinder.forms.domain.preflight import problems_of_form, problems_of_page
from tests.factories.catalogue import DepartmentPageFactory
from tests.factories.form_pages import DEFINITION, form_draft


def told(definition: Any) -> list[str]:
    return [str(problem) for problem in problems_of_form(FormDef.from_json(definition))]


def changed(**field: Any) -> dict[str, Any]:
    """The example with one more field, between the two it has."""
    definition = deepcopy(DEFINITION)
    extra = {"name": "neu", "kind": "text", "label": "Neu", **field}
    definition["steps"][0]["fields"].insert(1, extra)
    return definition


def eq(name: str, value: Any) -> dict[str, Any]:
    return {"op": "eq", "args": [{"field": name}, {"value": value}]}


def test_the_example_is_in_order() -> None:
    assert told(DEFINITION) == []
    assert told({"format": 1}) == ["Schritte: Das Formular hat noch keinen Schritt."]


@pytest.mark.parametrize(
    ("field", "said"),
    [
        (
            {"condition": eq("gibtsnicht", "a")},
            "Die Bedingung nennt „gibtsnicht“, ein solches Feld gibt es nicht.",
        ),
        ({"condition": eq("grund", "a")}, "„Warum melden Sie ab?“, das erst später gefragt wird."),
        ({"condition": eq("neu", "a")}, "das erst später gefragt wird."),
        ({"condition": eq("was", "vielleicht")}, "Die Bedingung kann nie gelten."),
        ({"condition": {"op": "and", "args": [eq("was", "neu"), eq("was", "weg")]}}, "kann nie gelten"),
        ({"condition": {"op": "or", "args": [eq("was", "x"), eq("was", "y")]}}, "kann nie gelten"),
        ({"condition": {"op": "contains", "args": [{"field": "was"}, {"value": "neu"}]}}, "kann nie gelten"),
        ({"condition": {"op": "zaubern", "args": []}}, "Die Verknüpfung „zaubern“ gibt es nicht."),
        ({"condition": {"op": "add", "args": [{"field": "was"}, {"field": "was"}]}}, "kann nie gelten"),
        ({"name": "was"}, "Den Namen „was“ haben zwei (Feld)."),
        ({"name": "Größe"}, "„Größe“ geht nicht als Name (Feld)"),
        ({"kind": "hologramm"}, "Die Art „hologramm“ gibt es nicht."),
        ({"label": " "}, "Die Beschriftung fehlt."),
        ({"options": {"farbe": "rot"}}, "kennt die Angabe „farbe“ nicht."),
        ({"kind": "choice"}, "Es braucht mindestens zwei Antworten"),
        ({"kind": "calculated", "options": {"expression": {"field": "grund"}}}, "erst später gefragt"),
    ],
)
def test_a_field_that_cannot_work(field: dict[str, Any], said: str) -> None:
    found = told(changed(**field))

    assert any(said in each for each in found), found
    assert all(each.startswith("Schritt") for each in found)


@pytest.mark.parametrize(
    ("part", "said"),
    [
        (
            {"times": {"field": "karten"}},
            "Gebühr „Karte“, „Wie oft“: Die Rechnung nennt „karten“, ein solches Feld gibt es nicht.",
        ),
        (
            {"times": {"op": "zaubern", "args": []}},
            "Gebühr „Karte“, „Wie oft“: Die Verknüpfung „zaubern“ gibt es nicht.",
        ),
        (
            {"condition": eq("karten", "a")},
            "Gebühr „Karte“: Die Bedingung nennt „karten“, ein solches Feld gibt es nicht.",
        ),
    ],
)
def test_fee_that_cannot_work_names_the_box(part: dict[str, Any], said: str) -> None:
    assert told({**deepcopy(DEFINITION), "prices": [{"label": "Karte", "cents": 500, **part}]}) == [said]


def test_what_may_hold_is_left_alone() -> None:
    for tree in (
        {"op": "or", "args": [eq("was", "x"), eq("was", "neu")]},
        {"op": "not", "args": [eq("was", "x")]},
        {"op": "in", "args": [{"field": "was"}, {"value": "x"}, {"value": "neu"}]},
        {"op": "gt", "args": [{"op": "age", "args": [{"field": "was"}]}, {"value": {"number": "3"}}]},
    ):
        assert told(changed(condition=tree)) == []


def test_a_step_without_questions_and_a_stop_without_words() -> None:
    definition = deepcopy(DEFINITION)
    definition["steps"].append({"name": "leer", "title": "Leer"})
    definition["steps"][0]["stops"] = [
        {"condition": eq("was", "weg"), "text": "", "link_url": "javascript:x"}
    ]

    found = told(definition)

    assert "Schritt „Leer“: Der Schritt hat kein Feld." in found
    assert any("Der Text fehlt." in each for each in found)
    assert any("Die Adresse beginnt mit" in each for each in found)


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("values", "said"),
    [
        ({"purpose": ""}, "Datenschutz: „Zweck“ fehlt."),
        ({"legal_basis": ""}, "Datenschutz: „Rechtsgrundlage“ fehlt."),
        ({"recipients": " "}, "Datenschutz: „Empfänger“ fehlt."),
        ({"retention": ""}, "Datenschutz: „Speicherdauer“ fehlt."),
        ({"case_type": None}, "Übergabe: Es ist keine Vorgangsart gewählt."),
        ({"payment": ""}, "Gebühren: Bitte sagen, wie die Gebühr bezahlt wird."),
        ({"mail_subject": ""}, "Nach dem Absenden: Der Betreff der E-Mail fehlt."),
        ({"mail_text": ""}, "Nach dem Absenden: Der Text der E-Mail fehlt."),
        ({"mail_text": "Siehe {link.x}"}, "nur die Platzhalter {reference}, {link} und {due}"),
        ({"mail_text": "Siehe {link"}, "nur die Platzhalter"),
        ({"mail_text": "Danke."}, "In der E-Mail fehlt {link}"),
        ({"next_steps": "<p></p>"}, "„So geht es weiter“ fehlt."),
        ({"deliver_to": ["mond"]}, "Das Ziel „mond“ gibt es nicht."),
        ({"steps": []}, "Das Formular hat noch keinen Schritt."),
    ],
)
def test_a_page_that_lacks_something(values: dict[str, Any], said: str) -> None:
    page = form_draft(DepartmentPageFactory(title="Kämmerei"))
    assert problems_of_page(page) == []

    for name, value in values.items():
        setattr(page, name, value)

    assert any(said in str(each) for each in problems_of_page(page)), problems_of_page(page)


@pytest.mark.django_db
def test_a_case_type_has_to_be_in_force() -> None:
    page = form_draft(DepartmentPageFactory(title="Kämmerei"))
    CaseTypeVersion.objects.update(approved_at=None)

    assert any("noch keine Fassung freigegeben" in str(each) for each in problems_of_page(page))
