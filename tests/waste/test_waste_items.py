"""The demo city's waste from A to Z."""

import pytest
from django.test import Client

from democity.loading.load import Load
from democity.loading.waste_items import load_waste_items
from democity.models import DemoRecord
from home.models import HomePage
from servicefinder.waste.models import Fraction, WasteItem

pytestmark = pytest.mark.django_db


def test_each_thing_goes_one_way_and_is_marked_as_demo(client: Client, django_assert_max_num_queries) -> None:  # type: ignore[no-untyped-def]
    load_waste_items(Load(home=HomePage()))

    assert WasteItem.objects.count() >= 250 and Fraction.objects.count() == 6
    assert DemoRecord.objects.count() == WasteItem.objects.count() + 6
    client.get("/abfuhrkalender/wohin/")
    with django_assert_max_num_queries(4):
        text = client.get("/abfuhrkalender/wohin/").content.decode()
    assert text.count("<dt>") == WasteItem.objects.count()
    assert "Batterien" in client.get("/abfuhrkalender/wohin/?q=batterie").content.decode()
