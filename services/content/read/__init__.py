"""Reads the content files and checks them; nothing here writes to the database."""
