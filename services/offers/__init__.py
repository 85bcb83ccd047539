"""What an organisation or a service offers, for whom, in which languages and at what cost."""
