"""Until now houses had no draft: what public plans say of them is what citizens see."""

from django.db import migrations

COPIED = (
    *("tour_id", "street_id", "parity"),
    *("first_number", "first_suffix", "last_number", "last_suffix"),
)
ROWS_AT_ONCE = 500


def fill(apps, schema_editor):
    planned = apps.get_model("waste", "TourRange").objects.filter(tour__plan__state="published")
    served = apps.get_model("waste", "ServedRange")
    rows = planned.order_by("pk").values(*COPIED).iterator(chunk_size=ROWS_AT_ONCE)
    served.objects.bulk_create((served(**row) for row in rows), batch_size=ROWS_AT_ONCE)


class Migration(migrations.Migration):
    dependencies = [("waste", "0005_published_houses")]
    operations = [migrations.RunPython(fill, migrations.RunPython.noop)]
