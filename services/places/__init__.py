"""Districts, and the locations where somebody can walk in."""
