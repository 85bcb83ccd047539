"""The views of residents, a file per page."""
