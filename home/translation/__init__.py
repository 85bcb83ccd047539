"""Translations of pages: what follows the Dutch page, in which state each is, who confirmed it."""
