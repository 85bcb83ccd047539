"""YAML files with the line of every value, and what is wrong with them; read by content, finder, map and danger."""
