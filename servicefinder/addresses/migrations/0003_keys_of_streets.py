"""Streets that are there already can be found by the new keys."""

from django.db import migrations

ROWS_AT_ONCE = 5000


def write(apps, schema_editor):
    from servicefinder.addresses.domain.street_keys import keys_of

    key = apps.get_model("addresses", "StreetKey")
    streets = apps.get_model("addresses", "Street").objects.values_list("pk", "name")
    rows = (
        key(street_id=pk, kind=str(kind), text=text) for pk, name in streets for kind, text in keys_of(name)
    )
    key.objects.bulk_create(rows, batch_size=ROWS_AT_ONCE)


def forget(apps, schema_editor):
    apps.get_model("addresses", "StreetKey").objects.all().delete()


class Migration(migrations.Migration):
    dependencies = [("addresses", "0002_areas_and_street_keys")]

    operations = [migrations.RunPython(write, forget)]
