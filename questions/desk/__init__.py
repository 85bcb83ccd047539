"""The desk of colleagues: the queue, a question, chats, and the rights of people."""
