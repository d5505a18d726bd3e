"""A street carries what it is compared, sorted and found by, whoever saves it."""

from typing import Any

from django.db.models.signals import post_save, pre_save

from servicefinder.catalogue.domain.sorting import sort_key

from .domain.folding import folded_street
from .domain.street_keys import write_keys
from .models import Street


def prepare_street(instance: Street, raw: bool = False, **kwargs: Any) -> None:
    if not raw:
        instance.folded, instance.sort_key = folded_street(instance.name), sort_key(instance.name)[:160]


def street_saved(instance: Street, **kwargs: Any) -> None:
    write_keys([instance])


def connect() -> None:
    pre_save.connect(prepare_street, sender=Street, dispatch_uid="addresses.street.prepared")
    post_save.connect(street_saved, sender=Street, dispatch_uid="addresses.street.saved")
