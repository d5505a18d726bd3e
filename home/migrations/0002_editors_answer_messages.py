"""Editors and moderators may read and answer citizens' messages."""

from django.db import migrations

GROUPS = ["Editors", "Moderators"]
ACTIONS = ["view", "change", "delete"]


def _permissions(apps):
    """Django makes the rows only after all migrations."""
    content_type, _ = apps.get_model("contenttypes", "ContentType").objects.get_or_create(
        app_label="home", model="citizenmessage"
    )
    permissions = apps.get_model("auth", "Permission").objects
    for action in ACTIONS:
        yield permissions.get_or_create(
            content_type=content_type,
            codename=f"{action}_citizenmessage",
            defaults={"name": f"Can {action} Nachricht"},
        )[0]


def permit(apps, schema_editor):
    groups = apps.get_model("auth", "Group").objects.filter(name__in=GROUPS)
    permissions = list(_permissions(apps))
    for group in groups:
        group.permissions.add(*permissions)


def forbid(apps, schema_editor):
    permissions = list(_permissions(apps))
    for group in apps.get_model("auth", "Group").objects.filter(name__in=GROUPS):
        group.permissions.remove(*permissions)


class Migration(migrations.Migration):
    dependencies = [
        ("home", "0001_initial"),
        ("contenttypes", "0002_remove_content_type_name"),
        ("auth", "0012_alter_user_first_name_max_length"),
        ("wagtailcore", "0002_initial_data"),
    ]

    operations = [migrations.RunPython(permit, forbid)]
