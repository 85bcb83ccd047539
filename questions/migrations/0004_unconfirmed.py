"""Accounts that wait until a team leader vouches for them; and who manages people stops being a colleague."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models
from django.db.models import Q
from django.utils import timezone


def switch_off_who_manages_people(apps, schema_editor):
    """Colleagues who may give rights, to others or to an account of their own making, read no questions any more."""
    Colleague = apps.get_model("questions", "Colleague")
    Permission = apps.get_model("auth", "Permission")
    RightsChange = apps.get_model("privacy", "RightsChange")
    rights = Permission.objects.filter(
        Q(content_type__app_label="auth", content_type__model__in=("user", "group"))
        | Q(content_type__app_label="questions", content_type__model="colleague")
    ).exclude(codename__startswith="view_")
    managing = Colleague.objects.filter(active=True).filter(
        Q(user__is_superuser=True) | Q(user__groups__permissions__in=rights) | Q(user__user_permissions__in=rights)
    )
    now = timezone.now()
    for colleague in Colleague.objects.filter(pk__in=list(managing.values_list("pk", flat=True))).select_related("user"):
        colleague.active = False
        colleague.save(update_fields=["active"])
        RightsChange.objects.create(
            at=now, who="migrate", whom=colleague.user.username, what="colleague", before="✓", after=""
        )


class Migration(migrations.Migration):
    dependencies = [
        ("questions", "0003_danger"),
        ("privacy", "0003_rightschange"),
        ("auth", "0012_alter_user_first_name_max_length"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="Unconfirmed",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("since", models.DateTimeField()),
                (
                    "user",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
            ],
            options={"permissions": [("confirm_people", "Can vouch for accounts")], "default_permissions": ()},
        ),
        migrations.RunPython(switch_off_who_manages_people, migrations.RunPython.noop),
    ]
