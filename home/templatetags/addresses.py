"""`{{ email|breakable }}`: an e-mail address that breaks where one would break it by hand."""

from django import template
from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe

register = template.Library()


@register.filter
def breakable(address: str) -> SafeString:
    """Before the sign and the dots: `buergeramt<wbr>@auenstadt<wbr>.example`."""
    return mark_safe(escape(address).replace("@", "<wbr>@").replace(".", "<wbr>."))
