"""Public addresses (see docs/architecture.md), the back office and the machine interfaces."""

from django.conf import settings
from django.urls import include, path
from wagtail import urls as wagtail_urls
from wagtail import views as wagtail_views
from wagtail.admin import urls as admin_urls
from wagtail.admin.auth import require_admin_access
from wagtail.admin.views import home as wagtail_home_views
from wagtail.documents import urls as document_urls
from wagtail.documents.views import serve as document_views

from accounts.shared_passwords import limited_password
from accounts.views import LimitedLoginView, LimitedPasswordResetView, ToSignIn
from config.middleware.languages import language_patterns
from config.views import health, media
from search import suggestion_views
from servicefinder.catalogue.views import own_files

urlpatterns = [
    path("healthz", health.alive, name="health"),
    path("readyz", health.ready, name="ready"),
    path("redaktion/login/", LimitedLoginView.as_view(), name="wagtailadmin_login"),
    path("redaktion/password_reset/", LimitedPasswordResetView.as_view(), name="wagtailadmin_password_reset"),
    path("redaktion/tag-autocomplete/", own_files.tags, name="wagtailadmin_tag_autocomplete"),
    path(
        "redaktion/tag-autocomplete/<slug:app_name>/<slug:model_name>/",
        own_files.tags,
        name="wagtailadmin_tag_model_autocomplete",
    ),
    # Wagtail's page that always fails, which only fills the log.
    path(
        "redaktion/failwhale/",
        admin_urls.display_custom_404(require_admin_access(wagtail_home_views.default)),
    ),
    path("redaktion/", include(admin_urls)),
    path(
        "dokumente/authenticate_with_password/<int:restriction_id>/",
        limited_password(document_views.authenticate_with_password),
        name="wagtaildocs_authenticate_with_password",
    ),
    path("dokumente/", include(document_urls)),
    path("opensearch.xml", suggestion_views.description, name="opensearch"),
    path("media/<path:name>", media.serve, name="media"),
    path("api/v1/", include("servicefinder.catalogue.api.urls")),
    path("", include("servicefinder.waste.foreign.urls")),
    path("", include("search.editorial.urls")),
    path("", include("home.technical_urls")),
    *language_patterns(
        # What is opened most comes first: each address is tried in turn.
        path("", include("home.urls")),
        path("", include("servicefinder.catalogue.urls")),
        path("", include("search.urls")),
        path("", include("servicefinder.waste.urls")),
        path("", include("servicefinder.passports.urls")),
        path("", include("servicefinder.forms.urls")),
        path("", include("servicefinder.cases.urls")),
        path("", include("servicefinder.addresses.urls")),
        path("_util/login/", ToSignIn.as_view(), name="wagtailcore_login"),
        path(
            "_util/authenticate_with_password/<int:page_view_restriction_id>/<int:page_id>/",
            limited_password(wagtail_views.authenticate_with_password),
            name="wagtailcore_authenticate_with_password",
        ),
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
