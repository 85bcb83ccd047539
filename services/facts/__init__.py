"""Facts that texts name by `{fact:...}` and answers quote, and the help lines made of them."""
