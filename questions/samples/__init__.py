"""A made-up history of questions, marked as samples and never mixed with real figures."""
