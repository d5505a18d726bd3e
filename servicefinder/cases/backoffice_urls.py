"""Addresses of the case file below `/redaktion/vorgaenge/`. `work` closes each to who works no cases."""

from typing import Any

from django.urls import URLPattern, path

from .views.backoffice import (
    access_codes,
    bulk,
    dashboards,
    deputies,
    documents,
    exports,
    lists,
    modules,
    paper,
    transfers,
    types,
)
from .views.backoffice.access import workers_only
from .views.backoffice.deeds import DEEDS
from .views.backoffice.doing import view_of
from .views.backoffice.pages import CasePage, JournalPage, PrintPage

app_name = "cases_work"


def work(route: str, view: Any, name: str) -> URLPattern:
    return path(route, workers_only(view), name=name)


urlpatterns = [
    work("", lists.CaseListView.as_view(), "list"),
    work("suche/", lists.SearchView.as_view(), "search"),
    work("tabelle.csv", lists.as_csv, "csv"),
    work("sammel/", bulk.BulkView.as_view(), "bulk"),
    work("aufnehmen/", paper.PaperView.as_view(), "paper"),
    work("zahlen/", dashboards.DashboardView.as_view(), "dashboard"),
    work("vertretungen/", deputies.DeputiesView.as_view(), "deputies"),
    work("vertretungen/<int:deputy_id>/beenden/", deputies.end_deputy, "end_deputy"),
    work("textbausteine/", modules.ModulesView.as_view(), "modules"),
    work("textbausteine/neu/", modules.ModuleView.as_view(), "new_module"),
    work("textbausteine/<int:module_id>/", modules.ModuleView.as_view(), "module"),
    work("textbausteine/<int:module_id>/loeschen/", modules.delete_module, "delete_module"),
    work("abgaben/", transfers.TransfersView.as_view(), "transfers"),
    work("abgaben/<uuid:transfer_id>/herunterladen/", transfers.download, "download_transfer"),
    work("arten/", types.TypesView.as_view(), "types"),
    work("arten/neu/", types.NewTypeView.as_view(), "new_type"),
    work("arten/<int:type_id>/", types.TypeView.as_view(), "type"),
    work("arten/<int:type_id>/benutzen/", types.switch, "switch_type"),
    work("arten/<int:type_id>/<int:version_id>/freigeben/", types.approve_version, "approve_type"),
    work("<uuid:case_id>/", CasePage.as_view(), "case"),
    work("<uuid:case_id>/journal/", JournalPage.as_view(), "journal"),
    work("<uuid:case_id>/druck/", PrintPage.as_view(), "print"),
    work("<uuid:case_id>/xdomea.zip", exports.as_xdomea, "xdomea"),
    work("<uuid:case_id>/zugang/", access_codes.AccessCodePage.as_view(), "access_code"),
    work("<uuid:case_id>/dokumente/<uuid:document_id>/", documents.download, "document"),
    work("<uuid:case_id>/dokumente/<uuid:document_id>/ansicht/", documents.preview, "preview"),
    *(work(f"<uuid:case_id>/{deed.name}/", view_of(deed), deed.key) for deed in DEEDS),
]
