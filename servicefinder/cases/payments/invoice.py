"""The city sends an invoice; the treasury books what comes in."""

from django.utils.translation import gettext

from ..enums import PaymentState
from ..models import Case


class Invoice:
    name = "invoice"
    label = "per Rechnung"

    def start(self, case: Case) -> str:
        return gettext("Sie bekommen eine Rechnung. Bitte zahlen Sie erst, wenn sie da ist.")

    def is_paid(self, case: Case) -> bool:
        return case.payment == PaymentState.PAID

    def refund(self, case: Case) -> None:
        """Nothing was taken that could be given back here: the treasury refunds by transfer."""
