"""The finder: who helps with what. Pure rules, words from files, and a view that shows one question at a time."""
