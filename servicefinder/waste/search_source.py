"""Waste A to Z in the city's search."""

from collections.abc import Iterator
from typing import Any

from django.db.models import Model
from django.db.models.signals import post_delete, post_save
from django.urls import reverse
from django.utils import translation

from search.documents import About, SearchDocument
from search.domain.indexing import mark_changed

from .domain.item_search import found_item
from .models import WasteItem

NAME, TYPE = "waste.items", "waste"


class ItemSource:
    name = NAME
    model: type[Model] = WasteItem

    def documents_for(self, pk: str) -> list[SearchDocument]:
        item = WasteItem.objects.select_related("fraction").filter(pk=pk).first()
        if item is None:
            return []
        found = found_item(item, "de")
        with translation.override("de"):
            url = f"{reverse('waste_items')}?q={item.slug}"
        return [
            SearchDocument(
                type=TYPE,
                id=str(item.pk),
                language="de",
                title=f"Wohin mit {item.name}?",
                teaser=f"{found.goes_to}. {item.hint}".strip(),
                url=url,
                alternatives=tuple(filter(None, (item.name, *item.other_names.splitlines(), item.name_en))),
                about=About.NEWS,
            )
        ]

    def public_pks(self) -> Iterator[str]:
        return map(str, WasteItem.objects.order_by("pk").values_list("pk", flat=True).iterator())


def item_changed(instance: WasteItem, raw: bool = False, **kwargs: Any) -> None:
    if not raw:
        mark_changed(NAME, str(instance.pk))


def connect() -> None:
    for name, signal in {"saved": post_save, "deleted": post_delete}.items():
        signal.connect(item_changed, sender=WasteItem, dispatch_uid=f"waste.items.{name}")
