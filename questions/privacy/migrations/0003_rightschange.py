"""The log of rights. The database itself refuses to change or take away what stands in it."""

from django.db import migrations, models

MESSAGE = "changes of rights are only ever added"

SQLITE = [
    f"CREATE TRIGGER rights_change_no_update BEFORE UPDATE ON privacy_rightschange BEGIN SELECT RAISE(ABORT, '{MESSAGE}'); END",
    f"CREATE TRIGGER rights_change_no_delete BEFORE DELETE ON privacy_rightschange BEGIN SELECT RAISE(ABORT, '{MESSAGE}'); END",
    # An INSERT OR REPLACE deletes without a word to the trigger that refuses deletions.
    f"""
    CREATE TRIGGER rights_change_no_replace BEFORE INSERT ON privacy_rightschange
    WHEN EXISTS (SELECT 1 FROM privacy_rightschange WHERE id = NEW.id)
    BEGIN SELECT RAISE(ABORT, '{MESSAGE}'); END
    """,
]
SQLITE_BACK = [
    "DROP TRIGGER rights_change_no_replace",
    "DROP TRIGGER rights_change_no_delete",
    "DROP TRIGGER rights_change_no_update",
]

POSTGRESQL = [
    f"""
    CREATE FUNCTION refuse_rights_change() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN RAISE EXCEPTION '{MESSAGE}' USING ERRCODE = 'restrict_violation'; END $$
    """,
    """
    CREATE TRIGGER rights_change_only_added BEFORE UPDATE OR DELETE ON privacy_rightschange
    FOR EACH ROW EXECUTE FUNCTION refuse_rights_change()
    """,
    """
    CREATE TRIGGER rights_change_not_emptied BEFORE TRUNCATE ON privacy_rightschange
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_rights_change()
    """,
    *(
        f"ALTER TABLE privacy_rightschange ENABLE ALWAYS TRIGGER {name}"
        for name in ("rights_change_only_added", "rights_change_not_emptied")
    ),
]
POSTGRESQL_BACK = [
    "DROP TRIGGER rights_change_not_emptied ON privacy_rightschange",
    "DROP TRIGGER rights_change_only_added ON privacy_rightschange",
    "DROP FUNCTION refuse_rights_change()",
]


def statements(sqlite, postgresql):
    def run(apps, schema_editor):
        chosen = {"sqlite": sqlite, "postgresql": postgresql}[schema_editor.connection.vendor]
        for statement in chosen:
            schema_editor.execute(statement)

    return run


class Migration(migrations.Migration):
    dependencies = [("privacy", "0002_initial")]

    operations = [
        migrations.CreateModel(
            name="RightsChange",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("at", models.DateTimeField(db_index=True)),
                ("who", models.CharField(max_length=150)),
                ("whom", models.CharField(max_length=150)),
                ("what", models.CharField(max_length=20)),
                ("before", models.TextField()),
                ("after", models.TextField()),
            ],
            options={"ordering": ["-at", "-pk"], "default_permissions": ("view",)},
        ),
        migrations.RunPython(statements(SQLITE, POSTGRESQL), statements(SQLITE_BACK, POSTGRESQL_BACK)),
    ]
