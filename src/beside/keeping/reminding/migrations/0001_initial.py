from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = []

    operations = [
        migrations.CreateModel(
            name="MailRow",
            fields=[
                ("account_id", models.UUIDField(primary_key=True, serialize=False)),
                ("sealed", models.BinaryField()),
                ("due", models.BigIntegerField(db_index=True, null=True)),
                ("unopened", models.IntegerField(default=0)),
                ("revision", models.BigIntegerField(default=0)),
            ],
        ),
        migrations.CreateModel(
            name="StopLink",
            fields=[
                (
                    "stop_hash",
                    models.BinaryField(
                        editable=False, max_length=32, primary_key=True, serialize=False
                    ),
                ),
                ("account_id", models.UUIDField(db_index=True)),
            ],
        ),
    ]
