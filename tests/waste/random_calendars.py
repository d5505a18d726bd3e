"""Random published days, with names and reasons of any characters."""

from datetime import UTC, date, datetime

from hypothesis import strategies as st

from servicefinder.waste.domain.schedules import Pickup

TEXTS = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=200)
DAYS = st.dates(date(2020, 1, 1), date(2100, 12, 31))
ROWS = st.builds(
    Pickup,
    st.from_regex(r"[a-z0-9-]{1,40}", fullmatch=True),
    st.integers(1, 9),
    st.from_regex(r"[a-z0-9-]{1,40}", fullmatch=True),
    TEXTS.filter(lambda text: text.isprintable() and text.strip()),
    DAYS,
    DAYS,
    st.sampled_from(["planned", "shifted", "cancelled"]),
    st.text(st.characters(categories=["L", "N", "P", "Zs"]), max_size=150),
    st.integers(0, 99),
    st.datetimes(datetime(2020, 1, 1), datetime(2100, 1, 1), timezones=st.just(UTC)),  # noqa: DTZ001
)
