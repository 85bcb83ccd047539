"""A form that was carried out is called what it is. Its table keeps the name it had, so nothing is moved."""

from django.db import migrations

TABLE = "questions_sent"


class Migration(migrations.Migration):
    dependencies = [
        ("questions", "0006_names_in_web_addresses"),
    ]

    operations = [
        migrations.AlterModelTable(name="sent", table=TABLE),
        migrations.RenameModel(old_name="Sent", new_name="SentForm"),
    ]
