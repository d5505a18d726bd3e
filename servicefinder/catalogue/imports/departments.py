"""The department page below which an imported record is placed."""

from django.conf import settings
from django.db.models import QuerySet
from wagtail.models import Page

from ..models import DepartmentIndexPage, DepartmentPage, SourceRecord

UNASSIGNED = "Ohne Zuordnung"


class ImportNotPossible(Exception):
    """The installation lacks something an import needs; the message says what."""


class Departments:
    """Finds or makes department pages by the name that the source uses, remembered for one import."""

    def __init__(self, source: str) -> None:
        self.source = source
        self._ids: dict[str, int] = {}
        index = DepartmentIndexPage.objects.filter(locale__language_code=settings.LANGUAGE_CODE).first()
        if index is None:
            raise ImportNotPossible("Es gibt noch keine Übersicht der Ämter. Zuerst: manage.py prepare")
        self.index_id = index.pk

    def page_for(self, name: str) -> DepartmentPage:
        """The page for `name` (empty: a page for what has no department)."""
        name = name or UNASSIGNED
        if name not in self._ids:
            page = self._placed_before(name) or self._titled(name) or self._create(name)
            self._ids[name] = page.pk
        return DepartmentPage.objects.get(pk=self._ids[name])

    def _placed_before(self, name: str) -> DepartmentPage | None:
        """Where records of that name went last time, however the department is called by now."""
        record = (
            SourceRecord.objects.filter(source=self.source, fields__department=name)
            .select_related("service", "office")
            .first()
        )
        owned = record and (record.service or record.office)
        return self._pages().filter(department_id=owned.department_id).first() if owned else None

    def _titled(self, name: str) -> DepartmentPage | None:
        return self._pages().filter(draft_title__iexact=name).first()

    def _pages(self) -> QuerySet[DepartmentPage]:
        return DepartmentPage.objects.filter(locale__language_code=settings.LANGUAGE_CODE)

    def _create(self, name: str) -> DepartmentPage:
        index = DepartmentIndexPage.objects.get(pk=self.index_id)
        page = DepartmentPage(title=name[:255], live=False, has_unpublished_changes=True)
        index.add_child(instance=page)
        return page

    def publish_above(self, page: Page) -> None:
        """Nothing is public below a department that is not; one that an import made is published with it."""
        department = DepartmentPage.objects.get(pk=page.get_parent().pk)
        if not department.live and not department.revisions.filter(user__isnull=False).exists():
            department.save_revision().publish()
