"""Translated strings from before there were rules for them: what is refused now is marked, and stays where it is."""

from django.db import migrations


def look_again(apps, schema_editor):
    from home.translation.strings import look_again as look

    look(apps)


class Migration(migrations.Migration):
    dependencies = [
        ("home", "0003_information_site"),
        ("wagtail_localize", "0016_rename_page_revision_translationlog_revision"),
    ]

    operations = [migrations.RunPython(look_again, migrations.RunPython.noop)]
