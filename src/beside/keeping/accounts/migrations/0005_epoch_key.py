from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("accounts", "0004_open_session")]

    operations = [
        migrations.CreateModel(
            name="EpochKey",
            fields=[
                ("hour", models.BigIntegerField(primary_key=True, serialize=False)),
                ("key", models.BinaryField()),
            ],
        ),
    ]
