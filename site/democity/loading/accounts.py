"""Demo accounts and their place in departments."""

from django.contrib.auth.hashers import make_password
from django.contrib.auth.models import Group

from accounts.models import User
from democity.people import DEMO_PASSWORD, PEOPLE
from servicefinder.catalogue.models import Membership

from .load import Load


def load_people(load: Load) -> None:
    password = make_password(DEMO_PASSWORD)  # Once: it is meant to take its time.
    for person in PEOPLE:
        user = User(
            username=person.username,
            first_name=person.first_name,
            last_name=person.last_name,
            email=f"{person.username}@auenstadt.example",
            is_superuser=person.is_superuser,
            is_staff=person.is_superuser,
            is_demo=True,
            password=password,
        )
        user.save()
        load.mark(user)
        if person.group:
            user.groups.add(Group.objects.get(name=person.group))
        if person.department:
            department = load.departments[person.department].department
            load.mark(Membership.objects.create(user=user, department=department, role=person.role))
            load.staff.setdefault(person.department, []).append(user)
