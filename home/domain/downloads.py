"""Documents as the component `download_list` takes them."""

from collections.abc import Iterable
from typing import Any

from django.template.defaultfilters import filesizeformat
from django.utils.translation import gettext
from wagtail.blocks import StructValue


def download_rows(items: Iterable[StructValue]) -> list[dict[str, Any]]:
    """Rows of the blocks `DownloadBlock`; documents deleted meanwhile are left out."""
    return [_row(item) for item in items if item.get("document")]


def _row(item: StructValue) -> dict[str, Any]:
    document = item["document"]
    notes = [item.get("note"), gettext("barrierefrei") if document.is_accessible else ""]
    return {
        "title": item.get("label") or document.title,
        "url": document.url,
        "type": document.type_label,
        "size": filesizeformat(document.get_file_size() or 0),
        "note": ", ".join(note for note in notes if note),
    }
