"""What the room addresses announces to the rooms below it."""

from . import api, receivers


def register() -> None:
    """Called once, in `AddressesConfig.ready()`."""
    api.register()
    receivers.connect()
