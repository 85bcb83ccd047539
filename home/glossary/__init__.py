"""Hard words with their explanation, plain words, and advice on plain language."""
