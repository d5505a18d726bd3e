"""What the case file announces to the rooms below it."""

from django.core import checks

from servicefinder.catalogue.registries import department_belongings, measured_durations

from . import delivery, nightly, payments, pdf, tasks
from .domain.key_checks import check_data_keys
from .domain.merging import CaseFileBelongings
from .domain.statistics import MeasuredCases


def register() -> None:
    """Called once, in `CasesConfig.ready()`."""
    checks.register(check_data_keys, checks.Tags.security)
    payments.register()
    pdf.register()
    measured_durations.register(MeasuredCases())
    department_belongings.register(CaseFileBelongings())
    tasks.register()
    delivery.register()
    nightly.register()
