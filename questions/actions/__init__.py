"""The only writers of questions: one verb, one function."""
