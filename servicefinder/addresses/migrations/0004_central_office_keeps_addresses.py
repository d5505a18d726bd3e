"""The central office keeps streets, houses, areas and notices for districts."""

from django.db import migrations

GROUPS = ["Redaktion", "Chefredaktion"]
ACTIONS = ["add", "change", "delete"]
MODELS = {
    "district": "Stadtteil",
    "street": "Straße",
    "address": "Adresse",
    "area": "Zuständigkeitsgebiet",
    "districtnotice": "Hinweis für Stadtteile",
}


def _permissions(apps):
    """Django makes the rows only after all migrations."""
    for model, label in MODELS.items():
        content_type, _ = apps.get_model("contenttypes", "ContentType").objects.get_or_create(
            app_label="addresses", model=model
        )
        for action in ACTIONS:
            yield apps.get_model("auth", "Permission").objects.get_or_create(
                content_type=content_type,
                codename=f"{action}_{model}",
                defaults={"name": f"Can {action} {label}"},
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
        ("addresses", "0003_keys_of_streets"),
        ("home", "0003_central_office_publishes"),
        ("auth", "0012_alter_user_first_name_max_length"),
        ("contenttypes", "0002_remove_content_type_name"),
    ]

    operations = [migrations.RunPython(permit, forbid)]
