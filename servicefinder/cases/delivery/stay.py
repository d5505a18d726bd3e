"""The case stays in this case file."""

from ..models import Delivery


class Stay:
    name = "stay"
    label = "bleibt in dieser eAkte"
    options_form = None

    def deliver(self, delivery: Delivery) -> str:
        return ""
