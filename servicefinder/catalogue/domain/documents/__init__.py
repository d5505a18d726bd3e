"""Builders of the documents that page, preview, JSON twin and search share: one per kind of page."""

from .departments import department_document
from .offices import office_document
from .services import service_document

__all__ = ["department_document", "office_document", "service_document"]
