"""What a question can be about, the page of each theme, and what there is to read about it."""
