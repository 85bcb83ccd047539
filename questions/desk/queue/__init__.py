"""The queue: everything that waits for a colleague, in one order."""
