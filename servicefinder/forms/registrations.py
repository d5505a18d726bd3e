"""What online forms announce to the rooms below."""

from servicefinder.catalogue.models import DepartmentPage


def register() -> None:
    """Called once, in `OnlineFormsConfig.ready()`."""
    DepartmentPage.subpage_types = [*DepartmentPage.subpage_types, "onlineforms.FormPage"]
