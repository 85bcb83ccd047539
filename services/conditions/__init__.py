"""Conditions for help: when they hold, how residents read them, and which ones editors must look at."""
