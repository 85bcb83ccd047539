"""Words of danger: finding them in a text, and the help lines that go with them."""
