"""The central office keeps life situations: they belong to no department."""

from django.db import migrations

GROUPS = ["Redaktion", "Chefredaktion"]
ACTIONS = ["add", "change", "delete"]


def _permissions(apps):
    """Django makes the rows only after all migrations."""
    content_type, _ = apps.get_model("contenttypes", "ContentType").objects.get_or_create(
        app_label="catalogue", model="lifesituation"
    )
    for action in ACTIONS:
        yield apps.get_model("auth", "Permission").objects.get_or_create(
            content_type=content_type,
            codename=f"{action}_lifesituation",
            defaults={"name": f"Can {action} Lebenslage"},
        )[0]


def permit(apps, schema_editor):
    permissions = list(_permissions(apps))
    for group in apps.get_model("auth", "Group").objects.filter(name__in=GROUPS):
        group.permissions.add(*permissions)


def forbid(apps, schema_editor):
    permissions = list(_permissions(apps))
    for group in apps.get_model("auth", "Group").objects.filter(name__in=GROUPS):
        group.permissions.remove(*permissions)


class Migration(migrations.Migration):
    dependencies = [
        ("catalogue", "0002_written_sections"),
        ("home", "0003_central_office_publishes"),
    ]

    operations = [migrations.RunPython(permit, forbid)]
