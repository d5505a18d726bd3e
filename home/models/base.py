"""What every public page of the site shares."""

from typing import Any

from django.conf import settings
from django.db import models
from django.http import HttpRequest, HttpResponse
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.models import Locale, Page
from wagtail.search import index
from wagtail.url_routing import RouteResult

from home.registries import page_views


class BasePage(Page):
    """Abstract parent of all public pages.

    How a page is answered is decided by `home.registries.page_views`, so that a page model imports
    nothing from the layers above it.
    """

    teaser = models.CharField(
        "Kurztext",
        max_length=200,
        blank=True,
        help_text="Ein Satz ohne Formatierung. Er steht in Listen, in der Suche und beim Teilen der Seite.",
    )
    social_image = models.ForeignKey(
        settings.WAGTAILIMAGES_IMAGE_MODEL,
        verbose_name="Bild beim Teilen",
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        help_text="Erscheint, wenn jemand die Seite in sozialen Netzen oder Messengern teilt.",
    )

    search_fields = [*Page.search_fields, index.SearchField("teaser")]
    promote_panels = [
        MultiFieldPanel(
            [FieldPanel("slug"), FieldPanel("seo_title"), FieldPanel("search_description")],
            heading="Adresse und Suchmaschinen",
        ),
        FieldPanel("social_image"),
    ]

    class Meta:
        abstract = True

    @property
    def language(self) -> str:
        """Language code of the page's text, e.g. `de` or `de-simple`."""
        return language_code(self.locale_id)

    @property
    def meta_description(self) -> str:
        """The sentence for search engines and shared links."""
        return self.search_description or self.teaser

    def route(self, request: HttpRequest, path_components: list[str]) -> RouteResult:
        """Addresses below the page that `page_views` knows come before subpages."""
        rest = "/".join(path_components) + "/"
        if path_components and self.live and (found := page_views.resolve(type(self), rest)):
            view, captured = found
            return RouteResult(self, kwargs={"view": view, "captured": captured})
        return super().route(request, path_components)

    def serve(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        request.is_preview = getattr(request, "is_preview", False)
        request.city_page = self  # For the frame: languages, notices of this part of the site.
        view = kwargs.get("view") or page_views.view_for(type(self)) or page_views.view_for(BasePage)
        if view is None:
            return super().serve(request)
        return view(self, request, **kwargs.get("captured", {}))

    def serve_preview(self, request: HttpRequest, mode_name: str) -> HttpResponse:
        return self.serve(request)


_language_codes: dict[int, str] = {}


def language_code(locale_id: int) -> str:
    """Language code of a locale, remembered by id: the few locales never change their language."""
    if locale_id not in _language_codes:
        _language_codes.update(Locale.objects.values_list("pk", "language_code"))
    return _language_codes.get(locale_id, settings.LANGUAGE_CODE)


def forget_language_codes() -> None:
    """After a locale was added or removed."""
    _language_codes.clear()
