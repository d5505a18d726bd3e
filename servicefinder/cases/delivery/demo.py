"""Fails on request, so that retrying can be seen."""

from django.core.cache import cache

from ..models import Delivery
from .options import DemoOptions

REMEMBER_SECONDS = 24 * 3600


class Demo:
    """Options: `{"fail": 2}` fails twice, then takes the case."""

    name = "demo"
    label = "Demo, die auf Wunsch scheitert"
    options_form = DemoOptions

    def deliver(self, delivery: Delivery) -> str:
        key = f"cases.delivery.demo:{delivery.pk}"
        cache.add(key, 0, REMEMBER_SECONDS)
        tries = cache.incr(key)
        if tries <= int(delivery.options.get("fail", 0)):
            raise RuntimeError(f"Die Demo scheitert wie gewünscht, zum {tries}. Mal.")
        return f"DEMO-{str(delivery.pk)[:8]}"
