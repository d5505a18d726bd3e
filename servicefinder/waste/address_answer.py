"""The next collections, for the page of one address."""

from django.urls import reverse

from servicefinder.addresses.registries import Answer, AnswerLine, AskedAddress

from .domain.schedules import pickups, served
from .presentation.bins import bins
from .presentation.next_dates import next_dates
from .wording import texts_in


class NextCollections:
    name, rank = "waste.next", 20

    def answer(self, asked: AskedAddress) -> Answer | None:
        """Three queries."""
        household, texts = served(asked.house.pk), texts_in(asked.language)
        rows = pickups(household.tour_ids, asked.today) if household else []
        if not rows:
            return None
        coming = next_dates(rows, bins(asked.language), asked.today, texts)
        lines = [
            AnswerLine(f"{each.name}: {each.day}", note=" ".join(filter(None, (each.distance, each.note))))
            for each in coming
        ]
        url = reverse("waste_household", args=[asked.house.pk])
        return Answer(texts.next, lines, url, texts.all_dates)
