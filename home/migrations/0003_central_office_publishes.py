"""The central office publishes what is the whole city's; Wagtail's groups and workflow get German names.

Wagtail lets its editors only submit, to a workflow that nobody but an administrator could approve.
Workflows of departments stay as they are.
"""

from django.db import migrations

GROUPS = {"Editors": "Redaktion", "Moderators": "Chefredaktion"}
WORKFLOW = ("Moderators approval", "Freigabe durch die Redaktion")


def _rename(model, old, new):
    """Only where the name is free and nobody chose another one."""
    if not model.objects.filter(name=new).exists():
        model.objects.filter(name=old).update(name=new)


def _publishing(apps):
    """The permission on the root page: below it lie the front pages of all languages and nothing else."""
    root = apps.get_model("wagtailcore", "Page").objects.filter(depth=1).first()
    permission = apps.get_model("auth", "Permission").objects.filter(
        codename="publish_page", content_type__app_label="wagtailcore"
    )
    group = apps.get_model("auth", "Group").objects.filter(name="Redaktion").first()
    return {"page": root, "permission": permission.first(), "group": group}


def _tasks(apps):
    return apps.get_model("wagtailcore", "GroupApprovalTask").objects.filter(name=WORKFLOW[1])


def permit(apps, schema_editor):
    for old, new in GROUPS.items():
        _rename(apps.get_model("auth", "Group"), old, new)
    for name in ("Task", "Workflow"):
        _rename(apps.get_model("wagtailcore", name), *WORKFLOW)
    values = _publishing(apps)
    if all(values.values()):
        apps.get_model("wagtailcore", "GroupPagePermission").objects.get_or_create(**values)
        for task in _tasks(apps):
            task.groups.add(values["group"])


def forbid(apps, schema_editor):
    values = _publishing(apps)
    if values["group"]:
        apps.get_model("wagtailcore", "GroupPagePermission").objects.filter(**values).delete()
        for task in _tasks(apps):
            task.groups.remove(values["group"])
    for name in ("Task", "Workflow"):
        _rename(apps.get_model("wagtailcore", name), *reversed(WORKFLOW))
    for old, new in GROUPS.items():
        _rename(apps.get_model("auth", "Group"), new, old)


class Migration(migrations.Migration):
    dependencies = [
        ("home", "0002_editors_answer_messages"),
        ("wagtailadmin", "0001_create_admin_access_permissions"),
        ("wagtaildocs", "0002_initial_data"),
        ("wagtailimages", "0002_initial_data"),
        ("wagtailcore", "0098_apitoken"),
    ]

    operations = [migrations.RunPython(permit, forbid)]
