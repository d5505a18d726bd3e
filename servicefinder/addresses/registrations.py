"""What the room addresses announces to the rooms below it."""

from home.domain.sitemaps import FixedAddresses
from home.registries import sitemap_sections
from outbox.registries import JobKind, jobs
from search.registries import sources

from . import answers, api, imports, receivers
from .imports.uploads import KIND, take_over
from .search_source import AddressPageSource

IMPORT_SECONDS = 1800


def register() -> None:
    """Called once, in `AddressesConfig.ready()`."""
    api.register()
    receivers.connect()
    imports.register()
    answers.register()
    sources.register(AddressPageSource())
    sitemap_sections.register(FixedAddresses("adressen", ("my_address",)))
    jobs.register(JobKind(KIND, take_over, lease_seconds=IMPORT_SECONDS, label="Adressen übernehmen"))
