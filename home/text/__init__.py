"""Text and the small things people type: words, numbers, days, phones; made alike, checked, printed."""
