"""A gap: what can be done about it, and what came of it."""

from typing import Any

from search.registries import gap_takers

from ..domain.gaps import effect_of, note_end
from .shares import ShareEditView


class GapEditView(ShareEditView):
    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        gap = self.object
        offers = (taker.offers(gap.query, gap.language, self.request.user) for taker in gap_takers)
        return super().get_context_data(**kwargs) | {
            "gap": gap,
            "offers": [offer for some in offers for offer in some],
            "effect": effect_of(gap),
        }

    def save_instance(self) -> Any:
        note_end(self.form.instance)
        return super().save_instance()
