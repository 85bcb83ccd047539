"""The site that holds the apps together: settings, addresses, middleware, checks, sign-in, backups."""
