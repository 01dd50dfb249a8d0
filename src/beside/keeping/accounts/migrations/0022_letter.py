from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("accounts", "0021_device")]

    operations = [
        migrations.CreateModel(
            name="Letter",
            fields=[
                (
                    "pk",
                    models.CompositePrimaryKey(
                        "account_id",
                        "id",
                        blank=True,
                        editable=False,
                        primary_key=True,
                        serialize=False,
                    ),
                ),
                ("account_id", models.UUIDField()),
                ("id", models.UUIDField()),
                ("device", models.BinaryField(max_length=32)),
                ("sealed", models.BinaryField()),
            ],
        ),
    ]
