"""The check “may I get help?”: pure rules, and a view that asks one question at a time and stores nothing."""
