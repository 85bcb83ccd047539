import django.db.models.deletion
from django.db import migrations, models

VERBS = ("add", "change", "delete", "view")


def rename_permissions(apps, schema_editor):
    _rename(apps, "sourcewords", "source words", "sourceversion", "source version")


def rename_permissions_back(apps, schema_editor):
    _rename(apps, "sourceversion", "source version", "sourcewords", "source words")


def _rename(apps, old_codename, old_name, codename, name):
    permissions = apps.get_model("auth", "Permission").objects.filter(content_type__app_label="home")
    for verb in VERBS:
        found = permissions.filter(codename=f"{verb}_{old_codename}", name=f"Can {verb} {old_name}")
        found.update(codename=f"{verb}_{codename}", name=f"Can {verb} {name}")


class Migration(migrations.Migration):
    """Another name in the code for the table home_sourcewords and its column words, which stay as they are."""

    dependencies = [
        ("auth", "0012_alter_user_first_name_max_length"),
        ("home", "0013_documents_that_readers_do_not_get"),
        ("wagtailcore", "0097_baselogentry_uuid_action_timestamp_indexes"),
    ]

    operations = [
        migrations.AlterModelTable(name="sourcewords", table="home_sourcewords"),
        migrations.AlterField(
            model_name="sourcewords",
            name="words",
            field=models.CharField(blank=True, db_column="words", max_length=64),
        ),
        migrations.RenameModel(old_name="SourceWords", new_name="SourceVersion"),
        migrations.RenameField(model_name="sourceversion", old_name="words", new_name="digest"),
        migrations.AlterField(
            model_name="sourceversion",
            name="page",
            field=models.OneToOneField(
                on_delete=django.db.models.deletion.CASCADE,
                primary_key=True,
                related_name="followed_source",
                serialize=False,
                to="wagtailcore.page",
            ),
        ),
        migrations.RunPython(rename_permissions, rename_permissions_back, elidable=True),
    ]
