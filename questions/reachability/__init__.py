"""How long people wait: the figures, the report of team leaders, the public page, the theme monitor."""
