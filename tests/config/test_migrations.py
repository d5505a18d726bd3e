"""Migrations follow the layers: no lower room's migration depends on a higher room."""

from django.apps import apps
from django.db import models
from django.db.migrations.loader import MigrationLoader

HEIGHT = {
    "accounts": 0,
    "outbox": 0,
    "capabilities": 0,
    "limits": 0,
    "uploads": 0,
    "search": 1,
    "search_editorial": 2,
    "home": 3,
    "catalogue": 4,
    "democity": 5,
}


def test_migrations_depend_only_on_rooms_to_the_right():
    graph = MigrationLoader(None).disk_migrations

    for (label, name), migration in graph.items():
        for other, _ in migration.dependencies:
            if label in HEIGHT and other in HEIGHT and other != label:
                assert HEIGHT[other] < HEIGHT[label], f"{label}.{name} depends on {other}"


def test_foreign_keys_point_only_to_rooms_to_the_right():
    for label in HEIGHT:
        if not apps.is_installed(apps.get_app_config(label).name):
            continue
        for model in apps.get_app_config(label).get_models():
            for field in model._meta.get_fields():
                target = getattr(field, "related_model", None)
                if isinstance(field, models.ForeignObject) and isinstance(target, type):
                    other = target._meta.app_label
                    assert HEIGHT.get(other, -1) <= HEIGHT[label], f"{model.__name__}.{field.name}"
