"""Counts for the office: how many, how long; nothing about any single document."""

from django.db.models import Count

from charts.bars import BarChart, Series
from servicefinder.cases.domain.statistics import percentile

from ..enums import DocumentKind, DocumentState
from ..models import DocumentRecord
from .measuring import Step, measured

SHORT = {
    DocumentKind.IDENTITY_CARD: "Perso",
    DocumentKind.PASSPORT: "Pass",
    DocumentKind.CHILD: "Kind",
    DocumentKind.TEMPORARY: "vorl.",
    DocumentKind.RESIDENCE: "Aufenth.",
    DocumentKind.TRAVEL: "Reiseausw.",
}


def counts_chart() -> BarChart:
    rows = DocumentRecord.objects.order_by().values_list("kind", "state").annotate(Count("pk"))
    counts = {(kind, state): count for kind, state, count in rows}

    def series(state: DocumentState) -> Series:
        return Series(state.label, tuple(counts.get((kind.value, state.value), 0) for kind in DocumentKind))

    return BarChart(
        "Dokumente nach Stand",
        tuple(SHORT.values()),
        (series(DocumentState.PRODUCTION), series(DocumentState.READY)),
        first_heading="Dokumentart",
    )


def waiting_chart() -> BarChart:
    """Median days; the last twelve months."""

    def series(label: str, step: str) -> Series:
        found = measured(step)
        values = (percentile(found[kind], 50) if kind in found else None for kind in DocumentKind.values)
        return Series(label, tuple(values))

    return BarChart(
        "Wartezeit in Tagen (die Hälfte ist schneller)",
        tuple(SHORT.values()),
        (series("bis abholbereit", Step.PRODUCTION), series("bis ausgehändigt", Step.PICKUP)),
        first_heading="Dokumentart",
    )
