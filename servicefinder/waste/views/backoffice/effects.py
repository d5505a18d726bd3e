"""What if: who gets which days when the plan is published, and whether the year is sound."""

from typing import Any

from django.utils import timezone

from ...domain.effects import effect_of_publication
from ...domain.outlooks import planned_outlook
from ...domain.soundness import planned_soundness
from ...presentation.backoffice.effects import shown_effect, shown_soundness
from .access import WastePage


class EffectView(WastePage):
    template_name = "waste/backoffice/effect.html"
    page_title = "Vorschau: Was ändert sich?"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        outlook, today = planned_outlook(self.plan), timezone.localdate()
        effect = effect_of_publication(self.plan, today, outlook)
        return super().get_context_data(**kwargs) | {
            "effect": shown_effect(effect, self.request.GET.get("seite")),
            "sound": shown_soundness(self.plan, planned_soundness(self.plan, outlook, today)),
        }
