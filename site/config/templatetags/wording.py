"""`{% translate "Suchen" %}`: a fixed text of a template, looked up once per process and language.

Django's own tag asks the catalogue at every render, which for the forty texts of a page costs a tenth of it.
What takes variables stays with Django's `{% blocktranslate %}`, which this library brings along.
"""

from django import template
from django.template.base import Node, Parser, Token
from django.templatetags.i18n import do_block_translate, do_get_current_language
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language, gettext

register = template.Library()
register.tag("blocktranslate", do_block_translate)
register.tag("get_current_language", do_get_current_language)


class TranslateNode(Node):
    """Remembers its text by language; `name` is where it is put instead of being shown."""

    def __init__(self, text: str, name: str | None) -> None:
        self.text = text
        self.name = name
        self.translations: dict[str | None, SafeString] = {}

    def render(self, context: template.Context) -> str:
        language = get_language()
        shown = self.translations.get(language)
        if shown is None:
            # Catalogues double percent signs, as in Django's own tag; texts of templates are safe HTML.
            text = gettext(self.text.replace("%", "%%")).replace("%%", "%")
            shown = self.translations[language] = mark_safe(text)
        if self.name is None:
            return shown
        context[self.name] = shown
        return ""


@register.tag
def translate(parser: Parser, token: Token) -> TranslateNode:
    """`{% translate "…" %}` or `{% translate "…" as name %}`; anything else is a TemplateSyntaxError."""
    _, text, *rest = token.split_contents()
    quoted = len(text) > 1 and text[0] in "\"'" and text[0] == text[-1]
    if not quoted or (rest and (len(rest) != 2 or rest[0] != "as")):
        raise template.TemplateSyntaxError('translate takes one quoted text: {% translate "…" [as name] %}')
    return TranslateNode(text[1:-1], rest[1] if rest else None)
