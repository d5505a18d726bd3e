"""Who works in the back office of the waste department."""

from django.contrib.auth.models import Permission
from django.test import Client

from accounts.models import User
from servicefinder.catalogue.enums import Role
from servicefinder.catalogue.models import Department, Membership
from servicefinder.waste.models import WasteSettings


def signed_in(user: User) -> Client:
    client = Client()
    client.force_login(user)
    return client


def worker(title: str = "Abfallwirtschaft", *, in_charge: bool = True) -> Client:
    """Without a page of the department, so that it also works where other tests have emptied the database."""
    department = Department.objects.create(name=title)
    person = User.objects.create_user(f"person-{department.pk}")
    person.user_permissions.add(Permission.objects.get(codename="access_admin"))
    Membership.objects.create(user=person, department=department, role=Role.AUTHOR)
    if in_charge:
        put_in_charge(department)
    return signed_in(person)


def put_in_charge(department: Department) -> None:
    settings = WasteSettings.load()
    settings.department = department
    settings.save()
