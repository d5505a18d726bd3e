"""An empty city: front pages, the sections every city needs, legal pages to fill in, its frame."""

from typing import Any
from urllib.parse import SplitResult, urlsplit

from django.conf import settings
from django.db import transaction
from wagtail.models import Locale, Page, Site

from home.domain.frame_building import rebuild_frames
from home.domain.installation_texts import FRAMES, LEGAL_PAGES, SECTIONS, WELCOMES, LegalText
from home.models import CitySettings, HomePage, SiteFrame, StandardPage

PORTS = {"http": 80, "https": 443}


@transaction.atomic
def install_home(site_name: str) -> HomePage:
    """Make what is missing and return the German front page. Nothing that exists is changed. Idempotent."""
    for code, _ in settings.LANGUAGES:
        Locale.objects.get_or_create(language_code=code)
    german = _front_page(settings.LANGUAGE_CODE, site_name, None)
    _site(german, site_name)
    for code, _ in settings.LANGUAGES[1:]:
        _front_page(code, site_name, german)
    for model, fields in SECTIONS:
        _child(german, model, fields)
    for text in LEGAL_PAGES:
        _legal_page(german, text)
    _frames()
    return german


def _front_page(code: str, site_name: str, german: HomePage | None) -> HomePage:
    """The front page in one language; Wagtail's welcome page gives way to the first one."""
    existing = HomePage.objects.filter(depth=2, locale__language_code=code).first()
    if existing is not None:
        return existing
    root = Page.get_first_root_node()
    page = HomePage(
        title=site_name,
        slug="home" if german is None else f"home-{code}",
        locale=Locale.objects.get_for_language(code),
        **WELCOMES[code],
    )
    if german is None:
        _remove_welcome_page(root)
        root.refresh_from_db()
    else:
        page.translation_key = german.translation_key
    root.add_child(instance=page)
    page.save_revision().publish()
    return page


def _remove_welcome_page(root: Page) -> None:
    """Wagtail's own first page, recognised by its type: only that is a plain `Page`."""
    for page in root.get_children():
        if page.specific_class is Page and page.is_leaf():
            page.delete()


def _site(german: HomePage, site_name: str) -> None:
    """The one site. The page before was deleted, and with it, by the database, its site."""
    address = urlsplit(settings.BASE_URL)
    site, _ = Site.objects.get_or_create(
        is_default_site=True,
        defaults={
            "hostname": address.hostname or "localhost",
            "port": address.port or PORTS.get(address.scheme, 80),
            "site_name": site_name,
            "root_page": german,
        },
    )
    if site.root_page_id != german.pk and not issubclass(site.root_page.specific_class, HomePage):
        site.root_page = german
        site.save()
    _follow_base_url(site, address)
    CitySettings.objects.get_or_create(site=site, defaults={"name": site_name})


def _follow_base_url(site: Site, address: SplitResult) -> None:
    """Host and port are settings, not content: full addresses follow BASE_URL at every start."""
    host, port = address.hostname or "localhost", address.port or PORTS.get(address.scheme, 80)
    if (site.hostname, site.port) != (host, port):
        site.hostname, site.port = host, port
        site.save()


def _child(parent: Page, model: type[Page], fields: dict[str, Any]) -> None:
    if not model.objects.child_of(parent).exists():
        _publish_below(parent, model(locale=parent.locale, **fields))


def _legal_page(german: HomePage, text: LegalText) -> None:
    """Published at once: these pages must be reachable from the first day, and say that they are not done."""
    if StandardPage.objects.child_of(german).filter(role=text.role).exists():
        return
    page = StandardPage(
        title=text.title, slug=text.slug, role=text.role, introduction=text.introduction, body=text.body()
    )
    page.locale = german.locale
    _publish_below(german, page)


def _publish_below(parent: Page, page: Page) -> None:
    parent.refresh_from_db()
    parent.add_child(instance=page)
    page.save_revision().publish()


def _frames() -> None:
    for code, build in FRAMES.items():
        locale = Locale.objects.get_for_language(code)
        if not SiteFrame.objects.filter(locale=locale).exists():
            SiteFrame.objects.create(locale=locale, **build())
    rebuild_frames()
