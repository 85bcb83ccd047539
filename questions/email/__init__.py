"""Mail: the notice that there is an answer, and the mail of staff; sent by the background command."""
