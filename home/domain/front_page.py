"""Finding the front page without asking Wagtail's tree."""

from django.db.models import QuerySet
from wagtail.models import Site

from home.models import HomePage
from home.pictures import facts_from, image_columns
from home.prepared_queries import PreparedQuery
from home.publicity import public

COLUMNS = [field.attname for field in HomePage._meta.concrete_fields]


def public_front_page(language: str) -> HomePage | None:
    """The front page in a language, if everybody may see it; `hero` has its picture. One query."""
    rows = FRONT_PAGES.rows(language=language)
    if not rows:
        return None
    page: HomePage = HomePage.from_db(None, COLUMNS, rows[0][: len(COLUMNS)])
    page.hero = facts_from(rows[0][len(COLUMNS) :])
    return page


def _front_pages(language: str) -> QuerySet[HomePage]:
    roots = Site.objects.filter(is_default_site=True).order_by().values("root_page__translation_key")
    pages = HomePage.objects.filter(translation_key__in=roots, locale__language_code=language)
    return public(pages).values_list(*COLUMNS, *image_columns("picture"))  # type: ignore[return-value]


FRONT_PAGES = PreparedQuery(_front_pages, language=str)
