"""Public addresses of the case file, the same in every language below its prefix."""

from django.urls import path

from .views.citizen import answering, documents, entering, links, receipts, status, withdrawing

urlpatterns = [
    path("vorgang/", entering.enter, name="case_enter"),
    path("vorgang/link/", links.ask_for_link, name="case_link"),
    path("vorgang/link/gesendet/", links.link_asked_for, name="case_link_asked_for"),
    path("vorgang/<str:token>/", status.show_status, name="case_status"),
    path("vorgang/<str:token>/antwort/", answering.answer_question, name="case_answer"),
    path("vorgang/<str:token>/nachreichen/", documents.add_document, name="case_add_document"),
    path("vorgang/<str:token>/dokument/<uuid:document>/", documents.download, name="case_document"),
    path("vorgang/<str:token>/zurueckziehen/", withdrawing.withdraw_case, name="case_withdraw"),
    path("vorgang/<str:token>/empfangsbestaetigung/", receipts.show_receipt, name="case_receipt"),
    path("vorgang/<str:token>/empfangsbestaetigung.pdf", receipts.receipt_as_pdf, name="case_receipt_pdf"),
]
