"""The central office sees what was searched and mends the search."""

from django.db import migrations

# The first two names are Wagtail's own, in a database in which nobody has renamed the groups yet.
GROUPS = ["Editors", "Moderators", "Redaktion", "Chefredaktion"]
MODELS = {
    "synonym": ("Synonym", ["add", "change", "delete"]),
    "bestbet": ("Bester Treffer", ["add", "change", "delete"]),
    "gap": ("Lücke", ["add", "change", "delete"]),
    "releasedquery": ("Freigegebene Anfrage", ["add", "delete"]),
    "storedquery": ("Suchanfrage", ["view"]),
}


def _permissions(apps):
    """Django makes the rows only after all migrations."""
    for model, (label, actions) in MODELS.items():
        content_type, _ = apps.get_model("contenttypes", "ContentType").objects.get_or_create(
            app_label="search_editorial", model=model
        )
        for action in actions:
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
        ("search_editorial", "0001_initial"),
        ("auth", "0012_alter_user_first_name_max_length"),
        ("contenttypes", "0002_remove_content_type_name"),
        ("wagtailcore", "0002_initial_data"),
    ]

    operations = [migrations.RunPython(permit, forbid)]
