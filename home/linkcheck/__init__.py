"""Links on pages that lead nowhere: found each night, shown to editors, replaced everywhere at once."""
