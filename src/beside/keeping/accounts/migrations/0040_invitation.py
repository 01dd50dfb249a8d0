from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("accounts", "0022_letter")]

    operations = [
        migrations.CreateModel(
            name="Invitation",
            fields=[
                (
                    "code_hash",
                    models.BinaryField(
                        editable=False, max_length=32, primary_key=True, serialize=False
                    ),
                ),
            ],
        ),
    ]
