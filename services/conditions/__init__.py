"""Conditions for help: when they hold, how they are told to residents, and what editors must look at."""
