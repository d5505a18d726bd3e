"""Public addresses (see docs/architecture.md), the back office and the machine interfaces."""

from django.conf import settings
from django.urls import include, path
from wagtail import urls as wagtail_urls
from wagtail.admin import urls as admin_urls
from wagtail.documents import urls as document_urls

from accounts.views import LimitedLoginView
from config.middleware.languages import language_patterns
from config.views import health, media

urlpatterns = [
    path("healthz", health.alive, name="health"),
    path("readyz", health.ready, name="ready"),
    path("redaktion/login/", LimitedLoginView.as_view(), name="wagtailadmin_login"),
    path("redaktion/", include(admin_urls)),
    path("dokumente/", include(document_urls)),
    path("media/<path:name>", media.serve, name="media"),
    path("api/v1/", include("servicefinder.catalogue.api.urls")),
    path("", include("home.technical_urls")),
    *language_patterns(
        path("", include("search.urls")),
        path("", include("servicefinder.catalogue.urls")),
        path("", include("home.urls")),
        path("", include(wagtail_urls)),
    ),
]

if settings.DEBUG:
    from config.gallery import gallery

    urlpatterns.insert(0, path("entwicklung/bausteine/", gallery))

handler400 = "home.error_views.bad_request"
handler403 = "home.error_views.forbidden"
handler404 = "home.error_views.not_found"
handler500 = "home.error_views.server_error"
