"""The check “may I get help?”: pure rules, and a view that asks one thing at a time and keeps nothing."""
