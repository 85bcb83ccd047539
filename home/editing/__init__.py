"""What helps editors to keep pages true: reviews, links, what a page needs, plain words, and what is theirs to do."""
