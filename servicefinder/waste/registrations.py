"""What the room waste announces to the rooms below it."""

from . import api, pdf, tasks


def register() -> None:
    """Called once, in `WasteConfig.ready()`."""
    api.register()
    pdf.register()
    tasks.register()
