"""The self-check: may I get help? Rules (pure) and a view that asks one thing at a time and keeps nothing."""
