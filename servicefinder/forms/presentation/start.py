"""The first page of a form: what is needed, how long it takes, what becomes of the data (Art. 13 DSGVO)."""

from typing import Any

from django.http import HttpRequest
from django.utils.safestring import mark_safe

from home.domain.page_roles import address_of
from home.domain.site_frame import frame
from home.enums import PageRole
from home.message_wording import texts_in
from home.models import MessageSettings
from servicefinder.catalogue.domain.texts import expanded

from ..domain.definitions import FormDef
from ..domain.price_ranges import price_range, price_range_of
from ..domain.versions import definition_of, form_of_version
from ..editing.compiling import FormulaProblem
from ..editing.spelling import harmless, plain_html
from ..models import FormPage, FormVersion
from .prices import price_words


def start_parts(
    page: FormPage, version: FormVersion | None, request: HttpRequest, language: str
) -> dict[str, Any]:
    """Values of `onlineforms/start.html`. Facts are those of the German page."""
    facts = page.facts_page()
    form = form_of_version(version) if version else _draft_of(facts)
    return {
        "title": form.text(page.title, language),
        "description": form.text(page.teaser, language),
        "introduction": mark_safe(harmless(expanded(form.text(plain_html(page.introduction), language)))),
        "needed": [{"title": form.text(line, language)} for line in _lines(facts.needed)],
        "minutes": facts.minutes,
        "price": price_words(price_range_of(version) if version else price_range(form), form, language),
        "privacy": privacy(facts, form, language, request),
        "privacy_heading": texts_in(language).privacy.heading,
        "privacy_page": texts_in(language).privacy.page,
        "privacy_url": address_of(PageRole.PRIVACY, language),
    }


def _draft_of(page: FormPage) -> FormDef:
    """What a preview shows; an editor's unfinished formula is no reason to show nothing."""
    try:
        return definition_of(page)
    except FormulaProblem:
        return FormDef()


def privacy(facts: FormPage, form: FormDef, language: str, request: HttpRequest) -> list[dict[str, str]]:
    """Questions and answers as the component `fact_list` takes them."""
    said, saved, city = (
        texts_in(language).privacy,
        MessageSettings.for_request(request),
        frame(request)["city"],
    )
    place = " ".join(filter(None, (city["postal_code"], city["town"])))
    contact = ", ".join(filter(None, (city["street"], place, city["telephone"], city["email"])))
    officer = said.officer[1].format(officer=saved.privacy_officer)
    pairs = [
        (said.controller[0], said.controller[1].format(authority=city["authority"], contact=contact)),
        (said.officer[0], officer if saved.privacy_officer else said.officer_unknown),
        (said.purpose, form.text(facts.purpose, language)),
        (said.basis[0], form.text(facts.legal_basis, language)),
        (said.recipients[0], form.text(facts.recipients, language)),
        (said.retention[0], form.text(facts.retention, language)),
        said.rights,
    ]
    return [{"label": question, "value": answer.strip()} for question, answer in pairs if answer.strip()]


def _lines(text: str) -> list[str]:
    return [line.strip() for line in text.splitlines() if line.strip()]
