"""`{{ date|day:"j. F Y" }}`: as Django's `date`, but each day is put into words only once.

Lists show the same few days on every page; Django reads the format and looks each name up every time.
"""

from datetime import date
from functools import lru_cache

from django import template
from django.utils.dateformat import format as in_words
from django.utils.translation import get_language

register = template.Library()
DAYS_KEPT = 4096


@register.filter(expects_localtime=True)
def day(value: date | None, form: str) -> str:
    """`value` is a day, or a moment in local time; nothing where there is none."""
    return _in_words(value, form, get_language()) if value else ""


@lru_cache(DAYS_KEPT)
def _in_words(value: date, form: str, _language: str | None) -> str:
    return in_words(value, form)
