"""Types of cases of the ready-made forms, each with one version in force."""

from typing import Any

from django.utils import timezone

from democity import content_files
from servicefinder.cases.enums import CaseState
from servicefinder.cases.models import CaseType, CaseTypeVersion, TextModule

from .load import Load


def load_case_types(load: Load) -> None:
    for entry in content_files.forms():
        department = load.departments[entry["department"]].department
        load.case_types[entry["slug"]] = load.mark(_case_type(entry["case_type"], department))
    for module in content_files.read("cases")["text_modules"]:
        department = load.departments[module["department"]].department
        load.mark(TextModule.objects.create(department=department, name=module["name"], text=module["text"]))


def link_case_types(load: Load) -> None:
    """Name the service of each type, once the services are there."""
    for entry in content_files.forms():
        if service := load.services.get(entry.get("service", "")):
            CaseType.objects.filter(pk=load.case_types[entry["slug"]].pk).update(service=service.service)


def _case_type(values: dict[str, Any], department: Any) -> CaseType:
    kind = CaseType.objects.create(key=values["key"], department=department)
    names = ("name", "due_working_days", "retention_months", "legal_basis", "file_plan_sign")
    CaseTypeVersion.objects.create(
        case_type=kind,
        number=1,
        state_words={state: values["state_words"][state] for state in CaseState.values},
        approved_at=timezone.now(),
        **{name: values[name] for name in names},
    )
    return kind
