"""A file that is not taken, with the reason for the person who sent it."""

from django.core.exceptions import ValidationError


class UploadRefused(ValidationError):
    """German sentence that says what to do; `code` names the reason: type, size, content, virus …"""
