"""`/formulare/`: everything that can be done online or printed, from what services link to."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby
from operator import attrgetter

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext
from django.views.decorators.http import require_safe

from home.addresses import german_address
from home.domain.breadcrumbs import Crumb
from home.message_wording import texts_in
from home.registries import FormEntry, form_lists
from home.rendering import render_page
from home.views.messages import current_language, first_crumb

PARAMETER = "buchstabe"
# Up to here all letters fit on one page.
SERVICES_ON_ONE_PAGE = 120


@dataclass(frozen=True)
class Letter:
    """A link of the row of letters."""

    letter: str
    url: str
    active: bool


@dataclass(frozen=True)
class ServiceForms:
    """A service and everything to fill in for it; without a title, forms of no service."""

    title: str
    url: str
    forms: list[FormEntry]


@require_safe
def online_forms(request: HttpRequest) -> HttpResponse:
    """All letters while they fit on a page, else the one asked for in `?buchstabe=`, else the first."""
    language = current_language()
    counts = _counts(language)
    all_on_one_page = sum(counts.values()) <= SERVICES_ON_ONE_PAGE
    asked = request.GET.get(PARAMETER, "").upper()
    shown = [asked] if asked in counts else list(counts) if all_on_one_page else list(counts)[:1]
    title = gettext("Formulare und Online-Dienste")
    context = {
        "page_title": title,
        "description": gettext("Alles, was Sie online erledigen oder ausdrucken können, von A bis Z."),
        "breadcrumb": [first_crumb(texts_in(language)), Crumb(title, "")],
        "letters": [Letter(name, f"?{PARAMETER}={name}", [name] == shown) for name in counts],
        "show_all_url": request.path if all_on_one_page and len(shown) < len(counts) else "",
        "groups": _groups(language, shown),
        "german_url": german_address("online_forms"),
        "canonical": request.path,
    }
    return render_page(request, "home/online_forms.html", context)


def _counts(language: str) -> dict[str, int]:
    """Services with forms by letter, in alphabetical order, of all rooms that have some."""
    counts: dict[str, int] = {}
    for source in form_lists:
        for letter, count in source.letters(language).items():
            counts[letter] = counts.get(letter, 0) + count
    return dict(sorted(counts.items()))


def _groups(language: str, letters: list[str]) -> list[tuple[str, list[ServiceForms]]]:
    """Services with their forms by letter: a list is sorted by what it shows as headings."""
    entries = [entry for source in form_lists for entry in source.entries(language, letters)]
    by_letter = sorted(entries, key=attrgetter("letter"))
    return [(letter, list(_services(rows))) for letter, rows in groupby(by_letter, key=attrgetter("letter"))]


def _services(entries: Iterable[FormEntry]) -> Iterator[ServiceForms]:
    for (title, url), forms in groupby(entries, key=attrgetter("service", "service_url")):
        yield ServiceForms(title, url, list(forms))
