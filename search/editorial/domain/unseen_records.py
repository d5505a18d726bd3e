"""Records that nobody finds, or that everybody passes by."""

from dataclasses import dataclass

from django.db.models import Sum

from search.domain.indexing import documents_of, record_key
from search.registries import sources

from ..models import RecordDay
from .periods import Period

KINDS = {"nie-gefunden": "Nie unter den Treffern", "nie-geklickt": "Gezeigt, aber nie angeklickt"}


@dataclass(frozen=True)
class UnseenRecord:
    """`shown`: how often it stood on a page of results."""

    title: str
    url: str
    shown: int


def unseen_records(period: Period, source_name: str, kind: str) -> list[tuple[str, int]]:
    """Records of a source with how often they were shown; two queries. None for an unknown source."""
    source = sources.get(source_name)
    if source is None:
        return []
    beginning = record_key(source_name, "")
    days = RecordDay.objects.filter(record__startswith=beginning, day__range=(period.first, period.last))
    sums = days.values("record").annotate(times=Sum("shown"), followed=Sum("clicks"))
    counts = {row["record"]: (row["times"], row["followed"]) for row in sums}
    if kind == "nie-geklickt":
        passed = [(record, times) for record, (times, followed) in counts.items() if times and not followed]
        return sorted(passed, key=lambda each: (-each[1], each[0]))
    return sorted((record, 0) for pk in source.public_pks() if (record := beginning + pk) not in counts)


def described(records: list[tuple[str, int]]) -> list[UnseenRecord]:
    """With title and address; each record is read once, so pass a page of them."""
    rows = []
    for record, shown in records:
        if documents := documents_of(record):
            rows.append(UnseenRecord(documents[0].title, documents[0].url, shown))
    return rows
