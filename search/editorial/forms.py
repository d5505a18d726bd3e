"""The form of a best bet: its record is chosen among what a search finds."""

from typing import Any

from django import forms
from django.conf import settings
from wagtail.admin.forms import WagtailAdminModelForm

from search.domain.indexing import documents_of
from search.domain.querying import search
from search.registries import result_types

from .models import BestBet
from .models.guidance import lines_of
from .models.statistics import RECORD_CHARACTERS

CHOICES = 10
NO_RECORD = "Wählen Sie einen Treffer. Steht er nicht da, suchen Sie ihn mit anderen Wörtern."


class BestBetForm(WagtailAdminModelForm):
    """`wanted` are words that find the record; without them the queries themselves are asked."""

    wanted = forms.CharField(
        label="Treffer suchen",
        required=False,
        max_length=200,
        help_text="Wörter eingeben, „Treffer suchen“ drücken und unten wählen.",
    )
    record = forms.ChoiceField(
        label="Treffer", widget=forms.RadioSelect, error_messages={"required": NO_RECORD}
    )

    class Meta:
        model = BestBet
        fields = [
            "queries",
            "language",
            "wanted",
            "record",
            "position",
            "active",
            "valid_from",
            "valid_until",
            "note",
        ]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field: Any = self.fields["record"]
        field.choices = self._found()

    def _found(self) -> list[tuple[str, str]]:
        """The chosen record first, then what the words find."""
        language = str(self["language"].value() or settings.LANGUAGE_CODE)
        queries = lines_of(str(self["queries"].value() or ""))
        words = str(self["wanted"].value() or "") or (queries[0] if queries else "")
        choices: dict[str, str] = {}
        chosen = str(self.data.get(self.add_prefix("record"), "") or self.instance.record or "")
        if chosen and len(chosen) <= RECORD_CHARACTERS and (title := _title(chosen, language)):
            choices[chosen] = title
        known = language in dict(settings.LANGUAGES)
        for hit in search(words, language=language, size=CHOICES).hits if words and known else ():
            choices.setdefault(hit.record, f"{hit.title} ({result_types.label(hit.type)})")
        return list(choices.items())

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        if record := cleaned.get("record"):
            self.instance.title = (_title(record, cleaned.get("language", "")) or self.instance.title)[:255]
        return cleaned


def _title(record: str, language: str) -> str:
    """Title of a record that is public in this language, else empty."""
    return next((d.title for d in _documents(record) if d.language == language), "")


def _documents(record: str) -> list[Any]:
    try:
        return documents_of(record)
    except (ValueError, forms.ValidationError):  # A key that no row could have.
        return []
