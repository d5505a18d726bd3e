"""What the room addresses announces to the rooms below it."""

from outbox.registries import JobKind, jobs

from . import api, imports, receivers
from .imports.uploads import KIND, take_over

IMPORT_SECONDS = 1800


def register() -> None:
    """Called once, in `AddressesConfig.ready()`."""
    api.register()
    receivers.connect()
    imports.register()
    jobs.register(JobKind(KIND, take_over, lease_seconds=IMPORT_SECONDS, label="Adressen übernehmen"))
