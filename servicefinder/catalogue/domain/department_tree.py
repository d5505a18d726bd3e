"""Up and down the tree of departments."""

from collections import defaultdict
from uuid import UUID

from ..models import Department


def line_of(department: Department) -> list[Department]:
    """The department and its superiors, topmost first."""
    line = [department]
    while line[0].parent is not None:
        line.insert(0, line[0].parent)
    return line


def branch_of(department_id: UUID) -> list[UUID]:
    """Keys of the department and of everything below it. One query, however deep the tree."""
    below: dict[UUID | None, list[UUID]] = defaultdict(list)
    for key, parent in Department.objects.values_list("pk", "parent_id"):
        below[parent].append(key)
    branch = [department_id]
    for key in branch:
        branch.extend(below[key])
    return branch
