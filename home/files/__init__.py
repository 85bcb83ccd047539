"""Files that editors upload: which are accepted, and how documents are given to readers."""
