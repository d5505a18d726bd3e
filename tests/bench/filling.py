"""Fills a prepared demo city up to a number of live services, fast.

Run as a program: `DATA_DIR=… python tests/bench/filling.py 10000`. For benchmarks only: it writes rows
directly, as an import followed by a publication would leave them.
"""

import os
import sys
import uuid
from pathlib import Path

BASE_DIR = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(BASE_DIR), str(BASE_DIR / "site")]
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")

import django

django.setup()

from django.core.management import call_command
from django.db import transaction
from django.utils import timezone
from wagtail.models import Page

from outbox.domain.planner_statistics import refresh_statistics
from servicefinder.catalogue.domain.finder.building import build_table
from servicefinder.catalogue.domain.sorting import letter, sort_key
from servicefinder.catalogue.domain.writing import written
from servicefinder.catalogue.enums import AddressKind
from servicefinder.catalogue.models import PublicAddress, PublishedService, Service, ServicePage

WORDS = (
    "Antrag",
    "Auskunft",
    "Bescheinigung",
    "Erlaubnis",
    "Förderung",
    "Genehmigung",
    "Meldung",
    "Zulassung",
)


@transaction.atomic
def fill(total: int) -> None:
    """Copy the demo city's services, each with a title of its own, until `total` are live."""
    originals = list(PublishedService.objects.filter(language="de").prefetch_related("life_situations"))
    pages = {page.translation_key: page for page in ServicePage.objects.filter(locale__language_code="de")}
    for number in range(len(originals), total):
        original = originals[number % len(originals)]
        copy(original, pages[original.service_id], number)


def copy(original: PublishedService, page: ServicePage, number: int) -> None:
    title = f"{original.title}: {WORDS[number % len(WORDS)]} {number}"
    slug = f"{original.slug}-{number}"
    service = Service.objects.create(id=uuid.uuid4(), name=title, department_id=original.department_id)
    PublicAddress.objects.create(kind=AddressKind.SERVICE, language="de", slug=slug, target=service.pk)
    copy_page(page, service, title, slug)
    document = original.document | {"title": title, "slug": slug, "id": str(service.pk)}
    row = PublishedService.objects.get(pk=original.pk)
    situations = list(original.life_situations.all())
    row.pk, row.service, row.title, row.slug, row.document = None, service, title, slug, document
    row.sort_key, row.letter, row.demand = sort_key(title), letter(title), row.demand % 4
    row.row = written(document, timezone.localdate(), row="service_row")["row"]
    row.save(force_insert=True)
    row.life_situations.set(situations)


def copy_page(page: ServicePage, service: Service, title: str, slug: str) -> None:
    """A page row and its service row, without signals: numbers below `number` keep the tree's order."""
    parent = page.get_parent()
    last = parent.get_children().order_by("-path").first()
    base = Page.objects.get(pk=page.pk)
    base.pk = base.id = None
    base.path, base.numchild = last._inc_path(), 0
    base.translation_key, base.slug, base.title, base.draft_title = service.pk, slug, title, title
    base.url_path = f"{parent.url_path}{slug}/"
    base.latest_revision = base.live_revision = None
    Page.objects.bulk_create([base])
    Page.objects.filter(pk=parent.pk).update(numchild=parent.numchild + 1)
    row = ServicePage(
        **{f.attname: getattr(page, f.attname) for f in ServicePage._meta.local_concrete_fields}
    )
    row.page_ptr_id, row.service_id = base.pk, service.pk
    # Receivers ask where a page stands in the tree.
    row.depth, row.path = base.depth, base.path
    row.save_base(raw=True, force_insert=True)


if __name__ == "__main__":
    fill(int(sys.argv[1]))
    build_table("de")
    refresh_statistics()
    call_command("rebuild_search_index", verbosity=0)
