"""What a reader sees: pages, lists and the terminal."""
