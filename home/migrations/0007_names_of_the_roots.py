"""The top of the tree of pages, and that of the collections, have a name that an editor understands."""

from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.state import StateApps

THEIRS, PAGES, FILES = "Root", "Website", "Algemeen"


def rename(apps: StateApps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    apps.get_model("wagtailcore", "Page").objects.filter(depth=1, title=THEIRS).update(title=PAGES, draft_title=PAGES)
    apps.get_model("wagtailcore", "Collection").objects.filter(depth=1, name=THEIRS).update(name=FILES)


def name_back(apps: StateApps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    apps.get_model("wagtailcore", "Page").objects.filter(depth=1, title=PAGES).update(title=THEIRS, draft_title=THEIRS)
    apps.get_model("wagtailcore", "Collection").objects.filter(depth=1, name=FILES).update(name=THEIRS)


class Migration(migrations.Migration):
    dependencies = [("home", "0006_an_unclear_address"), ("wagtailcore", "0094_alter_page_locale")]

    operations = [migrations.RunPython(rename, name_back)]
