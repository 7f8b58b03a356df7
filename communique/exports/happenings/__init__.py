"""Events of many reports as lines of text and as tables."""
