"""`{% asset "css/site.css" %}`: the address of a static file, looked up once per process.

Django's `{% static %}` looks up the hashed name at every render, which for the dozen files of `base.html`
costs a tenth of a page. The names cannot change while a process runs, except in development.
"""

from django import template
from django.conf import settings
from django.template.base import Node, Parser, Token
from django.templatetags.static import static

register = template.Library()


class AssetNode(Node):
    """Remembers its address after the first render."""

    def __init__(self, path: str) -> None:
        self.path = path
        self.address = ""

    def render(self, context: template.Context) -> str:
        if not self.address or settings.DEBUG:
            self.address = static(self.path)
        return self.address


@register.tag
def asset(parser: Parser, token: Token) -> AssetNode:
    """Raises TemplateSyntaxError unless it is given exactly one quoted path."""
    _, *arguments = token.split_contents()
    if len(arguments) != 1 or arguments[0][0] not in "\"'" or arguments[0][0] != arguments[0][-1]:
        raise template.TemplateSyntaxError('asset takes one quoted path: {% asset "css/site.css" %}')
    return AssetNode(arguments[0][1:-1])
