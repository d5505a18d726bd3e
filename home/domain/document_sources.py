"""What the search may know of uploaded files: only what a public page offers and everybody may open."""

from collections.abc import Iterator
from typing import Any

from django.db.models import CharField, Exists, ExpressionWrapper, F, Model, OuterRef, QuerySet
from django.template.defaultfilters import filesizeformat
from django.utils import translation
from wagtail.models import CollectionViewRestriction, Page

from home.domain.document_texts import DOCUMENTS_SOURCE
from home.models import CityDocument, DocumentLink, DocumentText
from home.publicity import public
from search.documents import SearchDocument


class DocumentSource:
    """Files as a `search.registries.SearchSource`, in the languages of the pages that offer them."""

    name = DOCUMENTS_SOURCE
    model: type[Model] = CityDocument

    def documents_for(self, pk: str) -> list[SearchDocument]:
        document = _public_documents().filter(pk=pk).select_related("text").first()
        if document is None:
            return []
        return [_found(document, language, pages) for language, pages in _languages(document).items()]

    def public_pks(self) -> Iterator[str]:
        for pk in _public_documents().order_by("pk").values_list("pk", flat=True).iterator():
            yield str(pk)


def _public_documents() -> "QuerySet[CityDocument]":
    """Linked by a page that everybody may see, in a collection that everybody may see."""
    links: Any = public(DocumentLink.objects.filter(document=OuterRef("pk")), "page__path")
    closed = CollectionViewRestriction.objects.alias(
        asked=ExpressionWrapper(OuterRef("collection__path"), output_field=CharField())
    ).filter(asked__startswith=F("collection__path"))
    found: QuerySet[CityDocument] = CityDocument.objects.filter(Exists(links), ~Exists(closed))
    return found


def _languages(document: CityDocument) -> dict[str, list[Page]]:
    """Language → public pages that lead to the document."""
    pages = public(Page.objects.filter(pk__in=document.page_links.values("page"))).select_related("locale")
    found: dict[str, list[Page]] = {}
    for page in pages.order_by("pk"):
        found.setdefault(page.locale.language_code, []).append(page)
    return found


def _found(document: CityDocument, language: str, pages: list[Page]) -> SearchDocument:
    ends = [page.expire_at for page in pages]
    text: DocumentText | None = getattr(document, "text", None)
    texts = text.pages if text else []
    with translation.override(language):
        return SearchDocument(
            type="document",
            id=str(document.pk),
            language=language,
            title=document.title,
            url=document.url,
            teaser=f"{document.type_label}, {filesizeformat(document.file_size or 0)}",
            body="\n".join(words for number, words in texts if not number),
            pages=tuple((number, words) for number, words in texts if number),
            expires_at=None if None in ends else max(end for end in ends if end),
        )
