"""Services for other sites and search engines: one record of each service, in three standards."""
