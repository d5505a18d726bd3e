"""Addresses of static files in templates."""

import pytest
from django.template import Context, Template, TemplateSyntaxError


def _render(source: str) -> str:
    return Template("{% load assets %}" + source).render(Context())


def test_gives_the_address_of_the_file():
    assert _render('{% asset "css/site.css" %}') == "/static/css/site.css"


def test_looks_up_once_per_process(settings):
    template = Template('{% load assets %}{% asset "css/site.css" %}')
    template.render(Context())

    settings.STATIC_URL = "/anders/"

    assert template.render(Context()) == "/static/css/site.css"


def test_looks_up_anew_in_development(settings):
    settings.DEBUG = True
    template = Template('{% load assets %}{% asset "css/site.css" %}')
    template.render(Context())

    settings.STATIC_URL = "/anders/"

    assert template.render(Context()) == "/anders/css/site.css"


@pytest.mark.parametrize("wrong", ["", "css", '"a" "b"', "\"a'"])
def test_refuses_anything_but_one_quoted_path(wrong):
    with pytest.raises(TemplateSyntaxError):
        _render(f"{{% asset {wrong} %}}")
