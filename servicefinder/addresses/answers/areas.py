"""The school and the polling place of an address."""

from typing import Any, NamedTuple

from wagtail.models import Page, Site

from home.addresses import tree_address
from home.maps import map_place
from home.models import FacilityPage
from home.prepared_queries import PreparedQuery
from home.publicity import public

from ..enums import AreaKind
from ..registries import Answer, AnswerLine, AskedAddress
from ..wording import texts_in


class AreaAnswer:
    """One kind of area, with the page of its place where there is a public one."""

    def __init__(self, kind: str, rank: int) -> None:
        self.kind, self.rank = AreaKind(kind), rank
        self.name = f"addresses.{kind}"

    def answer(self, asked: AskedAddress) -> Answer | None:
        """No query without a page, one for a facility, two for any other page."""
        area = asked.areas.get(self.kind)
        if area is None:
            return None
        title = texts_in(asked.language).areas[self.kind]
        page = _page(area.page_id, asked.language) if area.page_id else None
        if page is None:
            return Answer(title, [AnswerLine(area.name, note=area.place)])
        url = tree_address(page.url_path, Site.get_site_root_paths())
        note = (
            ", ".join(filter(None, (page.address, f"{page.postal_code} {page.town}".strip()))) or area.place
        )
        places = map_place(page.title, page.latitude, page.longitude, url, page.address)
        return Answer(title, [AnswerLine(area.name, url, note)], places=places)


class _PageRow(NamedTuple):
    title: str
    url_path: str
    address: str = ""
    postal_code: str = ""
    town: str = ""
    latitude: Any = None
    longitude: Any = None


def _page(page: int, language: str) -> _PageRow | None:
    """In the language that is asked for, where there is such a page, else as it was chosen."""
    for query in (_FACILITIES, _PAGES):
        rows = {row[0]: _PageRow(*row[1:]) for row in query.rows(page=page)}
        if rows:
            return rows.get(language) or next(iter(rows.values()))
    return None


def _translations(model: type[Page], page: int, *columns: str) -> Any:
    """The chosen page and its translations, the first one first."""
    key = Page.objects.filter(pk=page).values("translation_key")
    pages = public(model.objects.filter(translation_key__in=key)).order_by("pk")  # type: ignore[misc]
    return pages.values_list("locale__language_code", "title", "url_path", *columns)


_FACILITIES = PreparedQuery(lambda page: _translations(FacilityPage, page, *_PageRow._fields[2:]), page=int)
_PAGES = PreparedQuery(lambda page: _translations(Page, page), page=int)
