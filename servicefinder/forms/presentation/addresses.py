"""Addresses of a form that is being filled in. The slug is for people; the token opens the draft."""

from django.conf import settings
from django.urls import reverse

STEP, STOP, SUMMARY, DONE, LATER, RESUME, START = (
    "form_step",
    "form_stop",
    "form_summary",
    "form_done",
    "form_later",
    "form_resume",
    "form",
)


class DraftAddresses:
    """Paths in the language of the page."""

    def __init__(self, slug: str, token: str) -> None:
        self._slug = slug
        self._token = token

    def step(self, name: str, *, change: bool = False) -> str:
        """With `change` the way leads back to the summary."""
        path = reverse(STEP, args=[self._slug, self._token, name])
        return f"{path}?aendern" if change else path

    def stop(self, name: str) -> str:
        return reverse(STOP, args=[self._slug, self._token, name])

    def of(self, name: str) -> str:
        return reverse(name, args=[self._slug, self._token])

    @property
    def start(self) -> str:
        return reverse(START, args=[self._slug])

    @property
    def full(self) -> str:
        """What is kept to go on later, with host."""
        return settings.BASE_URL + self.of(RESUME)
