"""Waits: events that never change, and the rows that follow from them. The bottom layer; knows no screen."""
