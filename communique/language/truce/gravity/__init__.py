"""How grave a violation is said to be."""
