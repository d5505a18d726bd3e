"""Ways to take a calendar along."""

from dataclasses import dataclass
from urllib.parse import quote, urlsplit

from django.urls import reverse

from home.addresses import full_address

from ..wording import Texts


@dataclass(frozen=True)
class Way:
    title: str
    url: str
    help: str


@dataclass(frozen=True)
class Subscription:
    """`address`: to copy; `ways`: one press each."""

    address: str
    ways: tuple[Way, ...]


def subscription(token: str, texts: Texts) -> Subscription:
    address = full_address(reverse("waste_subscription", args=[token]))
    webcal = f"webcal:{address.removeprefix(urlsplit(address).scheme + ':')}"
    outlook = f"https://outlook.live.com/calendar/0/addfromweb?url={quote(address, safe='')}"
    name = quote(texts.title)
    return Subscription(
        address,
        (
            Way(texts.apple, webcal, texts.apple_help),
            Way(
                texts.google,
                f"https://calendar.google.com/calendar/r?cid={quote(webcal, safe='')}",
                texts.google_help,
            ),
            Way(texts.outlook, f"{outlook}&name={name}", texts.outlook_help),
        ),
    )
