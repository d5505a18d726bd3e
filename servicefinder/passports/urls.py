"""Public addresses of the room passports, the same in every language below its prefix."""

from django.urls import path

from .views import asking, mails, proxies

urlpatterns = [
    path("ausweisstatus/", asking.ask, name="passport_status"),
    path("ausweisstatus/weiter/", asking.go_on, name="passport_go_on"),
    path("ausweisstatus/vollmacht.pdf", proxies.proxy_form, name="passport_proxy"),
    path("ausweisstatus/benachrichtigung/", mails.ask, name="passport_mail_ask"),
    path("ausweisstatus/benachrichtigung/<str:token>/", mails.decide, name="passport_mail"),
]
