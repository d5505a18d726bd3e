"""What the room addresses announces to the rooms below it."""


def register() -> None:
    """Called once, in `AddressesConfig.ready()`."""
