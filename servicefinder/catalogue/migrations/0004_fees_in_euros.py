"""Amounts are entered in euros and kept in cents; help texts for what nobody could guess."""

from django.db import migrations, models

import servicefinder.catalogue.models.fields


class Migration(migrations.Migration):
    dependencies = [
        ("catalogue", "0003_central_office_keeps_life_situations"),
    ]

    operations = [
        migrations.AlterField(
            model_name="servicefee",
            name="cents",
            field=servicefinder.catalogue.models.fields.CentsField(
                blank=True, help_text="Zum Beispiel 37 oder 37,50.", null=True, verbose_name="Betrag in Euro"
            ),
        ),
        migrations.AlterField(
            model_name="servicefee",
            name="condition",
            field=models.CharField(
                blank=True,
                help_text="Wann oder wonach sie gilt: „ab 24 Jahren“, „je nach Aufwand“.",
                max_length=500,
                verbose_name="Bedingung",
            ),
        ),
        migrations.AlterField(
            model_name="servicefee",
            name="max_cents",
            field=servicefinder.catalogue.models.fields.CentsField(
                blank=True, help_text="Nur bei „von … bis“.", null=True, verbose_name="Höchstbetrag in Euro"
            ),
        ),
        migrations.AlterField(
            model_name="serviceonlineservice",
            name="key",
            field=models.CharField(
                blank=True,
                help_text="Nur bei einem eigenen Online-Dienst: das Kürzel, das die Technik dafür vergeben hat.",
                max_length=40,
                verbose_name="Schlüssel des eigenen Dienstes",
            ),
        ),
        migrations.AlterField(
            model_name="servicepage",
            name="ozg",
            field=models.CharField(
                blank=True,
                help_text="Kennung der Leistung nach dem Onlinezugangsgesetz, zum Beispiel 10250.",
                max_length=20,
                verbose_name="OZG-Nummer",
            ),
        ),
    ]
