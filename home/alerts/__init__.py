"""Messages above pages: which stand where, and from when until when."""
