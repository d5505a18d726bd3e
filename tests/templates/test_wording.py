"""Fixed texts of templates, remembered by language."""

import pytest
from django.template import Context, Template, TemplateSyntaxError
from django.utils.translation import override


def _render(source: str, language: str = "de") -> str:
    with override(language):
        return Template("{% load wording %}" + source).render(Context())


def test_shows_the_text_in_the_language_of_the_page():
    template = Template('{% load wording %}{% translate "Zum Inhalt springen" %}')

    with override("de"):
        german = template.render(Context())
    with override("en"):
        english = template.render(Context())
    with override("de"):
        again = template.render(Context())

    assert (german, english, again) == ("Zum Inhalt springen", "Skip to content", "Zum Inhalt springen")


def test_puts_the_text_into_a_variable():
    assert _render('{% translate "Suchen" as label %}[{{ label }}]') == "[Suchen]"


def test_percent_signs_stay():
    assert _render('{% translate "100 % barrierefrei" %}') == "100 % barrierefrei"


@pytest.mark.parametrize("wrong", ["", "Suchen", '"Suchen" in label', "\"Suchen'", '"Suchen" as'])
def test_refuses_anything_but_one_quoted_text(wrong):
    with pytest.raises((TemplateSyntaxError, ValueError)):
        _render(f"{{% translate {wrong} %}}")
