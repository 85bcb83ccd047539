"""The screen with several chats beside each other."""
