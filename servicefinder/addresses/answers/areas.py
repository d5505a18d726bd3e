"""The school and the polling place of an address."""

from django.db.models import Q
from wagtail.models import Page, Site

from home.addresses import tree_address
from home.maps import map_place
from home.models import FacilityPage
from home.publicity import public

from ..domain.areas import AreaRow
from ..enums import AreaKind
from ..registries import Answer, AnswerLine, AskedAddress
from ..wording import texts_in


class AreaAnswer:
    """One kind of area, with the page of its place where there is a public one."""

    def __init__(self, kind: str, rank: int) -> None:
        self.kind, self.rank = AreaKind(kind), rank
        self.name = f"addresses.{kind}"

    def answer(self, asked: AskedAddress) -> Answer | None:
        area = asked.areas.get(self.kind)
        if area is None:
            return None
        title = texts_in(asked.language).areas[self.kind]
        page = _page_of(area, asked.language)
        if page is None:
            return Answer(title, [AnswerLine(area.name, note=area.place)])
        url = tree_address(page.url_path, Site.get_site_root_paths())
        place = getattr(page, "full_address", "") or area.place
        shown = map_place(page.title, *_coordinates(page), url, place)
        return Answer(title, [AnswerLine(area.name, url, place)], places=shown)


def _page_of(area: AreaRow, language: str) -> Page | None:
    """In the language where there is such a page, else as it was chosen. One query, two for a facility."""
    if area.page_id is None:
        return None
    chosen = Page.objects.filter(pk=area.page_id).values("translation_key")
    pages = public(Page.objects.filter(Q(pk=area.page_id) | Q(translation_key__in=chosen)))
    found = {page.locale.language_code: page for page in pages.select_related("locale")}
    page = found.get(language) or next((each for each in found.values() if each.pk == area.page_id), None)
    if page is None:
        return None
    return FacilityPage.objects.defer("body").filter(pk=page.pk).first() or page


def _coordinates(page: Page) -> tuple[float | None, float | None]:
    return getattr(page, "latitude", None), getattr(page, "longitude", None)
