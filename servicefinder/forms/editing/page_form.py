"""The page form: drafts are saved as they are, publishing asks the preflight first."""

from servicefinder.catalogue.editing.facts import FactsOnceForm

from ..registries import preflights


class FormPageForm(FactsOnceForm):
    def _post_clean(self) -> None:
        super()._post_clean()
        if self.is_deferred_validation or self.errors:
            return
        for preflight in preflights:
            for problem in preflight.problems(self.instance):
                self.add_error(None, problem)
