"""Published forms as online services that descriptions can link to."""

from collections.abc import Iterable
from uuid import UUID

from django.conf import settings

from servicefinder.catalogue.enums import AddressKind
from servicefinder.catalogue.models import flat_path
from servicefinder.catalogue.registries import OnlineService

from .models import FormPage

NAME = "form"


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

    def _services(self, **conditions: object) -> list[OnlineService]:
        pages = FormPage.objects.live().public().filter(form__versions__number__gt=0, **conditions)
        rows = pages.distinct().values_list("form", "title", "slug", "locale__language_code")
        by_form: dict[UUID, list[tuple[str, str, str]]] = {}
        for form_id, title, slug, language in rows:
            by_form.setdefault(form_id, []).append((language, title, slug))
        return [_service(form_id, each) for form_id, each in by_form.items() if _german(each)]


def _german(pages: Iterable[tuple[str, str, str]]) -> tuple[str, str, str] | None:
    return next((page for page in pages if page[0] == settings.LANGUAGE_CODE), None)


def _service(form_id: UUID, pages: list[tuple[str, str, str]]) -> OnlineService:
    slugs = {language: slug for language, _, slug in pages}

    def path(language: str) -> str:
        known = language if language in slugs else settings.LANGUAGE_CODE
        return flat_path(AddressKind.FORM, known, slugs[known])

    german = _german(pages)
    return OnlineService(key_of(form_id), german[1] if german else "", path)
