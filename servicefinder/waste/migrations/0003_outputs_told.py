"""What was told before it was written down: what is due on those days, so that nobody is told it twice."""

from django.db import migrations


def fill(apps, schema_editor):
    collections = apps.get_model("waste", "Collection").objects.filter(tour__plan__state="published")
    for run in apps.get_model("waste", "ReminderRun").objects.all():
        rows = collections.filter(day=run.day).exclude(state="cancelled")
        run.told = sorted(rows.values_list("pk", flat=True))
        run.save(update_fields=["told"])


class Migration(migrations.Migration):
    dependencies = [("waste", "0002_outputs_corrections")]
    operations = [migrations.RunPython(fill, migrations.RunPython.noop)]
