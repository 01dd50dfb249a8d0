from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("accounts", "0009_tries_unlogged")]

    operations = [
        migrations.CreateModel(
            name="Passkey",
            fields=[
                ("id", models.BinaryField(max_length=32, primary_key=True, serialize=False)),
                ("account_id", models.UUIDField(db_index=True)),
                ("wrapped", models.BinaryField()),
                ("about", models.BinaryField()),
            ],
        ),
    ]
