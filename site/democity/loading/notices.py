from django.urls import reverse
from wagtail.models import Locale

from democity import content_files
from home.models import Notice, NoticeSection

from .load import Load


def load_notices(load: Load) -> None:
    for entry in content_files.read("notices")["notices"]:
        notice = Notice(
            severity=entry["severity"],
            title=entry["title"],
            text=entry["text"],
            link_label="Mehr erfahren" if entry.get("url") else "",
            link_address=entry.get("url", ""),
            starts_at=load.moment(entry["from_days"]),
            ends_at=load.moment(entry["until_days"], "23:00"),
            everywhere=entry["where"] == "site",
            locale=Locale.objects.get(language_code="de"),
        )
        notice.sections.set(_sections(entry["where"], load))
        notice.full_clean()
        notice.save()
        load.mark(notice)


def _sections(where: str, load: Load) -> list[NoticeSection]:
    if where == "home":
        return [NoticeSection(page=load.home)]
    return [NoticeSection(address=reverse("finder"))] if where == "services" else []
