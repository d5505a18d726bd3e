"""Ways to pay, one module each."""

from ..registries import payment_providers
from .invoice import Invoice
from .pickup import Pickup


def register() -> None:
    """Called once, in `CasesConfig.ready()`."""
    payment_providers.register(Invoice())
    payment_providers.register(Pickup())
