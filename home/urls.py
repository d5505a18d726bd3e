"""Addresses of this room below the prefix of each language; all other pages are found in the tree."""

from django.urls import path
from wagtail.images.views.serve import ServeView

from home.views import barrier, contact, feedback, online_forms
from home.views.home_page import front_page

urlpatterns = [
    path("", front_page, name="home"),
    path("kontakt/", contact.contact, name="contact"),
    path("kontakt/gesendet/", contact.contact_sent, name="contact_sent"),
    path("barrierefreiheit/melden/", barrier.report_barrier, name="report_barrier"),
    path("barrierefreiheit/melden/gesendet/", barrier.report_barrier_sent, name="report_barrier_sent"),
    path("formulare/", online_forms.online_forms, name="online_forms"),
    path("feedback/<slug:slug>/", feedback.feedback, name="feedback"),
    path("feedback/<slug:slug>/gesendet/", feedback.feedback_sent, name="feedback_sent"),
    # One size of a picture that the worker has not made yet; the signature keeps others from asking for any.
    path("bilder/<signature>/<int:image_id>/<filter_spec>/", ServeView.as_view(), name="wagtailimages_serve"),
]
