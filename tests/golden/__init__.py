"""Reports and sentences with what they must yield, annotated by hand."""
