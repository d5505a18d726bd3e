"""Published forms as online services that descriptions can link to."""

from collections.abc import Mapping
from uuid import UUID

from django.conf import settings

from servicefinder.catalogue.enums import AddressKind
from servicefinder.catalogue.models import flat_path
from servicefinder.catalogue.registries import OnlineService

from .models import FormPage, FormVersion, speaks

NAME = "form"
Row = tuple[str, str, dict[str, str]]  # Title, slug, English texts.


def key_of(form_id: UUID) -> str:
    """How descriptions name a form."""
    return f"{NAME}-{form_id.hex}"


class PublishedForms:
    """A form is there for everybody while its German page is live, without restriction, and has a version."""

    name = NAME

    def service(self, key: str) -> OnlineService | None:
        try:
            form_id = UUID(hex=key.removeprefix(f"{NAME}-"))
        except ValueError:
            return None
        return next(iter(self._services(form=form_id)), None)

    def services(self) -> list[OnlineService]:
        return sorted(self._services(), key=lambda service: service.label)

    def address(self, built_in: str, language: str) -> str:
        """`home.registries.FormReplacement`: in this language only where the form speaks it."""
        replacing = FormPage.objects.filter(replaces=built_in, locale__language_code=settings.LANGUAGE_CODE)
        for service in self._services(form__in=replacing.values("form")):
            path, german = service.path(language), service.path(settings.LANGUAGE_CODE)
            if language == settings.LANGUAGE_CODE or path != german:
                return path
        return ""

    def titles_in(self, language: str) -> list[tuple[str, str]]:
        """Title and path of each form that speaks `language`, other than German."""
        found = []
        for pages in self._pages().values():
            if settings.LANGUAGE_CODE not in pages:
                continue
            title, slug, english = pages[settings.LANGUAGE_CODE]
            if language in pages:
                title, slug, _ = pages[language]
            elif language in speaks(title, english):
                title = english[title]
            else:
                continue
            found.append((title, flat_path(AddressKind.FORM, language, slug)))
        return found

    def _services(self, **conditions: object) -> list[OnlineService]:
        return [
            _service(form_id, pages)
            for form_id, pages in self._pages(**conditions).items()
            if settings.LANGUAGE_CODE in pages
        ]

    def _pages(self, **conditions: object) -> dict[UUID, dict[str, Row]]:
        """Of each form by language."""
        published = FormVersion.objects.filter(number__gt=0).values("form")
        pages = FormPage.objects.live().public().filter(form__in=published).filter(**conditions)
        columns = ("form", "locale__language_code", "title", "slug", "english_texts")
        by_form: dict[UUID, dict[str, Row]] = {}
        for form_id, language, *row in pages.values_list(*columns):
            by_form.setdefault(form_id, {})[language] = (row[0], row[1], row[2])
        return by_form


def _service(form_id: UUID, pages: Mapping[str, Row]) -> OnlineService:
    """Pages by language. The German one speaks other languages too, where they have no page of their own."""
    title, slug, english = pages[settings.LANGUAGE_CODE]
    slugs = dict.fromkeys(speaks(title, english), slug) | {code: row[1] for code, row in pages.items()}

    def path(language: str) -> str:
        known = language if language in slugs else settings.LANGUAGE_CODE
        return flat_path(AddressKind.FORM, known, slugs[known])

    return OnlineService(key_of(form_id), title, path)
