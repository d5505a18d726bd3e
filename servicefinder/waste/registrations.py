"""What the room waste announces to the rooms below it."""

from django.urls import reverse
from django.utils import translation

from capabilities.revalidation import Revalidated, revalidated
from search.registries import ResultType, direct_answers, result_types, sources
from servicefinder.addresses.registries import address_answers
from servicefinder.catalogue.registries import OnlineService, online_services

from . import api, pdf, receivers, search_source, tasks
from .address_answer import NextCollections
from .answers import CollectionAnswers, WhereToAnswers
from .views.calendars import SUBSCRIPTION, subscription_headers


def register() -> None:
    """Called once, in `WasteConfig.ready()`."""
    api.register()
    pdf.register()
    tasks.register()
    receivers.connect()
    search_source.connect()
    sources.register(search_source.ItemSource())
    result_types.register(ResultType(search_source.TYPE, "Abfall von A bis Z", "Abfall von A bis Z"))
    address_answers.register(NextCollections())
    direct_answers.register(WhereToAnswers())
    direct_answers.register(CollectionAnswers())
    revalidated.register(Revalidated("waste.subscription", SUBSCRIPTION, subscription_headers))
    online_services.register(OnlineService("waste", "Abfuhrkalender für Ihre Adresse", _start))


def _start(language: str) -> str:
    with translation.override(language):
        return reverse("waste")
