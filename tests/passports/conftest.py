"""Every test begins without answers that an earlier one wrote down."""

import pytest

from servicefinder.passports.presentation.written_pages import forget_pages


@pytest.fixture(autouse=True)
def nothing_written() -> None:
    forget_pages()
