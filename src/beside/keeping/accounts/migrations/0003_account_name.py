from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("accounts", "0002_disabled")]

    operations = [
        migrations.CreateModel(
            name="AccountName",
            fields=[
                (
                    "name_hash",
                    models.BinaryField(max_length=32, primary_key=True, serialize=False),
                ),
                ("account_id", models.UUIDField(db_index=True)),
            ],
        ),
    ]
