"""What follows when data changes.

Everything hangs on `post_save` and `post_delete`, which run inside the transaction of the change;
Wagtail's own signals of publishing and moving arrive after it.
"""

from home.receivers import (
    documents,
    events,
    frames,
    locales,
    official_notices,
    pictures,
    redirects,
    search,
    translations,
)


def connect() -> None:
    """Called once, in `HomeConfig.ready()`. Translations first: what they change is a change too."""
    for module in (
        locales,
        official_notices,
        translations,
        events,
        frames,
        pictures,
        redirects,
        search,
        documents,
    ):
        module.connect()
