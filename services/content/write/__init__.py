"""Writes the rows, snippets, pages and translations that were read from the content files."""
