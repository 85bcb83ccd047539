"""What residents can find and get: hours, facts, themes, organisations, conditions, and the pages about them."""
