"""Events are append-only in the database itself: no change, and no deletion but of samples."""

from django.db import migrations

MESSAGE = "events of waits are append-only"

SQLITE = [
    f"""
    CREATE TRIGGER wait_event_no_update BEFORE UPDATE ON reachability_waitevent
    BEGIN SELECT RAISE(ABORT, '{MESSAGE}'); END
    """,
    f"""
    CREATE TRIGGER wait_event_no_delete BEFORE DELETE ON reachability_waitevent WHEN NOT OLD.sample
    BEGIN SELECT RAISE(ABORT, '{MESSAGE}'); END
    """,
]
SQLITE_BACK = ["DROP TRIGGER wait_event_no_update", "DROP TRIGGER wait_event_no_delete"]

POSTGRESQL = [
    f"""
    CREATE FUNCTION refuse_wait_event_change() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
        IF TG_OP = 'DELETE' AND OLD.sample THEN RETURN OLD; END IF;
        RAISE EXCEPTION '{MESSAGE}' USING ERRCODE = 'restrict_violation';
    END $$
    """,
    """
    CREATE TRIGGER wait_event_append_only BEFORE UPDATE OR DELETE ON reachability_waitevent
    FOR EACH ROW EXECUTE FUNCTION refuse_wait_event_change()
    """,
]
POSTGRESQL_BACK = [
    "DROP TRIGGER wait_event_append_only ON reachability_waitevent",
    "DROP FUNCTION refuse_wait_event_change()",
]


def statements(sqlite, postgresql):
    def run(apps, schema_editor):
        chosen = {"sqlite": sqlite, "postgresql": postgresql}[schema_editor.connection.vendor]
        for statement in chosen:
            schema_editor.execute(statement)

    return run


class Migration(migrations.Migration):
    dependencies = [("reachability", "0001_initial")]

    operations = [
        migrations.RunPython(statements(SQLITE, POSTGRESQL), statements(SQLITE_BACK, POSTGRESQL_BACK)),
    ]
