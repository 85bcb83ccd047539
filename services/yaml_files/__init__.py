"""YAML files with the line of every value, and their faults; read by content, finder, map and words of danger."""
