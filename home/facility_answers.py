"""„Öffnungszeiten Hallenbad“: the hours of a facility, above the results of the search."""

from collections.abc import Sequence

from django.utils import timezone
from django.utils.translation import gettext

from home.domain.facilities import address_lines, open_now, week
from home.domain.facility_kinds import KIND_NAMES
from home.models import FacilityPage
from home.publicity import public
from search.answers import AnswerLine, AskedQuestion, DirectAnswer
from search.domain.asked_facts import HOURS, surplus, thing_asked_for

FACILITIES_LIMIT = 500


class FacilityHoursAnswers:
    name = "home.facility_hours"

    def answer(self, asked: AskedQuestion) -> DirectAnswer | None:
        """Of the one facility with hours that is named, or that is the only one of its kind."""
        thing = thing_asked_for(HOURS, asked.words, asked.language)
        page = _named(thing, asked.language) if thing else None
        return _card(page) if page else None


def _named(thing: Sequence[str], language: str) -> FacilityPage | None:
    """Two queries at most."""
    pages = public(
        FacilityPage.objects.filter(locale__language_code=language, hours__isnull=False)
    ).distinct()
    matches = [
        (extra, pk)
        for pk, title, kind in pages.values_list("pk", "title", "kind")[:FACILITIES_LIMIT]
        if (extra := surplus(thing, [title], KIND_NAMES.get(kind, ()), language)) is not None
    ]
    least = min((extra for extra, _ in matches), default=0)
    best = [pk for extra, pk in matches if extra == least]
    return FacilityPage.objects.get(pk=best[0]) if len(best) == 1 else None


def _card(page: FacilityPage) -> DirectAnswer:
    hours = list(page.hours.all())
    now, state = open_now(hours)
    rows = [f"{row.days}: {row.times}" for row in week(hours, timezone.localdate().weekday())]
    remarks = [*page.hours_note.splitlines(), ", ".join(address_lines(page))]
    return DirectAnswer(
        title=gettext("Öffnungszeiten: %(place)s") % {"place": page.title},
        answer=AnswerLine(now),
        state=state,
        lines=tuple(AnswerLine(line) for line in (*rows, *remarks) if line),
        url=page.url or "",
        link=page.title,
    )
