"""The frozen floor of every benchmark: what Django itself costs for a page of this size.

Default middleware, one template of some 15 KB with 190 loop items, no query, served by the same server.
All targets are multiples of this. Do not change it: figures of different days would no longer compare.
"""

from django.conf import settings
from django.core.wsgi import get_wsgi_application
from django.http import HttpRequest, HttpResponse
from django.template import Context, Engine, Template
from django.urls import path

TEMPLATE = """<!DOCTYPE html>
<html lang="de">
<head><meta charset="utf-8"><title>{{ title }}</title></head>
<body>
<h1>{{ title }}</h1>
<p>{{ introduction }}</p>
<ul>
{% for item in items %}<li{% if item.odd %} class="odd"{% endif %}><a href="{{ item.url }}">{{ item.title }}</a> {{ item.text }}</li>
{% endfor %}</ul>
</body>
</html>
"""  # noqa: E501

settings.configure(
    SECRET_KEY="floor",
    ALLOWED_HOSTS=["*"],
    ROOT_URLCONF=__name__,
    INSTALLED_APPS=[
        "django.contrib.auth",
        "django.contrib.contenttypes",
        "django.contrib.sessions",
        "django.contrib.messages",
    ],
    MIDDLEWARE=[
        "django.middleware.security.SecurityMiddleware",
        "django.contrib.sessions.middleware.SessionMiddleware",
        "django.middleware.common.CommonMiddleware",
        "django.middleware.csrf.CsrfViewMiddleware",
        "django.contrib.auth.middleware.AuthenticationMiddleware",
        "django.contrib.messages.middleware.MessageMiddleware",
        "django.middleware.clickjacking.XFrameOptionsMiddleware",
    ],
    DATABASES={"default": {"ENGINE": "django.db.backends.sqlite3", "NAME": ":memory:"}},
)

ITEMS = [
    {
        "url": f"/beispiel-{number}/",
        "title": f"Dienst Nummer {number}",
        "text": "Ein Satz dazu.",
        "odd": number % 2,
    }
    for number in range(190)
]
PAGE = Template(TEMPLATE, engine=Engine())


def floor(request: HttpRequest) -> HttpResponse:
    context = {"title": "Grundlast", "introduction": "So viel kostet Django selbst.", "items": ITEMS}
    return HttpResponse(PAGE.render(Context(context)))


urlpatterns = [path("", floor)]
application = get_wsgi_application()
