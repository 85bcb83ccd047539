"""The search: the index with its only writer, finding pages by words, and the page that shows what was found."""
