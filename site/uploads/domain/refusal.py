"""A file that is not taken, with the reason for the person who sent it."""

from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext


class UploadRefused(ValidationError):
    """German sentence that says what to do, told in the language of the page; `params` are filled in.

    `code` names the reason: type, size, content, virus …
    """

    def __init__(self, message: str, code: str, params: dict[str, Any] | None = None) -> None:
        super().__init__(gettext(message), code=code, params=params)
