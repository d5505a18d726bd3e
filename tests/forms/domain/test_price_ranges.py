"""What a form can cost is said before it is filled in, as precisely as its fee table allows."""

import pytest
from django.utils import translation

from democity import content_files
from democity.loading.forms import definition_of
from servicefinder.forms.domain.definitions import FORMAT, FormDef
from servicefinder.forms.domain.price_ranges import PriceRange, price_range
from servicefinder.forms.presentation.prices import price_words

FORMS = {entry["slug"]: definition_of(entry) for entry in content_files.forms()}
IS_COPY = {"op": "eq", "args": [{"field": "kopie"}, {"value": True}]}
CHOICES = [{"value": each, "label": each} for each in "ab"]
WANTED = {"op": "gt", "args": [{"field": "anzahl"}, {"value": {"number": "2"}}]}


def form(fields, prices, **step) -> FormDef:
    steps = [{"name": "eins", "title": "Eins", "fields": fields, **step}]
    return FormDef.from_json({"format": FORMAT, "steps": steps, "prices": prices})


def field(name, kind, **values):
    return {"name": name, "kind": kind, "label": name, **values}


@pytest.mark.parametrize(
    ("slug", "words"),
    [
        ("fundsache-melden", "kostenlos"),
        ("gewerbeabmeldung", "je nach Angaben kostenlos oder 10,00\u00a0€ (zweite Bescheinigung)"),
        ("bewohnerparkausweis-beantragen", "je nach Angaben 0 bis 96\u00a0€"),
        ("meldebescheinigung-beantragen", "je nach Angaben 0 bis 45\u00a0€"),
        ("geburtsurkunde-bestellen", "je nach Angaben 0 bis 198\u00a0€"),
    ],
)
def test_what_the_forms_of_the_demo_city_cost(slug: str, words: str) -> None:
    assert price_words(price_range(FORMS[slug]), FORMS[slug], "de") == words


@pytest.mark.parametrize(
    ("fields", "prices", "totals"),
    [
        ([], [{"label": "Gebühr", "cents": 1000}], (1000,)),
        ([field("kopie", "yesno")], [{"label": "Kopie", "cents": 250, "condition": IS_COPY}], (0, 250)),
        (
            [field("anzahl", "number", options={"min": "1", "max": "3"})],
            [{"label": "Stück", "cents": 500, "times": {"field": "anzahl"}, "condition": WANTED}],
            (0, 1500),
        ),
        (
            [
                field("art", "choice", required=False, options={"choices": CHOICES}),
                field("kopie", "yesno", condition={"op": "eq", "args": [{"field": "art"}, {"value": "a"}]}),
            ],
            [{"label": "Kopie", "cents": 250, "condition": IS_COPY}],
            (0, 250),
        ),
        (
            [field("hunde", "group", options={"most": 2, "fields": [field("name", "text")]})],
            [{"label": "Hund", "cents": 100, "times": {"op": "count", "args": [{"field": "hunde"}]}}],
            (100, 200),
        ),
    ],
)
def test_all_totals_that_can_come_out(fields, prices, totals) -> None:
    found = price_range(form(fields, prices))

    assert found is not None
    assert found.totals == totals


@pytest.mark.parametrize(
    ("limits", "words"),
    [
        ({"min": "1", "max": "5"}, "je nach Angaben 5 bis 25\u00a0€"),
        ({"min": "0", "max": "5"}, "je nach Angaben 0 bis 25\u00a0€"),
        ({"min": "1", "max": "2"}, "je nach Angaben 5 oder 10\u00a0€"),
        ({"min": "1", "max": "2", "places": 1}, "je nach Angaben 5 bis 10\u00a0€"),
        ({"min": "2", "max": "2"}, "10,00\u00a0€"),
    ],
)
@pytest.mark.parametrize("by_way_of", ["anzahl", "summe"])
def test_either_or_is_said_only_where_nothing_lies_between(limits, words: str, by_way_of: str) -> None:
    double = {"op": "mul", "args": [{"field": "anzahl"}, {"value": {"number": "1"}}]}
    fields = [
        field("anzahl", "number", options=limits),
        field("summe", "calculated", options={"expression": double}),
    ]
    priced = form(fields, [{"label": "Karten", "cents": 500, "times": {"field": by_way_of}}])

    assert price_words(price_range(priced), priced, "de") == words


def test_number_that_only_decides_leaves_an_either_or() -> None:
    many = field("anzahl", "number", options={"min": "1", "max": "50"})
    priced = form([many], [{"label": "Zuschlag", "cents": 500, "condition": WANTED}])

    words = "je nach Angaben kostenlos oder 5,00\u00a0€ (Zuschlag)"
    assert price_words(price_range(priced), priced, "de") == words


def test_where_the_form_ends_nothing_is_to_be_paid() -> None:
    stop = {"condition": {"op": "not", "args": [IS_COPY]}, "text": "Dafür gibt es nichts."}
    prices = [{"label": "Kopie", "cents": 250, "condition": IS_COPY}]

    found = price_range(form([field("kopie", "yesno")], prices, stops=[stop]))

    assert found is not None
    assert found.totals == (250,)


def test_an_amount_without_limit_is_not_told_before() -> None:
    priced = form([field("anzahl", "number")], [{"label": "x", "cents": 1, "times": {"field": "anzahl"}}])

    assert price_range(priced) is None
    assert price_words(None, FormDef(), "de") == "je nach Angaben; Sie sehen sie vor dem Absenden"


def test_words_in_both_languages() -> None:
    assert price_words(PriceRange((1050,)), FormDef(), "de") == "10,50\u00a0€"
    assert price_words(PriceRange((0, 1050)), FormDef(), "de") == "je nach Angaben 0,00 oder 10,50\u00a0€"
    with translation.override("en"):
        assert (
            price_words(PriceRange((0, 250, 2500)), FormDef(), "en") == "€0 to €25, depending on your answers"
        )
        assert price_words(PriceRange((0,)), FormDef(), "en") == "free of charge"
