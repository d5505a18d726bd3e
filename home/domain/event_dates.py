"""Single dates of events, written from schedules so that lists need not calculate."""

from collections.abc import Iterable

from django.conf import settings
from django.db import transaction

from home.domain.recurrence import occurrences
from home.models import EventDate, EventPage, EventSchedule


def write_dates(page: EventPage) -> None:
    """Bring the dates of `page` up to date; of its translations too, if it is the German page.

    A translation has no dates of its own: it takes those of the German page, where there is one.
    """
    schedules = list(_schedules(page))
    pages = [page, *page.get_translations()] if page.language == settings.LANGUAGE_CODE else [page]
    with transaction.atomic():
        for one in pages:
            EventDate.objects.filter(page_id=one.pk).delete()
            EventDate.objects.bulk_create(_dates(one, schedules))


def planned_dates(page: EventPage) -> list[EventDate]:
    """The dates as they would be written, in order, for a preview; nothing is saved."""
    return sorted(_dates(page, _schedules(page)), key=lambda date: date.start)


def _schedules(page: EventPage) -> Iterable[EventSchedule]:
    if page.language != settings.LANGUAGE_CODE:
        german = EventSchedule.objects.filter(
            page__translation_key=page.translation_key, page__locale__language_code=settings.LANGUAGE_CODE
        )
        if german:
            return german
    found: Iterable[EventSchedule] = page.schedules.all()
    return found


def _dates(page: EventPage, schedules: Iterable[EventSchedule]) -> list[EventDate]:
    """Two schedules that fall on the same moment are one date."""
    found = {item.start: item for schedule in schedules for item in occurrences(schedule)}
    return [
        EventDate(page_id=page.pk, start=item.start, end=item.end, over_at=item.over_at, all_day=item.all_day)
        for item in found.values()
    ]
