"""The page form: drafts are saved as they are, publishing asks the preflight first."""

from copy import deepcopy
from typing import Any

from servicefinder.catalogue.editing.facts import FactsOnceForm

from ..domain.problems import Problem
from ..registries import preflights
from .block_errors import block_error
from .case_types import label_of, named_case_types
from .compiling import as_problem, fields_alone, unreadable
from .deliveries import DeliveriesField
from .english import PAGE_TEXTS, groups_of
from .english_field import EnglishField

STREAMS = ("steps", "prices")


class FormPageForm(FactsOnceForm):
    findings: list[Problem] = []
    english_texts = EnglishField(label="Englische Texte", required=False)
    deliver_to = DeliveriesField(label="Übergabe an", required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if "deliver_to" in self.fields:
            self.fields["deliver_to"].initial = self.instance.deliver_to
        if "case_type" in self.fields:
            choice: Any = self.fields["case_type"]
            choice.queryset = named_case_types(self.instance.case_type_id)
            choice.label_from_instance = label_of
        if "english_texts" in self.fields:
            self._show_english(self.fields["english_texts"])

    def _show_english(self, field: Any) -> None:
        page = self.instance
        field.initial = page.english_texts
        if page.pk is None:
            return
        own = {name: getattr(page, name) for names in PAGE_TEXTS.values() for name in names}
        steps, prices = page.steps.get_prep_value(), page.prices.get_prep_value()
        field.show(groups_of(own, steps, prices, page.english_texts))

    def _post_clean(self) -> None:
        """Of a draft only what can never be read is wrong; what is missing may still come."""
        super()._post_clean()
        if self.errors or "steps" not in self.fields:
            return
        raw = {name: getattr(self.instance, name).get_prep_value() for name in STREAMS}
        if self.is_deferred_validation:
            unread = unreadable(*deepcopy(list(raw.values())))
            self._blame([as_problem(each) for each in unread if not each.missing], raw)
        else:
            self._blame([each for one in preflights for each in one.problems(self.instance)], raw)

    def _blame(self, problems: list[Problem], raw: dict[str, Any]) -> None:
        """Each problem beside its box; all of them in one list above (`findings`)."""
        self.findings = problems
        fields = fields_alone(raw["steps"])
        in_streams: dict[Any, list[Problem]] = {name: [] for name in STREAMS}
        for problem in problems:
            name = problem.path[0] if problem.path else None
            if name in in_streams:
                in_streams[name].append(problem)
            elif name in self.fields:
                self.add_error(str(name), problem.text)
            else:
                self.add_error(None, str(problem))
        for name, found in in_streams.items():
            if found:
                block = self.instance._meta.get_field(name).stream_block
                self.add_error(name, block_error(block, raw[name], found, fields))
