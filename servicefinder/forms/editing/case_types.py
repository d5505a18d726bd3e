"""Case types as an editor knows them: by name and department, not by key."""

from django.db.models import F, OuterRef, Q, QuerySet, Subquery

from servicefinder.cases.models import CaseType, CaseTypeVersion


def named_case_types(chosen: int | None) -> QuerySet[CaseType]:
    """Those in use, and the one that is chosen already; with `name` and `due` of the newest version."""
    newest = CaseTypeVersion.objects.filter(case_type=OuterRef("pk")).order_by("-number")
    used = CaseType.objects.filter(Q(active=True) | Q(pk=chosen))
    named = used.select_related("department").annotate(
        name=Subquery(newest.values("name")[:1]), due=Subquery(newest.values("due_working_days")[:1])
    )
    return named.order_by("department__name", F("name").asc(nulls_last=True))


def label_of(case_type: CaseType) -> str:
    name, due = getattr(case_type, "name", None), getattr(case_type, "due", None)
    days = f", {due} Werktage" if due else ""
    return f"{case_type.department.name}: {name or case_type.key}{days}"
