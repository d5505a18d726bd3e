"""Direct answers of the waste calendar."""

import re

import pytest
from django.template.loader import render_to_string
from django.test import Client
from django.urls import reverse
from django.utils import translation

from search.analysis import fold, words
from search.answers import AskedQuestion, DirectAnswer
from servicefinder.addresses.models import Address
from servicefinder.catalogue.models import Department
from servicefinder.catalogue.registries import online_service
from servicefinder.waste.answers import CollectionAnswers, WhereToAnswers
from servicefinder.waste.models import Collection, Fraction, WasteItem
from servicefinder.waste.search_source import ItemSource
from tests.factories import waste as made
from tests.factories.catalogue import DepartmentPageFactory, OfficePageFactory, publish
from tests.waste.backoffice_people import put_in_charge


def asked(query: str, language: str = "de") -> AskedQuestion:
    return AskedQuestion(query, tuple(words(fold(query))), language, ())


def answer(query: str, language: str = "de") -> DirectAnswer | None:
    with translation.override(language):
        return CollectionAnswers().answer(asked(query, language))


@pytest.mark.parametrize(
    "query",
    ["abfuhrkalender", "wann kommt die Biotonne", "Weihnachtsbaum", "gelber Sack", "Müllabfuhr heute"],
)
def test_without_an_address_it_asks_for_it_in_the_card(home: Address, query: str) -> None:
    found = answer(query)

    assert found and found.field and found.field.action == "/abfuhrkalender/"
    text = render_to_string("search/answers.html", {"answers": [found]})
    assert '<label class="answer__label" for="antwort-1">Straße und Hausnummer</label>' in text
    assert '<form class="answer__form" action="/abfuhrkalender/" method="get">' in text


def test_in_english_too(home: Address) -> None:
    found = answer("garbage collection", "en")
    assert found and found.field and found.field.action == "/en/abfuhrkalender/"
    bio = answer("biotonne ostanlage 5", "en")
    assert bio and bio.answer.text == "Organic waste: Wednesday 23 December 2026 (in 3 days)"
    assert not bio.lines


def test_with_an_address_it_says_when(home: Address) -> None:
    yellow = made.fraction("Gelbe Tonne", "gelbe-tonne")
    made.collection(made.tour(streets=()), Collection.objects.earliest("day").day, yellow)

    found = answer("Gelber Sack Ostanlage 5")
    assert (
        found and found.answer.text == "Gelbe Tonne: Montag, 21. Dezember 2026 (morgen)" and not found.lines
    )
    everything = answer("abfuhrkalender ostanlage 5")
    assert everything and len(everything.lines) == 2 and everything.url == f"/abfuhrkalender/{home.pk}/"


def test_an_address_that_is_understood_is_not_asked_for_again(home: Address) -> None:
    made.fraction("Weihnachtsbaum", "weihnachtsbaum")

    found = answer("Weihnachtsbaum Ostanlage 5")

    assert found and found.field is None
    assert found.answer.text == "Dafür steht zurzeit kein Termin im Kalender."
    assert found.url.endswith(f"/{home.pk}/")


@pytest.mark.parametrize("query", ["biotonne bestellen", "reisepass", "gelber sack oder restmüll"])
def test_other_questions_are_left_to_the_search(home: Address, query: str) -> None:
    assert answer(query) is None


@pytest.fixture
def items(home: Address) -> None:
    other = "Akku\nKnopfzelle"
    WasteItem.objects.create(
        slug="batterien",
        name="Batterien",
        name_en="Batteries",
        other_names=other,
        place="shop",
        hint="Auch hier.",
    )
    WasteItem.objects.create(slug="farbe", name="Farbe", place="hazardous")
    WasteItem.objects.create(
        slug="pizzakarton", name="Pizzakarton", fraction=Fraction.objects.get(key="restmuell")
    )


@pytest.mark.parametrize("query", ["wohin mit batterien", "Wohin mit Akku?", "knopfzelle entsorgen"])
def test_where_something_goes(items: None, query: str) -> None:
    found = WhereToAnswers().answer(asked(query))

    assert found and found.title == "Batterien" and found.answer.text == "Zurück in den Laden"


@pytest.mark.parametrize("query", ["dispose of batteries", "where to recycle a battery"])
def test_where_something_goes_in_english(items: None, query: str) -> None:
    with translation.override("en"):
        found = WhereToAnswers().answer(asked(query, "en"))

    assert found and (found.title, found.answer.text) == ("Batteries", "Back to the shop")
    assert found.url == "/en/abfuhrkalender/wohin/?q=batterien"


def test_what_goes_to_a_yard_says_which_and_whether_it_is_open(
    items: None, client: Client, django_assert_max_num_queries
) -> None:  # type: ignore[no-untyped-def]
    client.get("/abfuhrkalender/wohin/")
    assert "Wertstoffhöfe" not in client.get("/abfuhrkalender/wohin/").content.decode()
    publish(OfficePageFactory(title="Wertstoffhof Auenfeld", open=True))
    publish(OfficePageFactory(title="Bürgeramt", open=True))

    found = WhereToAnswers().answer(asked("Farbe entsorgen"))
    with django_assert_max_num_queries(5):
        text = client.get("/abfuhrkalender/wohin/").content.decode()

    (line,) = found.lines if found else ()
    assert re.match("Wertstoffhof Auenfeld: (Heute|Geschlossen)", line.text) and line.url.endswith(
        "auenfeld/"
    )
    assert '<a href="#wertstoffhoefe"><strong>Schadstoffmobil oder Wertstoffhof</strong></a>' in text
    assert '<h2 id="wertstoffhoefe">Wertstoffhöfe</h2>' in text and "Montag bis Freitag" in text
    assert "Bürgeramt" not in text.partition("<h2")[2]
    english = client.get("/en/abfuhrkalender/wohin/").content.decode().partition('id="wertstoffhoefe"')[2]
    assert "Monday to Friday" in english and re.search(r"\d (am|pm)|noon", english)
    assert not re.search("Montag|Uhr|geöffnet|eschlossen|tufenlos", english.partition("</main>")[0])


def test_list_in_english_names_things_and_bins_in_english(items: None, client: Client) -> None:
    text = client.get("/en/abfuhrkalender/wohin/", {"q": "batteries"}).content.decode()

    assert "<dt>Batteries</dt>" in text and "<strong>Back to the shop</strong>" in text
    assert '<span lang="de">Auch hier.</span>' in text and "What goes where?" in text


@pytest.mark.parametrize(
    ("query", "first"),
    [
        ("alter fernseher", "Fernseher"),
        ("kaputte lampe", "Kronleuchter"),
        ("Batterieen", "Batterien"),
        ("batery", "Batterien"),
        ("Wohin mit alten Batterien", "Batterien"),
        ("fernseher mit fernbedienung und batterien", "Fernbedienung"),
    ],
)
def test_list_forgives_further_words_and_typing_errors(
    items: None, client: Client, query: str, first: str
) -> None:
    WasteItem.objects.create(slug="fernseher", name="Fernseher", other_names="TV", place="yard")
    WasteItem.objects.create(slug="led", name="LED-Lampe", place="shop")
    WasteItem.objects.create(slug="kronleuchter", name="Kronleuchter", other_names="Lampe", place="yard")
    WasteItem.objects.create(
        slug="fernbedienung", name="Fernbedienung", other_names="Fernbedienung mit Batterien", place="yard"
    )
    text = client.get(reverse("waste_items"), {"q": query}).content.decode()

    assert re.findall("<dt>(.*)</dt>", text)[0] == first and "Meinen Sie das?" in text
    exact = client.get(reverse("waste_items"), {"q": "Fernseher"}).content.decode()
    assert re.findall("<dt>(.*)</dt>", exact) == ["Fernseher"] and "Meinen Sie das?" not in exact


def test_list_knows_a_way_on_where_nothing_is_called_so(items: None, client: Client) -> None:
    address, query = reverse("waste_items"), {"q": "Zyklotron & Co"}
    text = client.get(address, query).content.decode()
    assert 'href="/suche/?q=Zyklotron%20%26%20Co"' in text and "Abfallberatung" not in text

    page = publish(DepartmentPageFactory(title="Stadtreinigung", phone="06499 900-77"))
    put_in_charge(Department.objects.get(pk=page.translation_key))
    text = client.get(address, query).content.decode()
    assert "Die Abfallberatung hilft weiter" in text and "06499 900-77" in text and page.slug in text
    english = client.get("/en/abfuhrkalender/wohin/", query).content.decode()
    assert '<div lang="de">' in english and "Search the whole website" in english


def test_way_to_the_list_is_named_in_the_language_of_the_page(items: None, client: Client) -> None:
    link = ">What goes where? Waste from A to Z</a>"
    assert link in client.get("/en/abfuhrkalender/").content.decode()
    assert ">Wohin mit …? Abfall von A bis Z</a>" in client.get("/abfuhrkalender/").content.decode()


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
