"""The starting content: read from files, checked as a whole, written once (docs/decisions; decision 1)."""
