"""A page on the screen as it comes out on paper: the same sheets, with the rules for print applied."""

import re

from django.http import HttpResponse
from django.urls import reverse

SHEETS = ("identity", "site")
LINK = re.compile(r'href="[^"]*/css/(?P<name>' + "|".join(SHEETS) + r')\b[^"]*\.css"')


def as_printed(response: HttpResponse) -> HttpResponse:
    """Let the page load its style sheets from where their rules for print hold on the screen."""
    html = response.content.decode(response.charset)
    response.content = LINK.sub(lambda link: f'href="{print_sheet_address(link["name"])}"', html)
    return response


def print_sheet_address(name: str) -> str:
    return reverse("catalogue_print_sheet", args=[name])
