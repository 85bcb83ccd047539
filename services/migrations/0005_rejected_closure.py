"""A rejected closure is called what it is. Its table keeps the name it had, so nothing is moved."""

from django.db import migrations

TABLE = "services_openallthesame"


class Migration(migrations.Migration):
    dependencies = [
        ("services", "0004_documents_in_text"),
    ]

    operations = [
        migrations.AlterModelTable(name="openallthesame", table=TABLE),
        migrations.RenameModel(old_name="OpenAllTheSame", new_name="RejectedClosure"),
    ]
