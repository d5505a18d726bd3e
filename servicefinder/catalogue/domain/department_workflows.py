"""Author, then approver of the same department, then published."""

from collections.abc import Sequence

from django.contrib.auth.models import Group
from wagtail.models import GroupApprovalTask, Task, Workflow, WorkflowPage, WorkflowTask

from ..models import Department, DepartmentPage


def assign_workflow(department: Department, page: DepartmentPage, approvers: Sequence[Group]) -> None:
    """Let everything below `page` be approved by the department's own people. Idempotent."""
    workflow = department.workflow or _new_workflow(department)
    name = f"Freigabe {department.name}"[:255]
    for each in (workflow, *_tasks(workflow)):
        if each.name != name:
            each.name = name
            each.save()
    for task in GroupApprovalTask.objects.filter(pk__in=_tasks(workflow)):
        task.groups.set(approvers)
    WorkflowPage.objects.update_or_create(page_id=page.pk, defaults={"workflow": workflow})


def dissolve_workflow(department: Department) -> None:
    """End the department's workflow and whatever runs in it."""
    workflow = department.workflow
    if workflow is None:
        return
    for task in _tasks(workflow):
        task.deactivate()
    workflow.deactivate()


def _new_workflow(department: Department) -> Workflow:
    workflow = Workflow.objects.create(name="Freigabe")
    task = GroupApprovalTask.objects.create(name="Freigabe")
    WorkflowTask.objects.create(workflow=workflow, task=task, sort_order=0)
    department.workflow = workflow
    department.save(update_fields=["workflow"])
    return workflow


def _tasks(workflow: Workflow) -> list[Task]:
    return list(Task.objects.filter(workflow_tasks__workflow=workflow))
