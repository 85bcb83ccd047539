"""Pages that show the Dutch words are no places of their own where something is used."""

from django.db import migrations


def forget(apps, schema_editor):
    page_type = apps.get_model("contenttypes", "ContentType").objects.filter(app_label="wagtailcore", model="page").first()
    aliases = apps.get_model("wagtailcore", "Page").objects.exclude(alias_of=None).values_list("pk", flat=True)
    numbers = [str(number) for number in aliases]
    references = apps.get_model("wagtailcore", "ReferenceIndex").objects.filter(base_content_type=page_type)
    for start in range(0, len(numbers), 500):
        references.filter(object_id__in=numbers[start : start + 500]).delete()


class Migration(migrations.Migration):
    dependencies = [
        ("home", "0009_documents_in_text"),
        ("contenttypes", "0002_remove_content_type_name"),
    ]

    operations = [migrations.RunPython(forget, migrations.RunPython.noop)]
