"""The finder: who helps with what. Rules (pure), words (data), and a view that shows one question at a time."""
