from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("privacy", "0003_rightschange")]

    operations = [
        migrations.AlterModelOptions(
            name="rightschange",
            options={
                "default_permissions": ("view",),
                "ordering": ["-at", "-pk"],
                "verbose_name": "change of rights",
                "verbose_name_plural": "changes of rights",
            },
        ),
    ]
