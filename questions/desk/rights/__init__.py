"""The screens on which people get rights, and on which team leaders see what changed."""
