"""A place with its address and coordinates; a map opens elsewhere, and only on request."""

from decimal import Decimal
from typing import Any

from wagtail.blocks import CharBlock, DecimalBlock, StructBlock, StructValue, TextBlock

from home.coordinates import map_link


class PlaceValue(StructValue):
    @property
    def map_link(self) -> str:
        """Address of a map, empty without coordinates."""
        return map_link(self.get("latitude"), self.get("longitude"))


class PlaceBlock(StructBlock):
    name = CharBlock(label="Name", max_length=160)
    address = TextBlock(label="Anschrift", rows=2)
    latitude = DecimalBlock(
        label="Breitengrad", required=False, min_value=Decimal(-90), max_value=Decimal(90), decimal_places=6
    )
    longitude = DecimalBlock(
        label="Längengrad", required=False, min_value=Decimal(-180), max_value=Decimal(180), decimal_places=6
    )
    directions = TextBlock(
        label="Anfahrt und Zugang", required=False, rows=3, help_text="Bus, Parkplätze, Aufzug, Eingang."
    )

    def get_context(self, value: PlaceValue, parent_context: dict[str, Any] | None = None) -> dict[str, Any]:
        context: dict[str, Any] = super().get_context(value, parent_context)
        context["lines"] = (value.get("address") or "").splitlines()
        return context

    class Meta:
        icon = "site"
        label = "Ort"
        value_class = PlaceValue
        template = "home/blocks/place.html"
