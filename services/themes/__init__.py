"""Themes that a question can have, the page of each theme, and the pages about it."""
