"""Links between pages in formatted text, site-wide."""

from typing import Any

from wagtail.models import Page
from wagtail.rich_text.pages import PageLinkHandler


class LivePageLinkHandler(PageLinkHandler):
    """A link to a page that is not live is plain text: its address would give the draft's name away."""

    @classmethod
    def get_many(cls, attrs_list: list[dict[str, Any]]) -> list[Page | None]:
        return [page if page is not None and page.live else None for page in super().get_many(attrs_list)]
