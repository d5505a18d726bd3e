"""The page „Meine Adresse“ in the city's search."""

from collections.abc import Iterator

from django.db.models import Model
from django.urls import reverse
from django.utils import translation

from search.documents import About, SearchDocument

from .models import District
from .wording import texts_in

NAME = "addresses.page"
LANGUAGES = ("de", "en")
# What people call what the page answers.
WORDS = {
    "de": (
        "Adresse",
        "Wahllokal",
        "Wahlbezirk",
        "Schulbezirk",
        "Einzugsgebiet",
        "Stadtteil",
        "zuständiges Amt",
    ),
    "en": ("address", "polling place", "school district", "district", "responsible office"),
}


class AddressPageSource:
    """One record: a page without a row of its own. It is public as soon as the city has districts."""

    name = NAME
    model: type[Model] = District
    key = "meine-adresse"

    def documents_for(self, pk: str) -> list[SearchDocument]:
        if pk != self.key or not District.objects.exists():
            return []
        return [self._document(language) for language in LANGUAGES]

    def public_pks(self) -> Iterator[str]:
        yield from (self.key,) if District.objects.exists() else ()

    def _document(self, language: str) -> SearchDocument:
        texts = texts_in(language)
        with translation.override(language):
            url = reverse("my_address")
        return SearchDocument(
            type="page",
            id=self.key,
            language=language,
            title=texts.title,
            teaser=texts.lead,
            url=url,
            alternatives=WORDS[language],
            about=About.NEWS,
        )
