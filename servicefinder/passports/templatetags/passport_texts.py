"""Sentences with something filled in."""

import json
from datetime import datetime
from typing import Any

from django import template
from django.utils import timezone

from home.telephone import telephone_address

register = template.Library()


@register.simple_tag
def filled(sentence: str, **values: Any) -> str:
    return sentence.format(**values)


@register.filter
def local_time(moment: datetime) -> str:
    return timezone.localtime(moment).strftime("%H:%M:%S")


@register.filter
def as_json(value: Any) -> str:
    return json.dumps(value)


@register.filter
def telephone(number: str) -> str:
    return telephone_address(number)
