"""What the room passports announces to the rooms below it."""


def register() -> None:
    """Called once, in `PassportsConfig.ready()`."""
