"""The sections of a service's page, in their order: each has a template in `catalogue/service/sections/`.

Most of them say the same until the description, a fee or the status changes: they are written with the
publication (`written_sections`). The others show the moment and are rendered with each page.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from django.template import loader
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import override

from . import section_values
from .section_values import Document, Shown, Values
from .service_box import written_box


@dataclass(frozen=True)
class Section:
    """`values` returns what the template takes besides `heading`, or None where nothing is known."""

    id: str
    heading: str
    values: Callable[[Shown], Values | None]
    of_the_moment: bool = False

    def html(self, shown: Shown) -> SafeString | None:
        values = self.values(shown)
        if values is None:
            return None
        template = loader.get_template(f"catalogue/service/sections/{self.id}.html")
        return mark_safe(template.render({"heading": self.heading, **values}))


def sections(shown: Shown, written: dict[str, str] | None) -> list[tuple[Section, SafeString]]:
    """The sections that have something to say; those in `written` need not be rendered."""
    found = []
    for section in SECTIONS:
        if written is None or section.of_the_moment:
            html = section.html(shown)
        else:
            html = mark_safe(written.get(section.id, ""))
        if html:
            found.append((section, html))
    return found


def written_sections(document: Document, today: date) -> dict[str, str]:
    """HTML by section, for everything that stays as it is until the row of the read model `changes_at`.

    Beside them `box`, and `contents`, the component toc, with `contents_of`: the headings it was written for.
    """
    shown = Shown(document, today)
    with override(document["language"]):
        htmls = {section.id: section.html(shown) for section in SECTIONS if not section.of_the_moment}
        written = {key: str(html) for key, html in htmls.items() if html}
        found = sections(shown, written)
        around = {"box": written_box(document), "contents": contents(found, None)}
        return {**written, **around, "contents_of": _headings(found)}


def contents(found: list[tuple[Section, SafeString]], written: dict[str, str] | None) -> SafeString:
    """The component toc: as it was written, or anew where the page has other sections by now."""
    if written is not None and written.get("contents_of") == _headings(found):
        return mark_safe(written["contents"])
    items = [{"id": section.id, "title": section.heading} for section, _ in found if section.heading]
    return mark_safe(loader.get_template("components/toc/toc.html").render({"items": items}))


def _headings(found: list[tuple[Section, SafeString]]) -> str:
    return " ".join(section.id for section, _ in found if section.heading)


SECTIONS = (
    Section("worum", "Worum geht es?", section_values.worum),
    Section("zielgruppe", "Für wen ist das?", section_values.zielgruppe),
    Section("unterlagen", "Was brauche ich?", section_values.unterlagen),
    Section("kosten", "Was kostet es?", section_values.kosten),
    Section("fristen", "Welche Fristen gelten?", section_values.fristen),
    Section("dauer", "Wie lange dauert es?", section_values.dauer, of_the_moment=True),
    Section("ablauf", "Wie läuft es ab?", section_values.ablauf),
    Section("online", "Welche Wege gibt es noch?", section_values.online),
    Section("orte", "Wohin wende ich mich?", section_values.orte, of_the_moment=True),
    Section("hinweise", "Was sollte ich noch wissen?", section_values.hinweise),
    Section("widerspruch", "Was, wenn ich nicht einverstanden bin?", section_values.widerspruch),
    Section("recht", "Wo steht das im Gesetz?", section_values.recht),
    Section("passend", "Was passt dazu?", section_values.passend),
    Section("kolophon", "", section_values.kolophon),
)
