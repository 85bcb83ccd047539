"""Closes the ways around the rule of 0002: emptying the table, replacing a row, writing into the past, a false sample.

On PostgreSQL the triggers also hold where a session puts triggers off (`session_replication_role`).
"""

from django.db import migrations

MESSAGE = "events of waits are append-only"

# SQLite deletes what an INSERT OR REPLACE replaces without a word to the trigger that refuses deletions.
SQLITE = [
    f"""
    CREATE TRIGGER wait_event_only_at_the_end BEFORE INSERT ON reachability_waitevent
    WHEN EXISTS (SELECT 1 FROM reachability_waitevent WHERE id = NEW.id)
      OR EXISTS (SELECT 1 FROM reachability_waitevent WHERE wait_id = NEW.wait_id AND number >= NEW.number)
      OR NEW.sample AND NOT EXISTS (SELECT 1 FROM reachability_wait WHERE id = NEW.wait_id AND source = 'sample')
    BEGIN SELECT RAISE(ABORT, '{MESSAGE}'); END
    """,
]
SQLITE_BACK = ["DROP TRIGGER wait_event_only_at_the_end"]

POSTGRESQL = [
    f"""
    CREATE FUNCTION refuse_wait_event_truncate() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN RAISE EXCEPTION '{MESSAGE}' USING ERRCODE = 'restrict_violation'; END $$
    """,
    """
    CREATE TRIGGER wait_event_not_emptied BEFORE TRUNCATE ON reachability_waitevent
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_wait_event_truncate()
    """,
    f"""
    CREATE FUNCTION refuse_wait_event_in_the_past() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
        IF EXISTS (SELECT 1 FROM reachability_waitevent WHERE wait_id = NEW.wait_id AND number >= NEW.number)
           OR NEW.sample
              AND NOT EXISTS (SELECT 1 FROM reachability_wait WHERE id = NEW.wait_id AND source = 'sample')
        THEN RAISE EXCEPTION '{MESSAGE}' USING ERRCODE = 'restrict_violation'; END IF;
        RETURN NEW;
    END $$
    """,
    """
    CREATE TRIGGER wait_event_only_at_the_end BEFORE INSERT ON reachability_waitevent
    FOR EACH ROW EXECUTE FUNCTION refuse_wait_event_in_the_past()
    """,
    *(
        f"ALTER TABLE reachability_waitevent ENABLE ALWAYS TRIGGER {name}"
        for name in ("wait_event_append_only", "wait_event_not_emptied", "wait_event_only_at_the_end")
    ),
]
POSTGRESQL_BACK = [
    "ALTER TABLE reachability_waitevent ENABLE TRIGGER wait_event_append_only",
    "DROP TRIGGER wait_event_only_at_the_end ON reachability_waitevent",
    "DROP FUNCTION refuse_wait_event_in_the_past()",
    "DROP TRIGGER wait_event_not_emptied ON reachability_waitevent",
    "DROP FUNCTION refuse_wait_event_truncate()",
]


def statements(sqlite, postgresql):
    def run(apps, schema_editor):
        chosen = {"sqlite": sqlite, "postgresql": postgresql}[schema_editor.connection.vendor]
        for statement in chosen:
            schema_editor.execute(statement)

    return run


class Migration(migrations.Migration):
    dependencies = [("reachability", "0002_append_only")]

    operations = [
        migrations.RunPython(statements(SQLITE, POSTGRESQL), statements(SQLITE_BACK, POSTGRESQL_BACK)),
    ]
