"""PostgreSQL as Django reaches it, with a connection that is kept only as long as the server answers."""
