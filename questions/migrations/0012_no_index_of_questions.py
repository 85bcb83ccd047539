"""Throws away what Wagtail's index of references held of questions, messages, notes, openings and figures."""

from django.db import migrations


def throw_away(apps, schema_editor):
    """Only a canned answer is content of the site, and stays in the index."""
    ContentType = apps.get_model("contenttypes", "ContentType")
    ReferenceIndex = apps.get_model("wagtailcore", "ReferenceIndex")
    kinds = ContentType.objects.filter(app_label__in=("questions", "privacy", "reachability", "feedback"))
    kinds = list(kinds.exclude(app_label="questions", model="cannedanswer").values_list("pk", flat=True))
    ReferenceIndex.objects.filter(base_content_type__in=kinds)._raw_delete(schema_editor.connection.alias)


class Migration(migrations.Migration):
    dependencies = [
        ("questions", "0011_planned_questions"),
        ("contenttypes", "0002_remove_content_type_name"),
        ("wagtailcore", "0097_baselogentry_uuid_action_timestamp_indexes"),
    ]

    operations = [migrations.RunPython(throw_away, migrations.RunPython.noop)]
