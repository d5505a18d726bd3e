"""Every change of a synonym, best bet or released query makes a new version, which all processes notice."""

from typing import Any

from django.db import transaction
from django.db.models.signals import post_delete, post_save

from .domain.guide import guide
from .models import BestBet, GuidanceVersion, ReleasedQuery, Synonym


def guidance_changed(**_kwargs: Any) -> None:
    GuidanceVersion.raise_by_one()
    transaction.on_commit(guide.forget)


def connect() -> None:
    for model in (Synonym, BestBet, ReleasedQuery):
        for signal in (post_save, post_delete):
            signal.connect(guidance_changed, sender=model, dispatch_uid=f"guidance-{model.__name__}")
