"""Conditions for help: when they hold, how residents read them, and which of them editors must look at."""
