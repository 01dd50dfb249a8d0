"""PostgreSQL alone knows tables that are in no log and in no copy of the files; empty as it is now."""

from django.apps.registry import Apps
from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor


def keep_out_of_the_log(apps: Apps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    if schema_editor.connection.vendor == "postgresql":
        schema_editor.execute("ALTER TABLE accounts_opensession SET UNLOGGED")


class Migration(migrations.Migration):
    dependencies = [("accounts", "0006_tries")]

    operations = [migrations.RunPython(keep_out_of_the_log, migrations.RunPython.noop)]
