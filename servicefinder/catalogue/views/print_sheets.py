"""Style sheets of the site with their rules for print applied on the screen, for previews."""

import re
from pathlib import Path

from django.conf import settings
from django.contrib.staticfiles import finders
from django.http import Http404, HttpRequest, HttpResponse

from ..editing.print_preview import SHEETS

PAPER = "@media screen { body { max-inline-size: 178mm; margin: 12mm auto; background: #fff; } }"


def print_sheet(request: HttpRequest, name: str) -> HttpResponse:
    """`name` is one of `SHEETS`."""
    found = finders.find(f"css/{name}.css") if name in SHEETS else None
    if not found:
        raise Http404
    rules = Path(str(found)).read_text().replace("@media print", "@media all")
    # Addresses in a sheet are relative to where it lies.
    rules = re.sub(r"""url\((["']?)\.\./""", rf"url(\1{settings.STATIC_URL}", rules)
    return HttpResponse(rules + PAPER, content_type="text/css; charset=utf-8")
