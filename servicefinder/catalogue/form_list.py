"""The catalogue's rows of /formulare/: what services link to, read from the read model."""

from collections.abc import Collection, Iterator, Mapping
from typing import Any

from django.db.models import Count
from django.template.defaultfilters import filesizeformat

from home.registries import FormEntry, form_lists

from .domain.online_ways import is_online
from .domain.public_rows import public_rows
from .enums import AddressKind, OnlineServiceKind, TrustLevel
from .models import PublishedService, flat_path

Part = dict[str, Any]


class ServiceForms:
    name = "catalogue.services"

    def letters(self, language: str) -> dict[str, int]:
        rows = public_rows(PublishedService, language, has_forms=True).order_by("letter")
        return dict(rows.values_list("letter").annotate(Count("pk")))

    def entries(self, language: str, letters: Collection[str]) -> list[FormEntry]:
        """Only the two lists of each document are read, not the whole of it."""
        rows = public_rows(PublishedService, language, has_forms=True, letter__in=letters)
        values = rows.order_by("sort_key").values(
            "letter", "title", "slug", "document__online_services", "document__documents"
        )
        return [entry for row in values for entry in _entries(row, language)]


def forms_of(document: Part, language: str) -> list[FormEntry]:
    """Forms of one service, by its document."""
    parts = {f"document__{name}": document[name] for name in ("online_services", "documents")}
    about = {"letter": "", "title": document["title"], "slug": document["slug"]}
    return list(_entries({**about, **parts}, language))


def _entries(row: Mapping[str, Any], language: str) -> Iterator[FormEntry]:
    about = {
        "letter": row["letter"],
        "service": row["title"],
        "service_url": flat_path(AddressKind.SERVICE, language, row["slug"]),
    }
    for service in row["document__online_services"]:
        if is_online(service) and service["url"]:
            yield _online(service, about)
    for document in row["document__documents"]:
        if document["template"] or document["template_url"]:
            yield _to_print(document, about)


def _online(service: Part, about: dict[str, str]) -> FormEntry:
    return FormEntry(
        title=service["label"],
        url=service["url"],
        online=True,
        external=service["kind"] == OnlineServiceKind.EXTERNAL,
        note=TrustLevel(service["trust_level"]).label,
        **about,
    )


def _to_print(document: Part, about: dict[str, str]) -> FormEntry:
    file = document["template"]
    return FormEntry(
        title=document["name"],
        url=file["url"] if file else document["template_url"],
        online=False,
        external=not file,
        note=f"{file['type']}, {filesizeformat(file['size'] or 0)}" if file else "",
        **about,
    )


def register() -> None:
    form_lists.register(ServiceForms())
