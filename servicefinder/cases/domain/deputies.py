"""Who stands in for whom: everybody for the own absence, heads for their people."""

from datetime import date
from typing import Any

from django.db.models import Q, QuerySet
from django.utils import timezone

from accounts.models import User
from servicefinder.catalogue.enums import Role
from servicefinder.catalogue.models import Membership

from ..models import Deputy
from .assigning import people_of


def people_led_by(user: Any) -> QuerySet[User]:
    """The person itself, and members of the departments that it leads."""
    led = Membership.objects.valid_today().filter(user=user, role=Role.HEAD).values("department")
    return User.objects.filter(Q(pk=user.pk) | Q(pk__in=people_of(Q(department__in=led)).values("pk")))


def possible_deputies(user: Any) -> QuerySet[User]:
    """Colleagues of one's own departments."""
    own = Membership.objects.valid_today().filter(user=user).values("department")
    return people_of(Q(department__in=own))


def deputies_seen_by(user: Any) -> QuerySet[Deputy]:
    """Present and future ones that the person may end, and those where it stands in."""
    mine = Q(person__in=people_led_by(user).values("pk")) | Q(deputy=user)
    today = timezone.localdate()
    return Deputy.objects.filter(mine, valid_until__gte=today).select_related("person", "deputy")


def shares_department(person: User, deputy: User) -> bool:
    today = Membership.objects.valid_today()
    return today.filter(user=deputy, department__in=today.filter(user=person).values("department")).exists()


def stands_in_already(person: User, deputy: User, first: date, last: date) -> bool:
    """Whether the same two have an entry for one of these days."""
    entries = Deputy.objects.filter(person=person, deputy=deputy)
    return entries.filter(valid_from__lte=last, valid_until__gte=first).exists()
