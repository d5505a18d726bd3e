from typing import Any

from django.db.models.signals import post_save

from home.domain.event_dates import write_dates
from home.models import EventPage


def event_saved(instance: EventPage, raw: bool, update_fields: Any, **kwargs: Any) -> None:
    if not raw and not update_fields:
        write_dates(instance)


def connect() -> None:
    post_save.connect(event_saved, sender=EventPage, dispatch_uid="home.events.saved")
