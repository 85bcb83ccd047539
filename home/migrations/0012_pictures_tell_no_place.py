"""The sizes of pictures are made again: those of before hold what a phone wrote, also where they were taken."""

from django.db import migrations, transaction


def forget_sizes(apps, schema_editor):
    sizes = apps.get_model("wagtailimages", "Rendition").objects.using(schema_editor.connection.alias)
    for storage, name in {(size.file.storage, size.file.name) for size in sizes.iterator()}:
        # Only when it is certain that no row tells of them any more.
        transaction.on_commit(lambda storage=storage, name=name: storage.delete(name), using=schema_editor.connection.alias)
    sizes.all().delete()


class Migration(migrations.Migration):
    dependencies = [
        ("home", "0011_closed_to_all_but_staff"),
        ("wagtailimages", "0027_image_description"),
    ]

    operations = [migrations.RunPython(forget_sizes, migrations.RunPython.noop)]
