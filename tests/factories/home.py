"""Pages, pictures and notices of the editorial room. Pages are published below the front page unless told."""

from datetime import datetime, timedelta
from io import BytesIO
from typing import Any

from django.core.files.base import ContentFile
from django.utils import timezone
from PIL import Image
from wagtail.models import Locale, Page

from home.models import (
    CityDocument,
    CityImage,
    ContactPage,
    ContactTopic,
    EventIndexPage,
    EventPage,
    EventSchedule,
    FacilityIndexPage,
    FacilityPage,
    HomePage,
    NewsIndexPage,
    NewsPage,
    Notice,
    OfficialNoticeAttachment,
    OfficialNoticeIndexPage,
    OfficialNoticePage,
    StandardPage,
)


def german() -> Locale:
    return Locale.objects.get(language_code="de")


def publish(page: Page, below: Page) -> Any:
    """Add `page` and publish it as the back office does, with a revision."""
    below.refresh_from_db()
    below.add_child(instance=page)
    page.save_revision().publish()
    page.refresh_from_db()
    return page


def front_page() -> HomePage:
    return HomePage.objects.get(locale=german())


def standard_page(title: str = "Rathaus", below: Page | None = None, **fields: Any) -> StandardPage:
    return publish(StandardPage(title=title, **fields), below or front_page())


def news_page(title: str = "Brücke gesperrt", **fields: Any) -> NewsPage:
    fields.setdefault("teaser", "Die Brücke ist zwei Wochen zu.")
    return publish(NewsPage(title=title, **fields), NewsIndexPage.objects.get(locale=german()))


def event_page(title: str = "Weinfest", *schedules: EventSchedule, **fields: Any) -> EventPage:
    """An event in two days from 19 to 21 o'clock, or with the schedules given."""
    page = EventPage(title=title, **fields)
    page.schedules.set(list(schedules) or [schedule()])
    return publish(page, EventIndexPage.objects.get(locale=german()))


def schedule(days: int = 2, hour: int = 19, hours: int | None = 2, **fields: Any) -> EventSchedule:
    start = local(days, hour)
    end = start + timedelta(hours=hours) if hours is not None else None
    return EventSchedule(start=start, **{"end": end, **fields})


def local(days: int, hour: int = 0) -> datetime:
    """An hour of the day that is so many days from today."""
    day = timezone.localdate() + timedelta(days=days)
    return timezone.make_aware(datetime(day.year, day.month, day.day, hour))


def facility_page(title: str = "Stadtbücherei", **fields: Any) -> FacilityPage:
    return publish(FacilityPage(title=title, **fields), FacilityIndexPage.objects.get(locale=german()))


def notice(title: str = "Wasser abkochen", **fields: Any) -> Notice:
    fields.setdefault("starts_at", timezone.now() - timedelta(hours=1))
    fields.setdefault("locale", german())
    return Notice.objects.create(title=title, **fields)


def image_file(width: int = 800, height: int = 600, image_format: str = "JPEG", **saving: Any) -> bytes:
    """A picture with a gradient, so that formats have something to do."""
    picture = Image.linear_gradient("L").resize((width, height)).convert("RGB")
    file = BytesIO()
    picture.save(file, image_format, **saving)
    return file.getvalue()


def image(title: str = "Marktplatz", content: bytes | None = None, **fields: Any) -> CityImage:
    values = {
        "description": "Der Marktplatz mit Brunnen",
        "author": "Erika Muster",
        "licence": "CC BY 4.0",
        **fields,
    }
    return CityImage.objects.create(
        title=title, file=ContentFile(content or image_file(), name="marktplatz.jpg"), **values
    )


def document(
    title: str = "Haushaltsplan", content: bytes = b"%PDF-1.7\n%%EOF", **fields: Any
) -> CityDocument:
    return CityDocument.objects.create(title=title, file=ContentFile(content, name="haushalt.pdf"), **fields)


def translation_of(page: Page, language: str = "en", title: str = "", *, live: bool = True) -> Any:
    """A copy of `page` in another language below the translation of its parent."""
    copy = page.specific.copy_for_translation(Locale.objects.get(language_code=language))
    copy.title = title or f"{page.title} ({language})"
    revision = copy.save_revision()
    if live:
        revision.publish()
    copy.refresh_from_db()
    return copy


def contact_topics(*labels: str) -> ContactPage:
    """The contact page with topics; each goes to `<label>@stadt.example`."""
    page = ContactPage.objects.get(locale=german())
    page.topics = [
        ContactTopic(
            label=label,
            recipient_name=f"Amt für {label}",
            recipient_email=f"{label.lower()}@stadt.example",
            locale=german(),
        )
        for label in labels
    ]
    page.save_revision().publish()
    return ContactPage.objects.get(pk=page.pk)


def official_notice(
    title: str = "Hundesteuersatzung", *attachments: CityDocument, live: bool = True, **fields: Any
) -> OfficialNoticePage:
    """A notice of today, published and so sealed unless told."""
    values = {
        "department": "Magistrat, Kämmerei",
        "kind": "statute",
        "body": [("text", "<p>Der Steuersatz beträgt 90 Euro.</p>")],
        **fields,
    }
    page = OfficialNoticePage(title=title, live=live, **values)
    page.attachments = [
        OfficialNoticeAttachment(title=f"Anlage {number}", document=file)
        for number, file in enumerate(attachments, start=1)
    ]
    index = OfficialNoticeIndexPage.objects.get(locale=german())
    if live:
        return publish(page, index)
    index.add_child(instance=page)
    page.save_revision()
    return page
