"""The pages of residents: asking, chatting, coming back, the conversation."""
