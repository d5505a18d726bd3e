"""A fraction with another name is another summary in every calendar: subscribers have to learn of it."""

from typing import Any

from django.db.models import F
from django.db.models.signals import post_init, post_save
from django.utils import timezone

from .models import Collection, Fraction


def remember_name(instance: Fraction, **kwargs: Any) -> None:
    instance._name_before = instance.__dict__.get("name")  # type: ignore[attr-defined]


def renamed(instance: Fraction, created: bool, raw: bool = False, **kwargs: Any) -> None:
    if created or raw or instance.name == instance._name_before:  # type: ignore[attr-defined]
        return
    rows = Collection.objects.filter(fraction=instance)
    rows.update(sequence=F("sequence") + 1, changed_at=timezone.now())
    remember_name(instance)


def connect() -> None:
    post_init.connect(remember_name, sender=Fraction, dispatch_uid="waste.fraction.read")
    post_save.connect(renamed, sender=Fraction, dispatch_uid="waste.fraction.renamed")
