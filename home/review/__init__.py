"""Pages that are read again by their owner: the day, the reminders, and the answer that all is still right."""
