"""Was this page helpful: votes, remarks, and the reports of editors."""
