"""Waits: events that are kept as they were, and what is told from them. Knows no screen."""
