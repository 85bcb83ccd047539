"""Pages closed with a password or to some groups become closed to all but staff; the history of each page tells it."""

from django.db import migrations
from django.utils import timezone


def close_to_all_but_staff(apps, schema_editor):
    """Nobody could open such a page: a session of staff is not known outside the admin, and readers have none."""
    PageViewRestriction = apps.get_model("wagtailcore", "PageViewRestriction")
    PageLogEntry = apps.get_model("wagtailcore", "PageLogEntry")
    for closed in PageViewRestriction.objects.exclude(restriction_type="login").select_related("page"):
        before = closed.restriction_type
        closed.restriction_type, closed.password = "login", ""
        closed.save()
        closed.groups.clear()
        page = closed.page
        PageLogEntry.objects.create(
            page_id=page.pk,
            content_type_id=page.content_type_id,
            label=page.title,
            action="wagtail.view_restriction.edit",
            data={"restriction": {"type": "login", "title": "login", "before": before}},
            timestamp=timezone.now(),
        )
        print(f'    page {page.pk} ({page.title}) was closed by "{before}", which nobody could open: now to all but staff')


class Migration(migrations.Migration):
    dependencies = [
        ("home", "0010_aliases_use_nothing"),
        ("wagtailcore", "0097_baselogentry_uuid_action_timestamp_indexes"),
    ]

    operations = [migrations.RunPython(close_to_all_but_staff, migrations.RunPython.noop)]
