"""Hours tell of a change as everything published does: recordings carry no seal of their own any more."""

from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [
        ("services", "0005_rejected_closure"),
    ]

    operations = [
        migrations.RemoveField(model_name="calendarversion", name="seal"),
        migrations.RemoveField(model_name="calendarexception", name="seal"),
    ]
