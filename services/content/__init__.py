"""The starting content: read from files, checked as a whole, written once (decision 1)."""
