"""What programs read at `/api/v1/addresses`."""

from servicefinder.catalogue.api.interface import interface


def register() -> None:
    """Called once, in `AddressesConfig.ready()`, before addresses are resolved."""
    from .lookup import router

    interface.add_router("/addresses", router)
