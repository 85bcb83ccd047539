"""Finding a page by words: spelling (pure), index (the only writer), find (the reader), signals, the door."""
