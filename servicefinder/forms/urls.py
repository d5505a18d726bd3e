"""Public addresses of online forms, the same in every language below its prefix."""

from django.urls import path

from .presentation import addresses
from .views import confirmation, later, start, steps, summary

DRAFT = "formular/<slug:slug>/<slug:token>/"
# No step can have these names: `domain.versions` refuses them.
urlpatterns = [
    path("formular/<slug:slug>/", start.form, name=addresses.START),
    path(DRAFT, steps.resume, name=addresses.RESUME),
    path(f"{DRAFT}zusammenfassung/", summary.summary, name=addresses.SUMMARY),
    path(f"{DRAFT}fertig/", confirmation.done, name=addresses.DONE),
    path(f"{DRAFT}unterbrechen/", later.later, name=addresses.LATER),
    path(f"{DRAFT}<slug:name>/", steps.step, name=addresses.STEP),
    path(f"{DRAFT}<slug:name>/hinweis/", steps.stop, name=addresses.STOP),
]
