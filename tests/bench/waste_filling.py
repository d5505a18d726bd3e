"""Gives a prepared demo city exactly so many addresses, for benchmarks only.

Run as a program: `DATA_DIR=… python tests/bench/waste_filling.py 30000`. Prints the paths that are measured:
the page of a house with a year of days, its calendar to subscribe to.
"""

import json
import os
import sys
from pathlib import Path

BASE_DIR = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(BASE_DIR), str(BASE_DIR / "site")]
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")

import django

django.setup()

from django.db import transaction
from django.urls import reverse

from outbox.domain.planner_statistics import refresh_statistics
from servicefinder.addresses.domain.folding import folded_street
from servicefinder.addresses.models import Address, District, Street
from servicefinder.catalogue.domain.sorting import sort_key
from servicefinder.waste.domain.serving import publish_houses
from servicefinder.waste.domain.subscriptions import HouseholdChoice, token_for
from servicefinder.waste.models import Plan, ServedRange, Tour, TourRange

HOUSES = 30
ROWS_AT_ONCE = 500


@transaction.atomic
def fill(total: int) -> None:
    """Streets of 30 houses until there are `total` houses, each served by a tour of every plan."""
    kept = Address.objects.order_by("pk").values("pk")[:total]
    Address.objects.exclude(pk__in=kept).delete()
    missing = max(0, total - Address.objects.count())
    district = District.objects.earliest("pk")
    names = [f"Messweg {number}er Reihe" for number in range(-(-missing // HOUSES))]
    streets = Street.objects.bulk_create(
        (Street(name=name, folded=folded_street(name), sort_key=sort_key(name)) for name in names),
        batch_size=ROWS_AT_ONCE,
    )
    houses = ((street, number) for street in streets for number in range(1, HOUSES + 1))
    Address.objects.bulk_create(
        [
            Address(street=street, number=number, postal_code="35990", district=district)
            for street, number in list(houses)[:missing]
        ],
        batch_size=ROWS_AT_ONCE,
    )
    tours = list(Tour.objects.order_by("code", "plan"))
    codes = sorted({tour.code for tour in tours})
    TourRange.objects.bulk_create(
        (
            TourRange(tour=tour, street=street)
            for number, street in enumerate(streets)
            for tour in tours
            if tour.code == codes[number % len(codes)]
        ),
        batch_size=ROWS_AT_ONCE,
    )
    for plan in Plan.objects.all():
        publish_houses(plan)


def paths() -> dict[str, str]:
    house = Address.objects.filter(street__in=ServedRange.objects.values("street")).latest("street", "number")
    return {
        "page": reverse("waste_household", args=[house.pk]),
        "calendar": reverse("waste_subscription", args=[token_for(HouseholdChoice.of(house.pk))]),
    }


if __name__ == "__main__":
    fill(int(sys.argv[1]))
    refresh_statistics()
    print(json.dumps(paths() | {"addresses": str(Address.objects.count())}))
