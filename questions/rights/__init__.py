"""The rights of people: who gave what to whom, and what nobody may be given (docs/decisions/0048)."""
