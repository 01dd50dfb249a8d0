from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("accounts", "0005_epoch_key")]

    operations = [
        migrations.CreateModel(
            name="Tries",
            fields=[
                ("what", models.BinaryField(max_length=32, primary_key=True, serialize=False)),
                ("failures", models.IntegerField()),
                ("last", models.FloatField()),
            ],
        ),
    ]
