from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("vault", "0001_initial")]

    operations = [
        migrations.CreateModel(
            name="Manifest",
            fields=[
                ("account_id", models.UUIDField(primary_key=True, serialize=False)),
                ("sealed", models.BinaryField()),
            ],
        ),
    ]
