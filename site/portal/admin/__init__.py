"""What is changed in Wagtail's admin: its screens of people, and its texts in Dutch."""
