"""Text and the small things people type (words, numbers, days, phone numbers): normalised, checked, printed."""
