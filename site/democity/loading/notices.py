from datetime import date
from typing import Any

from django.urls import reverse
from wagtail.models import Locale

from democity import content_files
from home.models import Notice, NoticeSection

from .load import Load, local


def load_notices(load: Load) -> None:
    for entry in content_files.read("notices")["notices"]:
        first, last = _span(entry, load)
        notice = Notice(
            severity=entry["severity"],
            title=entry["title"],
            text=entry["text"],
            link_label="Mehr erfahren" if entry.get("url") else "",
            link_address=entry.get("url", ""),
            starts_at=local(first, "08:00"),
            ends_at=local(last, "23:00"),
            everywhere=entry["where"] == "site",
            locale=Locale.objects.get(language_code="de"),
        )
        notice.sections.set(_sections(entry["where"], load))
        notice.full_clean()
        notice.save()
        load.mark(notice)


def _span(entry: dict[str, Any], load: Load) -> tuple[date, date]:
    if "season" in entry:
        return load.season(*entry["season"])
    return load.day(entry["from_days"]), load.day(entry["until_days"])


def _sections(where: str, load: Load) -> list[NoticeSection]:
    if where == "home":
        return [NoticeSection(page=load.home)]
    return [NoticeSection(address=reverse("finder"))] if where == "services" else []
