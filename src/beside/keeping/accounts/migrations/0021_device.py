from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("accounts", "0020_passkey")]

    operations = [
        migrations.CreateModel(
            name="Device",
            fields=[
                ("id", models.BinaryField(max_length=32, primary_key=True, serialize=False)),
                ("account_id", models.UUIDField(db_index=True)),
                ("about", models.BinaryField()),
            ],
        ),
    ]
