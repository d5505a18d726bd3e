import pytest

from home.telephone import telephone_address


@pytest.mark.parametrize(
    ("written", "address"),
    [
        ("06499 900-1234", "tel:+4964999001234"),
        ("+49 (0) 6499 / 900 1234", "tel:+4964999001234"),
        ("0049 6499 9001234", "tel:+4964999001234"),
        ("115", "tel:115"),
        ("", ""),
        ("–", ""),
    ],
)
def test_numbers_can_be_pressed(written, address):
    assert telephone_address(written) == address
