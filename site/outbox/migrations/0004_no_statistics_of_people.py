from typing import Any

from django.db import migrations

# PostgreSQL samples columns for its planner and keeps common values, in clear, in a table of its own that no
# deletion reaches. Nothing is searched by these.
UNSAMPLED = {
    "outbox_outgoingmail": ("to", "subject", "text", "headers", "reply_to"),
    "outbox_job": ("payload", "last_error"),
}


def _sample(target: int) -> Any:
    def run(apps: Any, schema_editor: Any) -> None:
        if schema_editor.connection.vendor != "postgresql":
            return
        quote = schema_editor.connection.ops.quote_name
        for table, columns in UNSAMPLED.items():
            for column in columns:
                schema_editor.execute(
                    f"ALTER TABLE {quote(table)} ALTER COLUMN {quote(column)} SET STATISTICS {target}"
                )

    return run


class Migration(migrations.Migration):
    dependencies = [
        ("outbox", "0003_mail_headers"),
    ]

    operations = [migrations.RunPython(_sample(0), _sample(-1))]
