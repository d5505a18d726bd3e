"""Where a real city's map gets its tiles from, and what the content policy lets in for it."""

import pytest

from config.settings.headers import PUBLIC_CSP, with_images_from
from config.settings.variables import tiles


def test_without_tiles_nothing_is_let_in() -> None:
    assert with_images_from(PUBLIC_CSP, "") == PUBLIC_CSP


@pytest.mark.parametrize(
    ("address", "source"),
    [
        ("https://tiles.example/{z}/{x}/{y}.png", "https://tiles.example"),
        ("https://{s}.tiles.example:8443/{z}/{x}/{y}@2x.png?key=a", "https://*.tiles.example:8443"),
    ],
)
def test_only_pictures_of_the_tiles_host_are_let_in(address: str, source: str) -> None:
    policy = with_images_from(PUBLIC_CSP, tiles(address))

    assert f"img-src 'self' {source} data:" in policy
    assert policy.replace(f" {source}", "") == PUBLIC_CSP


@pytest.mark.parametrize(
    "address", ["http://tiles.example/{z}/{x}/{y}.png", "https://tiles.example/", "javascript:{z}{x}{y}"]
)
def test_what_is_no_address_of_tiles_is_refused(address: str) -> None:
    with pytest.raises(ValueError, match="https"):
        tiles(address)
