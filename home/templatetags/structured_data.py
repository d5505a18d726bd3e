"""`{% json_ld data %}`: a data block that scripts cannot break out of."""

from typing import Any

import orjson
from django import template
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe

register = template.Library()

# The same characters that Django's json_script escapes: no `</script>`, no comment, no entity.
ESCAPES = (("<", "\\u003C"), (">", "\\u003E"), ("&", "\\u0026"))


@register.simple_tag
def json_ld(data: Any) -> SafeString | str:
    """JSON-LD as a `<script>` data block; nothing without data."""
    if not data:
        return ""
    text = orjson.dumps(data).decode()
    for character, escape in ESCAPES:
        text = text.replace(character, escape)
    return format_html('<script type="application/ld+json">{}</script>', mark_safe(text))
