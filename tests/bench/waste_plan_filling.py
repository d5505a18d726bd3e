"""Fills a prepared demo city up to a number of addresses and 60 tours. For benchmarks only.

Run as a program: `DATA_DIR=… python tests/bench/waste_plan_filling.py 30000 2027`.
"""

import os
import sys
from pathlib import Path

BASE_DIR = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(BASE_DIR), str(BASE_DIR / "site")]
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")

import django

django.setup()

from django.db import transaction

from servicefinder.addresses.domain.folding import folded_street
from servicefinder.addresses.models import Address, District, Street
from servicefinder.waste.domain.contents import content_of, write_content
from servicefinder.waste.models import Plan, TourRange

TOURS, HOUSES_PER_STREET, ROWS_AT_ONCE = 60, 50, 1000


@transaction.atomic
def fill(total: int, year: int) -> None:
    plan = Plan.objects.get(year=year)
    content = content_of(plan)
    originals = list(content["tours"])
    for number in range(len(originals), TOURS):
        original = originals[number % len(originals)]
        content["tours"].append(original | {"code": f"x{number}", "name": f"Tour {number}", "ranges": []})
    write_content(plan, content)
    tours = list(plan.tours.all())
    district = District.objects.first()
    missing = total - Address.objects.count()
    for number in range(-(-missing // HOUSES_PER_STREET)):
        name = f"Messweg {number}"
        street = Street.objects.create(name=name, folded=folded_street(name), sort_key=name.lower())
        count = min(HOUSES_PER_STREET, missing - number * HOUSES_PER_STREET)
        Address.objects.bulk_create(
            (
                Address(street=street, number=house, postal_code="35990", district=district)
                for house in range(1, count + 1)
            ),
            batch_size=ROWS_AT_ONCE,
        )
        odd, even = tours[number % TOURS], tours[(number + 1) % TOURS]
        TourRange.objects.create(tour=odd, street=street, parity="odd")
        TourRange.objects.create(tour=even, street=street, parity="even")


if __name__ == "__main__":
    fill(int(sys.argv[1]), int(sys.argv[2]))
