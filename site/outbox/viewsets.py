"""The place of background work in the back office."""

from django.http import HttpRequest
from django.urls import URLPattern, path
from wagtail.admin.menu import MenuItem
from wagtail.admin.viewsets.base import ViewSet

from outbox import views


class AdministratorsMenuItem(MenuItem):
    def is_shown(self, request: HttpRequest) -> bool:
        return request.user.has_perm(views.PERMISSION)


class BackgroundWorkViewSet(ViewSet):
    name = "outbox"
    url_prefix = "hintergrundarbeit"
    icon = "cogs"
    menu_label = "Hintergrundarbeit"
    menu_item_class = AdministratorsMenuItem
    menu_order = 950
    add_to_settings_menu = True

    def get_urlpatterns(self) -> list[URLPattern]:
        return [
            path("", self.construct_view(views.OverviewView), name="index"),
            path("auftraege/", self.construct_view(views.JobsView), name="jobs"),
            path("auftraege/wiederholen/", views.retry_stuck_jobs, name="retry_stuck"),
            path("auftraege/<int:pk>/wiederholen/", views.retry_job, name="retry"),
            path("auftraege/<int:pk>/verwerfen/", views.discard_job, name="discard"),
        ]
