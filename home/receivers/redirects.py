"""Keeps Wagtail's automatic redirects when a page is moved within the same address.

`BatchRedirectCreator.pre_process` builds its filter from the redirects it is about to write; without
any, the filter is empty and deletes every automatic redirect of the site.
"""

from wagtail.contrib.redirects import signal_handlers


class CarefulRedirectCreator(signal_handlers.BatchRedirectCreator):  # type: ignore[misc]
    """Deletes clashing redirects only when there is something to clash with."""

    def pre_process(self) -> None:
        if self.items:
            super().pre_process()


def connect() -> None:
    signal_handlers.BatchRedirectCreator = CarefulRedirectCreator
