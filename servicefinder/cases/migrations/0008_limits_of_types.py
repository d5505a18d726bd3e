import django.core.validators
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("cases", "0007_deputy_entered_by"),
    ]

    operations = [
        migrations.AlterField(
            model_name="casetypeversion",
            name="due_working_days",
            field=models.PositiveSmallIntegerField(
                default=10,
                validators=[
                    django.core.validators.MinValueValidator(1),
                    django.core.validators.MaxValueValidator(1000),
                ],
                verbose_name="Frist in Werktagen",
            ),
        ),
        migrations.AlterField(
            model_name="casetypeversion",
            name="retention_months",
            field=models.PositiveSmallIntegerField(
                default=24,
                validators=[django.core.validators.MaxValueValidator(1200)],
                verbose_name="Aufbewahrung in Monaten nach Abschluss",
            ),
        ),
    ]
