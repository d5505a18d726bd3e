"""Paid at the counter, with what is picked up there."""

from django.utils.translation import gettext

from ..enums import PaymentState
from ..models import Case


class Pickup:
    name = "pickup"
    label = "bei Abholung"

    def start(self, case: Case) -> str:
        return gettext("Sie zahlen bei der Abholung, mit Karte oder bar.")

    def is_paid(self, case: Case) -> bool:
        return case.payment == PaymentState.PAID

    def refund(self, case: Case) -> None:
        """Given back at the counter."""
