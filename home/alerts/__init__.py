"""Messages above pages: on which pages each one stands, and from when until when."""
