"""Pages: their fields, types, blocks, addresses and how they are served."""
