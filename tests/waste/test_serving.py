"""Publication brings the houses that citizens see up to date and leaves alone what stays the same."""

from collections.abc import Iterable

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from servicefinder.waste.domain.serving import KEY, publish_houses
from servicefinder.waste.models import Plan, ServedRange, TourRange
from tests.factories import waste as made

STREETS = ("Ostanlage", "Westring", "Nirgendweg")
Part = tuple[str, str, int, int]
PARTS = st.sets(
    st.tuples(
        st.sampled_from(("nord", "sued")), st.sampled_from(STREETS), st.integers(1, 3), st.integers(3, 5)
    ),
    max_size=8,
)


def planned(parts: Iterable[Part]) -> None:
    TourRange.objects.all().delete()
    for code, street, first, last in parts:
        tour = made.tour(code, streets=())
        TourRange.objects.create(tour=tour, street=made.street(street), first_number=first, last_number=last)


@settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
@given(PARTS, PARTS)
def test_what_is_public_is_what_was_planned_and_the_rest_keeps_its_row(
    db: None, before: set[Part], after: set[Part]
) -> None:
    plan: Plan = made.tour("nord", streets=()).plan
    ServedRange.objects.all().delete()
    planned(before)
    publish_houses(plan)
    there = {tuple(key): pk for pk, *key in ServedRange.objects.values_list("pk", *KEY)}
    planned(after)

    done = publish_houses(plan)

    now = {tuple(key): pk for pk, *key in ServedRange.objects.values_list("pk", *KEY)}
    assert sorted(now, key=repr) == sorted(TourRange.objects.values_list(*KEY), key=repr)
    assert all(there[key] == pk for key, pk in now.items() if key in there)
    assert len(done.streets) == len({street for _, street, _, _ in before ^ after})
    assert publish_houses(plan) == (set(), set())
