"""The page of one question at the desk: reading, answering, calling, judging, closing."""
