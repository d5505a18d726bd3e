"""Ways to hand a case over, one module each."""

from outbox.registries import JobKind, jobs

from ..domain.deliveries import DELIVERY_KIND
from ..domain.delivering import MAX_ATTEMPTS, deliver
from ..registries import delivery_targets
from .demo import Demo
from .email import Email
from .fitconnect import FitConnect
from .folder import Folder
from .stay import Stay
from .webhook import Webhook


def register() -> None:
    """Called once, in `CasesConfig.ready()`."""
    for target in (Stay(), Email(), Folder(), Webhook(), FitConnect(), Demo()):
        delivery_targets.register(target)
    jobs.register(
        JobKind(
            DELIVERY_KIND,
            deliver,
            lease_seconds=600,
            max_attempts=MAX_ATTEMPTS,
            label="Vorgang an ein anderes System übergeben",
        )
    )
