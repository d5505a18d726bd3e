"""Who works in the back office of the waste department."""

from django.contrib.auth.models import Permission
from django.test import Client

from accounts.models import User
from servicefinder.catalogue.enums import Role
from servicefinder.waste.models import WasteSettings
from tests.factories.catalogue import DepartmentPageFactory, member_of


def signed_in(user: User) -> Client:
    client = Client()
    client.force_login(user)
    return client


def worker(title: str = "Abfallwirtschaft", *, in_charge: bool = True) -> Client:
    page = DepartmentPageFactory(title=title)
    person = member_of(page, Role.AUTHOR, f"person-{page.pk}")
    person.user_permissions.add(Permission.objects.get(codename="access_admin"))
    if in_charge:
        settings = WasteSettings.load()
        settings.department = page.department
        settings.save()
    return signed_in(person)
