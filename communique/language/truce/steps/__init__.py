"""What is to be done about a breach, or was, and the claim that it answers."""
