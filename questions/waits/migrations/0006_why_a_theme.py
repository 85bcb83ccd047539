"""Says why a theme was corrected, beside the theme that stood in the place of the reason before."""

from django.db import migrations, models
from django.db.models import F


def move_themes(apps, schema_editor):
    """What was written as the reason was the theme."""
    Correction = apps.get_model("reachability", "Correction")
    Correction.objects.filter(what="theme").update(theme=F("reason"), reason="")


def move_back(apps, schema_editor):
    """The theme stands in the place of the reason again."""
    Correction = apps.get_model("reachability", "Correction")
    Correction.objects.filter(what="theme").update(reason=F("theme"))


class Migration(migrations.Migration):
    dependencies = [
        ("reachability", "0005_corrections"),
    ]

    operations = [
        migrations.AddField(
            model_name="correction", name="theme", field=models.CharField(blank=True, default="", max_length=60), preserve_default=False
        ),
        migrations.RunPython(move_themes, move_back),
    ]
