"""Models of online forms; outsiders import them from here."""

from .drafts import Draft, DraftFile
from .pages import FormPage, speaks
from .versions import FormVersion, OnlineForm

__all__ = ["Draft", "DraftFile", "FormPage", "FormVersion", "OnlineForm", "speaks"]
