"""Rows of /formulare/ in other languages than German: a form often speaks one before its service does."""

from collections import Counter
from collections.abc import Collection

from django.conf import settings

from home.registries import FormEntry
from servicefinder.catalogue.domain.public_rows import public_rows
from servicefinder.catalogue.domain.sorting import letter, sort_key
from servicefinder.catalogue.models import PublishedService

from .online_services import PublishedForms


class TranslatedForms:
    name = "onlineforms.translated"

    def letters(self, language: str) -> dict[str, int]:
        return dict(Counter(entry.letter for entry in self._entries(language)))

    def entries(self, language: str, letters: Collection[str]) -> list[FormEntry]:
        return [entry for entry in self._entries(language) if entry.letter in letters]

    def _entries(self, language: str) -> list[FormEntry]:
        """In German every form is listed with its service; elsewhere what no service there links to."""
        if language == settings.LANGUAGE_CODE:
            return []
        services = public_rows(PublishedService, language, has_forms=True)
        linked = {
            service["url"]
            for services_of_one in services.values_list("document__online_services", flat=True)
            for service in services_of_one
        }
        titles = [each for each in PublishedForms().titles_in(language) if each[1] not in linked]
        return [_entry(title, url) for title, url in sorted(titles, key=lambda each: sort_key(each[0]))]


def _entry(title: str, url: str) -> FormEntry:
    return FormEntry(
        letter=letter(title), title=title, url=url, online=True, external=False, service="", service_url=""
    )
