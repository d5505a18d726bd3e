"""The inbox of citizens is called Bürgerpost: news are Nachrichten, too."""

from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [
        ("home", "0004_central_office_keeps_notices"),
    ]

    operations = [
        migrations.AlterModelOptions(
            name="citizenmessage",
            options={
                "ordering": ["-created_at", "-pk"],
                "verbose_name": "Zuschrift",
                "verbose_name_plural": "Bürgerpost",
            },
        ),
        migrations.AlterModelOptions(
            name="messagesettings",
            options={
                "verbose_name": "Bürgerpost und Sicherheit",
                "verbose_name_plural": "Bürgerpost und Sicherheit",
            },
        ),
    ]
