"""Who was given which right, by whom, and what nobody may be given (docs/decisions/0048)."""
