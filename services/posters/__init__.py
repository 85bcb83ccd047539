"""Posters and flyers: the facts of the site on paper, as a document that a printer can use."""
