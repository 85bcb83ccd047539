"""How a wait stands for its first real answer (R2), beside how it stands for its first reaction (R1)."""

from importlib import import_module

from django.db import migrations, models
from django.db.models import F, Q

CHOICES = [
    ("answered", "Answered"),
    ("open", "Open"),
    ("left", "Left"),
    ("withdrawn", "Withdrawn"),
    ("closed_unanswered", "Closed unanswered"),
    ("unreachable", "Unreachable"),
]


earlier = import_module("questions.waits.migrations.0003_append_only_everywhere")


def on_sqlite(statements):
    """SQLite makes a changed table anew, which it refuses while a trigger speaks of the table."""

    def run(apps, schema_editor):
        for statement in statements if schema_editor.connection.vendor == "sqlite" else ():
            schema_editor.execute(statement)

    return run


without_trigger, with_trigger = on_sqlite(earlier.SQLITE_BACK), on_sqlite(earlier.SQLITE)


def fill(apps, schema_editor):
    """As the projection tells it of the events that there are: none ended a wait after its reaction."""
    waits = apps.get_model("reachability", "Wait").objects
    waits.exclude(settled_at=None).update(answer_outcome="answered", answer_ended_at=F("settled_at"))
    waits.exclude(outcome__in=["open", "answered"]).update(answer_outcome=F("outcome"), answer_ended_at=F("ended_at"))


class Migration(migrations.Migration):
    dependencies = [("reachability", "0003_append_only_everywhere")]

    operations = [
        migrations.RunPython(without_trigger, with_trigger),
        migrations.AddField("wait", "answer_ended_at", models.DateTimeField(null=True)),
        migrations.AddField(
            "wait", "answer_outcome", models.CharField(choices=CHOICES, default="open", max_length=20)
        ),
        migrations.RunPython(fill, migrations.RunPython.noop),
        migrations.AddConstraint(
            "wait",
            models.CheckConstraint(
                name="a_real_answer_is_a_settlement",
                condition=Q(answer_outcome="answered", settled_at=F("answer_ended_at"))
                | (~Q(answer_outcome="answered") & Q(settled_at__isnull=True)),
            ),
        ),
        migrations.RunPython(with_trigger, without_trigger),
    ]
