"""Gold sets: texts of our own with what must be read in them, kept for regression and for scoring."""
