"""Translations of pages: keeping them in step with the Dutch page, the state of each, and who confirmed it."""
