"""What programs read at `/api/v1/waste/`."""

from servicefinder.catalogue.api.interface import interface


def register() -> None:
    """Called once, in `WasteConfig.ready()`, before addresses are resolved."""
    from .dates import router

    interface.add_router("/waste", router)
