"""Direct answers of the waste calendar."""

import pytest
from django.test import Client
from django.urls import reverse

from search.analysis import fold, words
from search.answers import AskedQuestion, DirectAnswer
from servicefinder.addresses.models import Address
from servicefinder.catalogue.registries import online_service
from servicefinder.waste.answers import CollectionAnswers, WhereToAnswers
from servicefinder.waste.models import Collection, Fraction, WasteItem
from servicefinder.waste.search_source import ItemSource
from tests.factories import waste as made


def asked(query: str) -> AskedQuestion:
    return AskedQuestion(query, tuple(words(fold(query))), "de", ())


def answer(query: str) -> DirectAnswer | None:
    return CollectionAnswers().answer(asked(query))


@pytest.mark.parametrize(
    "query",
    ["abfuhrkalender", "wann kommt die Biotonne", "Weihnachtsbaum", "gelber Sack", "Müllabfuhr heute"],
)
def test_without_an_address_it_leads_to_the_field(home: Address, query: str) -> None:
    found = answer(query)

    assert found and found.url == "/abfuhrkalender/"


def test_with_an_address_it_says_when(home: Address) -> None:
    yellow = made.fraction("Gelbe Tonne", "gelbe-tonne")
    made.collection(made.tour(streets=()), Collection.objects.earliest("day").day, yellow)

    found = answer("Gelber Sack Ostanlage 5")
    assert (
        found and found.answer.text == "Gelbe Tonne: Montag, 21. Dezember 2026 (morgen)" and not found.lines
    )
    everything = answer("abfuhrkalender ostanlage 5")
    assert everything and len(everything.lines) == 2 and everything.url == f"/abfuhrkalender/{home.pk}/"


@pytest.mark.parametrize("query", ["biotonne bestellen", "reisepass", "gelber sack oder restmüll"])
def test_other_questions_are_left_to_the_search(home: Address, query: str) -> None:
    assert answer(query) is None


@pytest.fixture
def items(home: Address) -> None:
    other = "Akku\nKnopfzelle"
    WasteItem.objects.create(
        slug="batterien", name="Batterien", other_names=other, place="shop", hint="Auch hier."
    )
    WasteItem.objects.create(
        slug="pizzakarton", name="Pizzakarton", fraction=Fraction.objects.get(key="restmuell")
    )


@pytest.mark.parametrize("query", ["wohin mit batterien", "Wohin mit Akku?", "knopfzelle entsorgen"])
def test_where_something_goes(items: None, query: str) -> None:
    found = WhereToAnswers().answer(asked(query))

    assert found and found.title == "Batterien" and found.answer.text == "Zurück in den Laden"


def test_either_or_leads_to_the_list(items: None, client: Client) -> None:
    found = WhereToAnswers().answer(asked("Gelber Sack oder Restmüll?"))

    assert found and found.url == reverse("waste_items")
    text = client.get(found.url).content.decode()
    assert "Pizzakarton" in text and "<strong>Restmüll</strong>" in text
    assert "Batterien" not in client.get(found.url, {"q": "pizzakarton"}).content.decode()
    assert "nichts gefunden" in client.get(found.url, {"q": "\x00" + "x" * 9000}).content.decode()


def test_search_finds_items_by_other_names(items: None) -> None:
    (pk, *_) = ItemSource().public_pks()
    (document,) = ItemSource().documents_for(pk)

    assert "Akku" in document.alternatives and document.teaser.startswith("Zurück in den Laden")


def test_renamed_fraction_reaches_subscribers(home: Address) -> None:
    bio = Fraction.objects.get(key="biotonne")
    bio.name = "Braune Tonne"
    bio.save()

    assert {each.sequence for each in Collection.objects.filter(fraction=bio)} == {1}


def test_service_can_link_to_the_calendar() -> None:
    service = online_service("waste")

    assert service and service.path("en") == "/en/abfuhrkalender/"
