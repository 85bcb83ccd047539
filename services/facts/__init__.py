"""Facts that texts name by `{fact:...}` and answers quote, and help lines, whose numbers are facts."""
