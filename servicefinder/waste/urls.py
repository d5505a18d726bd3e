"""Public addresses of the room waste, the same in every language below its prefix."""

from django.urls import path

from .views import calendars, feeds, finding, household, items, reminders, tour_sheets

urlpatterns = [
    path("abfuhrkalender/", finding.find_address, name="waste"),
    path("abfuhrkalender/wohin/", items.where_to, name="waste_items"),
    path("abfuhrkalender/aenderungen.atom", feeds.changes, name="waste_changes"),
    path("abfuhrkalender/<uuid:address>/", household.show_household, name="waste_household"),
    path("abfuhrkalender/<uuid:address>/kalender.ics", calendars.downloaded, name="waste_download"),
    path("abfuhrkalender/<uuid:address>/erinnerung/", reminders.ask, name="waste_reminder"),
    path("abfuhrkalender/erinnerung/<str:token>/", reminders.confirm, name="waste_reminder_confirm"),
    path("abfuhrkalender/erinnerung/<str:token>/abmelden/", reminders.end, name="waste_reminder_end"),
    path("abfuhrkalender/<uuid:address>/<int:year>.pdf", tour_sheets.year_sheet, name="waste_sheet"),
]
