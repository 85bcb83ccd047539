"""Finding a page by words: the index and its only writer, what a reader finds, and the page of the search."""
