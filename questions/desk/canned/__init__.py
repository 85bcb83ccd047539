"""The list of canned answers, which editors and leaders manage."""
