"""Ways to take a calendar along."""

from dataclasses import dataclass
from urllib.parse import quote, urlsplit

from django.urls import reverse
from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe

from home.addresses import full_address

from ..domain.subscriptions import HouseholdChoice, token_for
from ..wording import Texts


@dataclass(frozen=True)
class Way:
    title: str
    url: str
    help: str


@dataclass(frozen=True)
class Subscription:
    """`address`: to copy; `ways`: one press each, `items` the same as HTML."""

    address: str
    ways: tuple[Way, ...]

    @property
    def items(self) -> SafeString:
        """Written at once, as the lists of days are."""
        return mark_safe(
            "".join(
                f'<li><a href="{escape(way.url)}" rel="noreferrer">{way.title}</a>'
                f'<span class="quiet">{way.help}</span></li>'
                for way in self.ways
            )
        )


def subscription(choice: HouseholdChoice, texts: Texts) -> Subscription:
    address = full_address(reverse("waste_subscription", args=[token_for(choice)]))
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
