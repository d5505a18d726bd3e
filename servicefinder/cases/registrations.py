"""What the case file announces to the rooms below it."""

from django.core import checks

from . import payments, pdf
from .domain.key_checks import check_data_keys


def register() -> None:
    """Called once, in `CasesConfig.ready()`."""
    checks.register(check_data_keys, checks.Tags.security)
    payments.register()
    pdf.register()
