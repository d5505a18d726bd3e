"""Every test begins without answers that an earlier one wrote down."""

import pytest

from servicefinder.passports.presentation.answers import forget_answers


@pytest.fixture(autouse=True)
def nothing_written() -> None:
    forget_answers()
