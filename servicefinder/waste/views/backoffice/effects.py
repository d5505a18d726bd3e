"""What if: who gets which days when the plan is published, and whether the year is sound."""

from typing import Any

from django.utils import timezone

from ...domain.effects import effect_of_publication
from ...domain.outlooks import planned_outlook
from ...domain.plan_checks import soundness_of
from ...presentation.backoffice.effects import shown_effect, shown_soundness
from .access import WastePage


class EffectView(WastePage):
    template_name = "waste/backoffice/effect.html"
    page_title = "Vorschau: Was ändert sich?"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        outlook = planned_outlook(self.plan)
        effect = effect_of_publication(self.plan, timezone.localdate(), outlook)
        return super().get_context_data(**kwargs) | {
            "effect": shown_effect(effect, self.request.GET.get("seite")),
            "sound": shown_soundness(soundness_of(self.plan, outlook)),
        }
