"""Choosing one of our own online services by its name."""

from typing import Any

from django import forms

from ..registries import all_online_services

NONE = ("", "— keiner —")


class OnlineServiceSelect(forms.Select):
    """Lists what can be used now when it is drawn; a key that leads nowhere stays visible as such."""

    def optgroups(self, name: str, value: list[str], attrs: dict[str, Any] | None = None) -> list[Any]:
        known = [(each.name, each.label) for each in all_online_services()]
        gone = [(key, f"nicht mehr da ({key})") for key in value if key and key not in dict(known)]
        self.choices = [NONE, *known, *gone]
        return super().optgroups(name, value, attrs)
