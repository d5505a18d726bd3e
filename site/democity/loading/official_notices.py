from django.template.defaultfilters import date as format_date

from democity import content_files
from home.enums import OfficialNoticeKind
from home.models import OfficialNoticeIndexPage, OfficialNoticePage

from .load import Load

KINDS = {label: value for value, label in OfficialNoticeKind.choices} | {
    "Bebauungsplan": OfficialNoticeKind.DEVELOPMENT_PLAN
}


def load_official_notices(load: Load) -> None:
    """Oldest first: publishing seals a notice."""
    index = OfficialNoticeIndexPage.objects.child_of(load.home).get()
    entries = content_files.read("official_notices")["official_notices"]
    stream_block = OfficialNoticePage._meta.get_field("body").stream_block  # type: ignore[union-attr]
    for entry in sorted(entries, key=lambda entry: int(entry["days"])):
        issued_on = load.day(entry["days"])
        text = entry["body"].replace("{date}", format_date(issued_on, "j. F Y"))
        if meeting := entry.get("meeting"):
            day = load.weekday(meeting["days"], meeting["weekday"])
            text = text.replace("{meeting}", format_date(day, "l, \\d\\e\\m j. F Y"))
        page = OfficialNoticePage(
            slug=entry["slug"],
            title=entry["title"],
            teaser=entry.get("teaser", ""),
            kind=KINDS.get(entry["kind"], OfficialNoticeKind.OTHER),
            issued_on=issued_on,
            archived_after=load.day(entry["days"] + entry["archived_after_days"]),
            department=f"Der Magistrat, {load.departments[entry['department']].title}",
            body=stream_block.to_python([{"type": "text", "value": text}]),
        )
        load.add_page(index, page, published_days=entry["days"])
