"""The form of a best bet: its record is chosen among what a search finds."""

from typing import Any

from django import forms
from django.conf import settings
from django.utils.functional import cached_property
from wagtail.admin.forms import WagtailAdminModelForm

from search.domain.indexing import documents_of
from search.domain.querying import SIZE_LIMIT, search
from search.registries import result_types

from .models import BestBet
from .models.guidance import lines_of
from .models.statistics import RECORD_CHARACTERS
from .policies import best_bets, kept_records

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
        if self._may_place(chosen) and (title := _title(chosen, language)):
            choices[chosen] = title
        known = language in dict(settings.LANGUAGES)
        for hit in search(words, language=language, size=self._looked_at).hits if words and known else ():
            if len(choices) < CHOICES and self._may_place(hit.record):
                choices.setdefault(hit.record, f"{hit.title} ({result_types.label(hit.type)})")
        return list(choices.items())

    @cached_property
    def _own(self) -> set[str] | None:
        """Records that may be chosen; None for an editor of the search, who may choose any."""
        return None if best_bets.is_editor(self.for_user, ["add", "change"]) else kept_records(self.for_user)

    @property
    def _looked_at(self) -> int:
        return CHOICES if self._own is None else SIZE_LIMIT

    def _may_place(self, record: str) -> bool:
        return 0 < len(record) <= RECORD_CHARACTERS and (self._own is None or record in self._own)

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
