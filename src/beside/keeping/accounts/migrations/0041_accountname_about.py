from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("accounts", "0040_invitation")]

    operations = [
        migrations.AddField(
            model_name="accountname",
            name="about",
            field=models.BinaryField(null=True),
        ),
    ]
