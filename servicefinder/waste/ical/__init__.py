"""Collection days as iCalendar (RFC 5545, RFC 7986)."""

from .calendars import calendar_file, uid_of
from .lines import folded

__all__ = ["calendar_file", "folded", "uid_of"]
