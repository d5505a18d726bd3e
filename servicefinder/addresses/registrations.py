"""What the room addresses announces to the rooms below it."""

from . import receivers


def register() -> None:
    """Called once, in `AddressesConfig.ready()`."""
    receivers.connect()
