from typing import Any

from wagtail.models import Page

from democity import content_files
from home.models import StandardPage

from .blocks import body
from .load import Load


def load_pages(load: Load) -> None:
    """Standard pages. A legal page takes the place of the skeleton that the installation made."""
    pages: dict[str, Page] = {"home": load.home}
    for entry in content_files.read("pages")["pages"]:
        parent = pages[entry.get("parent", "home")]
        page = _skeleton(entry, load) or StandardPage(slug=entry["slug"])
        page.title = entry["title"]
        page.introduction = ""
        page.teaser = entry["teaser"]
        page.body = body(entry.get("blocks", []), load)
        page.show_contents = len(entry.get("blocks", [])) > 4
        page.role = entry.get("role", "")
        if page.pk:
            page.save_revision(log_action=False).publish(log_action=False)
        else:
            load.add_page(parent, page)
        pages[entry["slug"]] = page


def _skeleton(entry: dict[str, Any], load: Load) -> StandardPage | None:
    """The page that is there already; it is not marked, since every city needs it."""
    if not entry.get("role"):
        return None
    return StandardPage.objects.descendant_of(load.home).filter(role=entry["role"]).first()
