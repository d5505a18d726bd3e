"""What the room passports announces to the rooms below it."""

from django.core import checks

from search.registries import direct_answers
from servicefinder.catalogue.registries import online_services

from . import pdf, tasks
from .direct_answers import StatusAnswers
from .domain.pepper_checks import check_peppers
from .online_service import SERVICE


def register() -> None:
    """Called once, in `PassportsConfig.ready()`."""
    checks.register(check_peppers, checks.Tags.security)
    online_services.register(SERVICE)
    direct_answers.register(StatusAnswers())
    pdf.register()
    tasks.register()
