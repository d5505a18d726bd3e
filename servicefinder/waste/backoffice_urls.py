"""Addresses of the waste department below `/redaktion/abfuhr/`, closed to everybody else."""

from typing import Any

from django.urls import URLPattern, path

from .views.backoffice import failures, imports, publishing, shifts, streets, tours, years
from .views.backoffice.access import department_only
from .views.backoffice.effects import EffectView
from .views.backoffice.grid import GridView
from .views.backoffice.tour_map import TourMapView
from .views.backoffice.undoing import undo_step
from .views.backoffice.year_sheet import YearSheetView

app_name = "waste_work"


def work(route: str, view: Any, name: str) -> URLPattern:
    return path(route, department_only(view), name=name)


urlpatterns = [
    work("", years.YearsView.as_view(), "years"),
    work("neu/", years.NewYearView.as_view(), "new_year"),
    work("ausfall/", failures.FailuresView.as_view(), "failures"),
    work("ausfall/<int:tour_id>/<str:day>/", failures.FailureView.as_view(), "failure"),
    work("<int:year>/", years.YearView.as_view(), "year"),
    work("<int:year>/feiertage/", shifts.propose, "propose"),
    work("<int:year>/kalender/", GridView.as_view(), "grid"),
    work("<int:year>/verschieben/", shifts.ShiftView.as_view(), "shift"),
    work("<int:year>/verschiebungen/<int:shift_id>/zuruecknehmen/", shifts.take_shift_back, "take_back"),
    work("<int:year>/touren/", tours.ToursView.as_view(), "tours"),
    work("<int:year>/neue-tour/", tours.TourView.as_view(), "new_tour"),
    work("<int:year>/touren/<slug:code>/", tours.TourView.as_view(), "tour"),
    work("<int:year>/touren/<slug:code>/entfernen/", tours.RemoveTourView.as_view(), "remove_tour"),
    work("<int:year>/strassen/", streets.StreetsView.as_view(), "streets"),
    work("<int:year>/strassen/<int:street_id>/", streets.StreetView.as_view(), "street"),
    work("<int:year>/schritte/<int:step_id>/zuruecknehmen/", undo_step, "undo"),
    work("<int:year>/karte/", TourMapView.as_view(), "map"),
    work("<int:year>/jahresplan/", YearSheetView.as_view(), "year_sheet"),
    work("<int:year>/vorschau/", EffectView.as_view(), "effect"),
    work("<int:year>/einlesen/", imports.ImportsView.as_view(), "imports"),
    work("<int:year>/einlesen/<int:import_id>/", imports.ImportView.as_view(), "import"),
    work("<int:year>/einlesen/<int:import_id>/uebernehmen/", imports.take_import_over, "take_over"),
    work("<int:year>/einlesen/<int:import_id>/verwerfen/", imports.throw_import_away, "discard"),
    work("<int:year>/<str:kind>.csv", imports.as_table, "table"),
    work("<int:year>/freigeben/", publishing.approve_plan, "approve"),
    work("<int:year>/veroeffentlichen/", publishing.publish_plan, "publish"),
    work("<int:year>/termin/", publishing.ScheduleView.as_view(), "schedule"),
    work("<int:year>/termin/aufheben/", publishing.unschedule_plan, "unschedule"),
    work("<int:year>/zurueckziehen/", publishing.WithdrawView.as_view(), "withdraw"),
    work("<int:year>/stand/<int:revision_id>/", publishing.RestoreView.as_view(), "restore"),
]
