"""What every page has: the page platform, which knows no services and no questions."""
