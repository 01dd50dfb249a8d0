from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("accounts", "0003_account_name")]

    operations = [
        migrations.CreateModel(
            name="OpenSession",
            fields=[
                (
                    "cookie_hash",
                    models.BinaryField(max_length=32, primary_key=True, serialize=False),
                ),
                ("account_id", models.UUIDField(db_index=True)),
                ("public_id", models.UUIDField()),
                ("hour", models.BigIntegerField()),
                ("wrapped", models.BinaryField()),
                ("label", models.BinaryField()),
                ("started", models.FloatField()),
                ("used", models.FloatField()),
                ("idle", models.FloatField()),
                ("aside", models.BinaryField(null=True)),
                ("aside_revision", models.BigIntegerField(default=0)),
            ],
        ),
    ]
