"""What is kept in memory of what is published, and when it is no longer right."""
