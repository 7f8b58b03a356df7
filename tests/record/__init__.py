"""What the record keeps, finds and refuses."""
