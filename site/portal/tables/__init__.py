"""The tables of a new database as text, so that it need not run every migration there ever was."""
