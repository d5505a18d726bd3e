"""What the room waste announces to the rooms below it."""


def register() -> None:
    """Called once, in `WasteConfig.ready()`."""
