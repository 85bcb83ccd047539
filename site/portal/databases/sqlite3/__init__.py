"""SQLite as Django reaches it, with a turn to write that is asked for at short intervals."""
