"""What SQLite and PostgreSQL are made to guarantee: commits that last, triggers that guard."""
