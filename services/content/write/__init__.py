"""Writes rows, snippets, pages and their translations that were read from the content files."""
