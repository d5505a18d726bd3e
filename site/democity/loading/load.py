"""What the modules of one loading share."""

from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.utils import timezone
from wagtail.models import Page

from democity.models import DemoRecord


@dataclass
class Load:
    """One loading of the demo city. Pages are found by the slugs that the files use."""

    home: Page
    today: date = field(default_factory=timezone.localdate)
    pictures: dict[str, Any] = field(default_factory=dict)
    departments: dict[str, Any] = field(default_factory=dict)
    offices: dict[str, Any] = field(default_factory=dict)
    life_situations: dict[str, Any] = field(default_factory=dict)
    services: dict[str, Any] = field(default_factory=dict)
    staff: dict[str, list[Any]] = field(default_factory=dict)
    forms: dict[str, Any] = field(default_factory=dict)
    case_types: dict[str, Any] = field(default_factory=dict)

    def mark(self, row: Any) -> Any:
        """Remember `row` as demo content, and return it."""
        DemoRecord.objects.get_or_create(
            content_type=ContentType.objects.get_for_model(row),
            object_id=str(row.pk),
            defaults={"label": str(row)[:255]},
        )
        return row

    def mark_all(self, rows: list[Any]) -> None:
        """Remember new rows of one model."""
        DemoRecord.objects.bulk_create(
            DemoRecord(
                content_type=ContentType.objects.get_for_model(row),
                object_id=str(row.pk),
                label=str(row)[:255],
            )
            for row in rows
        )

    def add_page(self, parent: Page, page: Any, published_days: int = 0) -> Any:
        """Add and publish `page` below `parent`, as if first published `published_days` from today."""
        parent.refresh_from_db(fields=["path", "depth", "numchild"])
        page.live = False
        parent.add_child(instance=page)
        return self.publish(page, published_days)

    def publish(self, page: Any, published_days: int = 0) -> Any:
        page.first_published_at = min(self.moment(published_days), timezone.now())
        page.save_revision(log_action=False).publish(log_action=False)
        self.mark(page)
        return page

    def day(self, days: int) -> date:
        return self.today + timedelta(days=days)

    def weekday(self, days: int, weekday: int) -> date:
        """The first such day (0 = Monday) from the day `days` from today on."""
        day = self.day(days)
        return day + timedelta(days=(weekday - day.weekday()) % 7)

    def season(self, first: str, last: str) -> tuple[date, date]:
        """From `first` to `last` (MM-DD of one year): what runs today or comes next."""
        years = (self.today.year, self.today.year + 1)
        seasons = [(date.fromisoformat(f"{y}-{first}"), date.fromisoformat(f"{y}-{last}")) for y in years]
        return next(each for each in seasons if each[1] >= self.today)

    def moment(self, days: int, clock: str = "08:00") -> datetime:
        """`clock` (HH:MM, local time) on the day `days` from today."""
        return local(self.day(days), clock)


def local(day: date, clock: str) -> datetime:
    return timezone.make_aware(datetime.combine(day, time.fromisoformat(clock)))
