"""Files that belong to no department lie in a collection that says so; Wagtail calls it Root."""

from django.db import migrations

NAMES = ("Root", "Stadtweit")


def _rename(apps, old, new):
    apps.get_model("wagtailcore", "Collection").objects.filter(depth=1, name=old).update(name=new)


def rename(apps, schema_editor):
    _rename(apps, *NAMES)


def rename_back(apps, schema_editor):
    _rename(apps, *reversed(NAMES))


class Migration(migrations.Migration):
    dependencies = [("home", "0005_citizens_post")]

    operations = [migrations.RunPython(rename, rename_back)]
