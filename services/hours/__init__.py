"""Opening hours: pure rules of the clock, the recorded rows, and what residents and editors see of them."""
