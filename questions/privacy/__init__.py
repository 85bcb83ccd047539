"""Keys, the access log, the log of rights, and slowing guessers down."""
