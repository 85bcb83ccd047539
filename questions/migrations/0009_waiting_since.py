"""Fills in since when each question waits, by which the queue is ordered, from its waits."""

from django.db import migrations
from django.db.models import Min, Q

BATCH = 500


def fill_in(apps, schema_editor):
    """Open waits go first; without one, those that had a reaction and no real answer."""
    Question = apps.get_model("questions", "Question")
    WaitLink = apps.get_model("reachability", "WaitLink")
    to_do = Question.objects.filter(status__in=["waiting", "reacted"]).order_by("pk")
    numbers = list(to_do.values_list("pk", flat=True))
    for start in range(0, len(numbers), BATCH):
        rows = Question.objects.in_bulk(numbers[start : start + BATCH])
        links = WaitLink.objects.filter(question__in=rows).values_list("question")
        opened = dict(links.filter(wait__outcome="open").annotate(since=Min("wait__started_at")))
        unsettled = links.filter(Q(wait__reacted_at__isnull=False), wait__settled_at__isnull=True)
        reacted = dict(unsettled.annotate(since=Min("wait__started_at")))
        for pk, row in rows.items():
            row.waiting_since = opened.get(pk) or reacted.get(pk)
        Question.objects.bulk_update(rows.values(), ["waiting_since"])


class Migration(migrations.Migration):
    dependencies = [
        ("questions", "0008_the_desk"),
        ("reachability", "0005_corrections"),
    ]

    operations = [migrations.RunPython(fill_in, migrations.RunPython.noop)]
